import { BadgeError } from '../model/badge-error.ts';
import { fewestEntries } from './status-bits.ts';

/** A list more than half full is better left: the next place would tell when it was taken. */
const attempts = 64;

/**
 * A free place in a list, drawn at random so that it says nothing about when or for whom it was taken
 * (Bitstring Status List §5.2).
 *
 * `random` gives an integer from 0 up to, not including, its argument. Throws `status.list-full` when no free place
 * was found in 64 draws: take a new list.
 */
export function allocateStatusIndex(input: {
  isTaken: (index: number) => boolean;
  random: (below: number) => number;
  entries?: number;
}): number {
  const entries = input.entries ?? fewestEntries;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const index = input.random(entries);
    if (!input.isTaken(index)) return index;
  }
  throw new BadgeError('status.list-full', { entries: String(entries) });
}
