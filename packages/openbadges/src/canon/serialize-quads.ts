import type { Quads } from './quads.ts';

/**
 * Canonical N-Quads, sorted (RDFC-1.0 §4.4.3 step 7).
 *
 * Terms are compared, not lines: lines would have to be written first, and those of one subject begin alike. The order
 * is the same, because in a line a term is followed by a space, which no term can hold and which sorts before all they can.
 */
export function serializeQuads({ terms }: Quads, labels: readonly string[]): string {
  const blank = labels.map((label) => `_:${label}`);
  const groups = new Map<string | number, number[]>();
  for (let at = 0; at < terms.length; at += 4) {
    const subject = terms[at] as string | number;
    const group = groups.get(subject);
    if (group) group.push(at);
    else groups.set(subject, [at]);
  }
  const named: Group[] = [];
  for (const [subject, quads] of groups) {
    named.push({ subject: typeof subject === 'string' ? subject : (blank[subject] as string), quads });
  }
  sortInPlace(named, (a, b) => a.subject > b.subject);
  let text = '';
  for (const { subject, quads } of named) text += groupText(subject, quads, terms, blank);
  return text;
}

interface Group {
  subject: string;
  /** Places in the list of terms. */
  quads: number[];
}

function groupText(subject: string, quads: number[], terms: Quads['terms'], blank: string[]): string {
  const written = (at: number): string => {
    const term = terms[at] as string | number;
    return typeof term === 'string' ? term : (blank[term] as string);
  };
  sortInPlace(quads, (a, b) => {
    const [first, second] = [terms[a + 1] as string, terms[b + 1] as string];
    if (first !== second) return first > second;
    const [object, other] = [written(a + 2), written(b + 2)];
    return object === other ? written(a + 3) > written(b + 3) : object > other;
  });
  let text = '';
  for (const at of quads) {
    const graph = terms[at + 3] === '' ? '.\n' : `${written(at + 3)} .\n`;
    text += `${subject} ${terms[at + 1]} ${written(at + 2)} ${graph}`;
  }
  return text;
}

/** A handful is sorted faster by hand. */
function sortInPlace<T>(items: T[], isAfter: (a: T, b: T) => boolean): void {
  if (items.length > 24) {
    items.sort((a, b) => (isAfter(a, b) ? 1 : -1));
    return;
  }
  for (let i = 1; i < items.length; i += 1) {
    const item = items[i] as T;
    let at = i - 1;
    for (; at >= 0 && isAfter(items[at] as T, item); at -= 1) items[at + 1] = items[at] as T;
    items[at + 1] = item;
  }
}
