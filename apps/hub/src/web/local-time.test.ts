import { expect, it } from 'vitest';
import { localTimeOf, momentOf } from './local-time.ts';

it('knows what a clock in another zone means, in summer, in winter and around the change', () => {
  expect(momentOf('2031-07-01T09:30', 'Europe/Paris').toISOString()).toBe('2031-07-01T07:30:00.000Z');
  expect(momentOf('2031-01-01T09:30', 'Europe/Paris').toISOString()).toBe('2031-01-01T08:30:00.000Z');
  expect(momentOf('2031-03-30T03:30', 'Europe/Paris').toISOString()).toBe('2031-03-30T01:30:00.000Z');
  expect(momentOf('2031-03-04T09:00', 'Asia/Kathmandu').toISOString()).toBe('2031-03-04T03:15:00.000Z');
  expect(momentOf('2031-03-04T09:00', 'UTC').toISOString()).toBe('2031-03-04T09:00:00.000Z');
});

it('shows a moment as a clock in the zone does', () => {
  expect(localTimeOf(new Date('2031-07-01T07:30:00Z'), 'Europe/Paris')).toBe('2031-07-01T09:30');
  expect(localTimeOf(new Date('2031-07-01T02:30:00Z'), 'America/Los_Angeles')).toBe('2031-06-30T19:30');
});
