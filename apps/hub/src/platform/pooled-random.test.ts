import { expect, it } from 'vitest';
import { pooledRandom } from './pooled-random.ts';

it('gives as many bytes as asked for, and never the same twice', () => {
  const random = pooledRandom();

  const given = Array.from({ length: 2000 }, () => Buffer.from(random(16)).toString('hex'));

  expect(given.every((text) => text.length === 32)).toBe(true);
  expect(new Set(given).size).toBe(given.length);
  expect(random(5000)).toHaveLength(5000);
});

it('keeps what it gave out apart from what comes next', () => {
  const random = pooledRandom();
  const first = random(8);
  const before = Buffer.from(first).toString('hex');

  random(8);

  expect(Buffer.from(first).toString('hex')).toBe(before);
});
