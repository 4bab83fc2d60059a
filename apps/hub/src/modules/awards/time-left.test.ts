import { expect, it } from 'vitest';
import { timeLeft } from './time-left.ts';

const startedAt = new Date('2031-03-04T10:00:00Z');

it('guesses the minutes that are left from the pace so far', () => {
  const now = new Date('2031-03-04T10:02:00Z');

  expect(timeLeft({ startedAt }, { signed: 200, ready: 400 }, now)).toBe(4);
  expect(timeLeft({ startedAt }, { signed: 200, ready: 1 }, now)).toBe(1);
});

it('guesses nothing before there is a pace', () => {
  expect(timeLeft({ startedAt }, { signed: 0, ready: 400 }, new Date('2031-03-04T10:02:00Z'))).toBeUndefined();
  expect(timeLeft({ startedAt }, { signed: 5, ready: 400 }, startedAt)).toBeUndefined();
  expect(timeLeft({}, { signed: 5, ready: 400 }, startedAt)).toBeUndefined();
});
