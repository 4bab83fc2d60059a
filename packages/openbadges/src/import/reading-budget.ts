/** What is left to be spent on one input, however its parts lie in each other. */
export interface ReadingBudget {
  /** So many containers may still lie in each other. */
  nesting: number;
  /** Bytes that may still be unpacked. */
  bytes: number;
  /** Files and list items that may still be looked at. */
  items: number;
}

export const maxUnpacked = 64 * 1024 * 1024;
export const maxItems = 5_000;

export function readingBudget(): ReadingBudget {
  return { nesting: 2, bytes: maxUnpacked, items: maxItems };
}
