/** Dice that fall the same way whenever they are thrown again: an input is known by its seed and its number. */
export interface Dice {
  /** A whole number below `limit`. */
  below(limit: number): number;
  pick<T>(choices: readonly T[]): T;
  /** True once in so many throws. */
  once(inThrows: number): boolean;
}

/** SplitMix32, begun anew for each input. */
export function diceFor(seed: number, number: number): Dice {
  let state = (seed ^ Math.imul(number + 1, 0x9e3779b1)) | 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  const below = (limit: number): number => (limit <= 1 ? 0 : next() % limit);
  return {
    below,
    pick: (choices) => choices[below(choices.length)] as never,
    once: (inThrows) => below(inThrows) === 0,
  };
}
