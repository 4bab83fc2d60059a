/** A calendar day `YYYY-MM-DD`; a suggestion when it can only be guessed; undefined when it is none. */
export function readDay(cell: string): { day: string } | { guess: string } | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(cell);
  if (iso) return known(iso[1], iso[2], iso[3]);
  const european = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$/.exec(cell);
  if (european) return known(european[3], european[2], european[1]);
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(cell);
  if (!slashed) return undefined;
  const [, first = '', second = '', year] = slashed;
  if (Number(first) > 12 || first === second) return known(year, second, first);
  if (Number(second) > 12) return known(year, first, second);
  const guess = known(year, second, first);
  return guess && { guess: guess.day };
}

function known(year = '', month = '', day = ''): { day: string } | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  const real = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  return real && Number(year) >= 1900 && Number(year) < 3000 ? { day: text } : undefined;
}
