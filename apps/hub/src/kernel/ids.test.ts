import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { idMaker, isId } from './ids.ts';

it('makes ids that sort as they were made, also in one millisecond', () => {
  const newId = idMaker(() => new Date('2031-03-04T10:00:00Z'), randomBytes);

  const made = Array.from({ length: 5000 }, () => newId('awd'));

  expect([...made].sort()).toEqual(made);
  expect(new Set(made).size).toBe(5000);
});

it('sorts by time before all else', () => {
  let now = new Date('2031-03-04T10:00:00Z');
  const newId = idMaker(() => now, randomBytes);

  const made = Array.from({ length: 50 }, (_, n) => {
    now = new Date(now.getTime() + n);
    return newId('crd');
  });

  expect([...made].sort()).toEqual(made);
});

it('keeps two processes apart that make ids in the same millisecond', () => {
  const clock = () => new Date('2031-03-04T10:00:00Z');

  const made = [idMaker(clock, randomBytes)('awd'), idMaker(clock, randomBytes)('awd')];

  expect(made[0]).not.toBe(made[1]);
});

it('is a UUID of version 7 behind the prefix', () => {
  const id = idMaker(() => new Date(1_700_000_000_000), randomBytes)('per');
  const bits = [...id.slice(4)].reduce(
    (number, letter) => number * 32n + BigInt('0123456789abcdefghjkmnpqrstvwxyz'.indexOf(letter)),
    0n,
  );
  const hex = bits.toString(16).padStart(32, '0');

  expect(isId('per', id)).toBe(true);
  expect(isId('org', id)).toBe(false);
  expect(Number.parseInt(hex.slice(0, 12), 16)).toBe(1_700_000_000_000);
  expect(hex[12]).toBe('7');
  expect(['8', '9', 'a', 'b']).toContain(hex[16]);
});
