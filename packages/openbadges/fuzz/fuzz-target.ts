import type { Dice } from './dice.ts';

/** Something of the library that takes what comes from outside, and how inputs for it are made. */
export interface FuzzTarget {
  name: string;
  /** Makes an input out of real samples. */
  make(dice: Dice): Uint8Array;
  /**
   * Gives it to the library. A `BadgeError` or a verdict is an answer; everything else that is thrown is a finding, and
   * so is an answer that contradicts itself.
   */
  feed(input: Uint8Array): unknown;
}
