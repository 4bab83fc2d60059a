import type { Quads } from './quads.ts';

/** The quads as lines of N-Quads in the order they have, each blank node under its label. */
export function quadLines({ terms }: Quads, labels: string[]): string[] {
  const blank = labels.map((label) => `_:${label}`);
  const lines: string[] = [];
  for (let at = 0; at < terms.length; at += 4) {
    const s = terms[at] as string | number;
    const o = terms[at + 2] as string | number;
    const g = terms[at + 3] as string | number;
    const subject = typeof s === 'string' ? s : blank[s];
    const object = typeof o === 'string' ? o : blank[o];
    if (g === '') lines.push(`${subject} ${terms[at + 1]} ${object} .\n`);
    else lines.push(`${subject} ${terms[at + 1]} ${object} ${typeof g === 'string' ? g : blank[g]} .\n`);
  }
  return lines;
}
