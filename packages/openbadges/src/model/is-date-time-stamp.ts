const form =
  /^-?(\d{4,})-(\d\d)-(\d\d)T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?|24:00:00(?:\.0+)?)(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))$/;
const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** XML Schema 1.1 Part 2 §3.4.28 dateTimeStamp: the zone is part of it, and the day exists. */
export function isDateTimeStamp(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const parts = form.exec(value);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return day >= 1 && day <= daysIn(year, month);
}

/** Milliseconds since 1970 of a dateTimeStamp; 24:00:00 is the beginning of the next day. */
export function millisecondsOf(stamp: string): number {
  if (!stamp.includes('T24:')) return Date.parse(stamp);
  return Date.parse(stamp.replace('T24:', 'T00:')) + 24 * 60 * 60 * 1000;
}

function daysIn(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return (days[month - 1] ?? 0) + (leap ? 1 : 0);
}
