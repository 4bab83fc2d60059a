/** The moment at which a clock in the zone shows this local time `YYYY-MM-DDTHH:MM`. */
export function momentOf(local: string, timeZone: string): Date {
  const asUtc = new Date(`${local.slice(0, 16)}:00Z`).getTime();
  // twice: the first guess may stand on the other side of a change of clocks
  const guess = asUtc - offsetAt(asUtc, timeZone);
  return new Date(asUtc - offsetAt(guess, timeZone));
}

/** What a clock in the zone shows at a moment, as `<input type="datetime-local">` takes it. */
export function localTimeOf(moment: Date, timeZone: string): string {
  return new Date(moment.getTime() + offsetAt(moment.getTime(), timeZone)).toISOString().slice(0, 16);
}

/** Milliseconds that a zone is before UTC. */
function offsetAt(moment: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(moment);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return shown - Math.floor(moment / 1000) * 1000;
}
