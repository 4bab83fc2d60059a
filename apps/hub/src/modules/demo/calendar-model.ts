import type { DaysAgo } from './model.ts';

const hour = 3_600_000;
const day = 24 * hour;

export const hours = (count: number) => count * hour;

/** When something happened so many days ago: in working hours, at an odd minute. Parts of a day are counted exactly. */
export function momentOf(now: Date, days: DaysAgo): Date {
  const at = new Date(now.getTime() - days * day);
  if (days < 1) return at;
  at.setUTCHours(8 + ((days * 7) % 9), (days * 13) % 60, (days * 29) % 60, 0);
  return at;
}

export function later(at: Date, milliseconds: number): Date {
  return new Date(at.getTime() + milliseconds);
}

/** What would lie in the future happened a moment ago. */
export function notAfter(now: Date, at: Date): Date {
  const latest = later(now, -hour / 4);
  return at < latest ? at : latest;
}
