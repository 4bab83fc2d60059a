import { describe, expect, it } from 'vitest';
import { pickBy } from './pick-by.ts';

describe('a mark chosen by a name', () => {
  it('is the same every time', () => {
    const first = pickBy('org_0198c2f4', ['a', 'b', 'c']);

    const again = pickBy('org_0198c2f4', ['a', 'b', 'c']);

    expect(again).toBe(first);
  });

  it('is spread over all choices', () => {
    const counts = new Map<string, number>();

    for (let id = 0; id < 300; id++) {
      const choice = pickBy(`per_${id}`, ['a', 'b', 'c']);
      counts.set(choice, (counts.get(choice) ?? 0) + 1);
    }

    expect([...counts.values()].every((count) => count > 70)).toBe(true);
  });
});
