import { describe, expect, it } from 'vitest';
import { diceFor } from './dice.ts';
import { isBadgeFault } from './is-badge-fault.ts';
import { targets } from './targets.ts';

describe.each(targets)('a mutated $name', ({ make, feed }) => {
  it('gets an answer, two thousand times', async () => {
    const findings: string[] = [];

    for (let number = 0; number < 2_000; number += 1) {
      try {
        await feed(make(diceFor(1, number)));
      } catch (error) {
        if (!isBadgeFault(error)) findings.push(`${number}: ${error}`);
      }
    }

    expect(findings).toEqual([]);
  }, 120_000);

  it('is the same whenever it is made again', () => {
    expect(make(diceFor(7, 42))).toEqual(make(diceFor(7, 42)));
  });
});
