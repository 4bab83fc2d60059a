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
  let values = 0;
  const visit = (value: unknown, depth: number): boolean => {
    values += 1;
    if (depth > deepest || values > mostValues) return true;
    if (typeof value !== 'object' || value === null) return false;
    // jsonld loses a member of this name when it copies a document: it would be there and not be signed.
    if (Object.hasOwn(value, '__proto__')) return true;
    for (const inner of Object.values(value)) if (visit(inner, depth + 1)) return true;
    return false;
  };
  return visit(document, 0);
}
