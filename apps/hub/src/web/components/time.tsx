import type { Page } from '../page.ts';

export interface TimeProps {
  p: Page;
  at: Date | string;
  style?: 'date' | 'datetime' | 'month';
  /** Given: "3 days ago" is added, beside the absolute. */
  now?: Date;
}

/** In the reader's language and zone, and exact for machines. */
export function Time({ p, at, style = 'date', now }: TimeProps) {
  const date = new Date(at);
  return (
    <time datetime={date.toISOString()}>
      {p.date(date, style)}
      {now ? `, ${fromNow(p.locale, date, now)}` : ''}
    </time>
  );
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** The largest unit of which there is at least one. */
export function fromNow(locale: string, date: Date, now: Date): string {
  const gone = date.getTime() - now.getTime();
  const [unit, length] = steps.find(([, length]) => Math.abs(gone) >= length) ?? ['minute', 60_000];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.trunc(gone / length), unit);
}
