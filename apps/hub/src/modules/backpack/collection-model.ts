export const arrangements = ['put-in', 'take-out', 'earlier', 'later'] as const;
export type Arrangement = (typeof arrangements)[number];

/** The order after one act; what does not fit (the first one earlier) changes nothing. */
export function arrange<T>(order: readonly T[], item: T, how: Arrangement): T[] {
  const place = order.indexOf(item);
  if (how === 'put-in') return place < 0 ? [...order, item] : [...order];
  if (place < 0) return [...order];
  const rest = order.filter((each) => each !== item);
  if (how === 'take-out') return rest;
  return rest.toSpliced(Math.max(0, place + (how === 'earlier' ? -1 : 1)), 0, item);
}
