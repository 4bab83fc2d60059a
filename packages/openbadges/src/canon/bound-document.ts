import { BadgeError } from '../model/badge-error.ts';

const deepest = 64;
const mostValues = 50_000;

/** Refuses what no badge is and what would cost more than it can be worth: `canon.too-complex`. */
export function boundDocument(document: unknown): void {
  let values = 0;
  const visit = (value: unknown, depth: number): void => {
    values += 1;
    if (depth > deepest || values > mostValues) throw new BadgeError('canon.too-complex');
    if (typeof value !== 'object' || value === null) return;
    for (const inner of Object.values(value)) visit(inner, depth + 1);
  };
  visit(document, 0);
}
