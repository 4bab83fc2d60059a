import { BadgeError } from '../model/badge-error.ts';

/** Levels of a document; no badge has more. */
export const deepest = 64;
/** Values in a document, over all levels. */
export const mostValues = 50_000;

/** Refuses what no badge is: too deep, too large, or not to be walked safely. Throws `canon.too-complex`. */
export function boundDocument(document: unknown): void {
  if (isUnbounded(document)) throw new BadgeError('canon.too-complex');
}

/** Deeper or larger than any badge; asked before anything walks the document without a limit. */
export function isUnbounded(document: unknown): boolean {
  return countValues(document, 0) > mostValues;
}

/** How many values there are in one that stands at this depth, itself included; infinite where it is not to be walked. */
export function countValues(value: unknown, depth: number): number {
  if (depth > deepest) return Number.POSITIVE_INFINITY;
  if (typeof value !== 'object' || value === null) return 1;
  // jsonld loses a member of this name when it copies a document: it would be there and not be signed.
  if (Object.hasOwn(value, '__proto__')) return Number.POSITIVE_INFINITY;
  let count = 1;
  for (const inner of Object.values(value)) {
    count += countValues(inner, depth + 1);
    if (count > mostValues) return Number.POSITIVE_INFINITY;
  }
  return count;
}
