/** Chances that can be thrown again: the same seed gives the same document. */
export interface Dice {
  /** A whole number from 0, below `sides`. */
  roll(sides: number): number;
  /** True in one of so many cases. */
  once(inCases: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** So many values, from none up to this number. */
  some<T>(most: number, make: () => T): T[];
}

/** Dice by mulberry32. */
export function dice(seed: number): Dice {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const roll = (sides: number) => Math.floor(next() * sides);
  return {
    roll,
    once: (inCases) => roll(inCases) === 0,
    pick: <T>(from: readonly T[]) => from[roll(from.length)] as T,
    some: (most, make) => Array.from({ length: roll(most + 1) }, make),
  };
}
