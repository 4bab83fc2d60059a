import { labelCollisions } from './label-collisions.ts';
import type { Quads } from './quads.ts';
import { serializeQuads } from './serialize-quads.ts';

/** A hash of UTF-8 text as lower-case hex: SHA-256, or SHA-384 for P-384 proofs. */
export type HexHash = (text: string) => string;

/** A canonical dataset: its N-Quads, and the canonical label of each blank node (`c14n0`) by its number. */
export interface CanonicalQuads {
  nquads: string;
  labels: string[];
}

/**
 * RDF Dataset Canonicalization (RDFC-1.0 §4.4). Lines are sorted by UTF-16 code unit, as all known implementations do.
 *
 * `workFactor` bounds the n-degree algorithm: with n blank nodes that look alike it runs at most n to that power times.
 * Throws BadgeError `canon.too-complex` beyond.
 */
export function canonizeQuads(quads: Quads, hash: HexHash, workFactor = 1): CanonicalQuads {
  const labels = canonicalLabels(quads, hash, workFactor);
  return { nquads: serializeQuads(quads, labels), labels };
}

/**
 * The canonical label of each blank node by its number, without the rest of the form. Throws as `canonizeQuads` does.
 *
 * One blank node needs no hash to be the first.
 */
export function canonicalLabels(quads: Quads, hash: HexHash, workFactor = 1): string[] {
  if (quads.blanks < 2) return quads.blanks === 0 ? [] : ['c14n0'];
  const hashes = firstDegreeHashes(quads, hash);
  const order = hashes.map((_, node) => node).sort((a, b) => compare(hashes[a] as string, hashes[b] as string));
  const labels = new Array<string>(quads.blanks);
  const alike: number[][] = [];
  let issued = 0;
  for (let at = 0; at < order.length; ) {
    const first = order[at] as number;
    let end = at + 1;
    while (end < order.length && hashes[order[end] as number] === hashes[first]) end += 1;
    if (end === at + 1) labels[first] = `c14n${issued++}`;
    else alike.push(order.slice(at, end));
    at = end;
  }
  if (alike.length > 0) labelCollisions({ quads, hash, hashes, labels, issued }, alike, workFactor);
  return labels;
}

/** RDFC-1.0 §4.6: each blank node is known by the quads it is in, where it is `_:a` and every other `_:z`. */
function firstDegreeHashes({ terms, blanks }: Quads, hash: HexHash): string[] {
  const lines: string[][] = [];
  for (let node = 0; node < blanks; node += 1) lines.push([]);
  for (let at = 0; at < terms.length; at += 4) {
    const s = terms[at] as string | number;
    const o = terms[at + 2] as string | number;
    const g = terms[at + 3] as string | number;
    if (typeof s === 'number') lines[s]?.push(lineSeenFrom(s, terms, at));
    if (typeof o === 'number' && o !== s) lines[o]?.push(lineSeenFrom(o, terms, at));
    if (typeof g === 'number' && g !== s && g !== o) lines[g]?.push(lineSeenFrom(g, terms, at));
  }
  return lines.map((own) => hash(own.length === 1 ? (own[0] as string) : sorted(own).join('')));
}

function lineSeenFrom(node: number, terms: Quads['terms'], at: number): string {
  const s = terms[at] as string | number;
  const o = terms[at + 2] as string | number;
  const g = terms[at + 3] as string | number;
  const subject = typeof s === 'string' ? s : s === node ? '_:a' : '_:z';
  const object = typeof o === 'string' ? o : o === node ? '_:a' : '_:z';
  if (g === '') return `${subject} ${terms[at + 1]} ${object} .\n`;
  return `${subject} ${terms[at + 1]} ${object} ${typeof g === 'string' ? g : g === node ? '_:a' : '_:z'} .\n`;
}

/** A handful of lines is sorted faster by hand. */
function sorted(lines: string[]): string[] {
  if (lines.length > 12) return lines.sort();
  for (let i = 1; i < lines.length; i += 1) {
    const line = lines[i] as string;
    let at = i - 1;
    for (; at >= 0 && (lines[at] as string) > line; at -= 1) lines[at + 1] = lines[at] as string;
    lines[at + 1] = line;
  }
  return lines;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
