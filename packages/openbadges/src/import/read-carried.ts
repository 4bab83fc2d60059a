import type { Unbaked } from '../bake/badge-carriers.ts';
import { nothingRead } from './nothing-read.ts';
import type { FoundDocument, Reading } from './reading.ts';
import type { ReadingBudget } from './reading-budget.ts';
import { readJson } from './text/read-json.ts';
import { compactJws, isAddress } from './text/written-forms.ts';

/** All texts that a picture carried: one that is no badge is left out when there is another. */
export function readPicture(unbaked: Unbaked, carrier: 'png' | 'svg', budget: ReadingBudget): Reading {
  if (!unbaked.ok) return unbaked;
  const readings = unbaked.texts.map(
    (text) =>
      readCarried(text, carrier, budget) ?? nothingRead('import.not-understood', { kind: carrier.toUpperCase() }),
  );
  const documents = readings.flatMap((reading) => (reading.ok ? reading.documents : []));
  return documents.length > 0 ? { ok: true, documents } : (readings[0] ?? nothingRead('import.empty'));
}

/** What one text is: a JWS, an address, or JSON; undefined for anything else. Without a carrier it is its own. */
export function readCarried(
  text: string,
  carrier: FoundDocument['carrier'] | undefined,
  budget: ReadingBudget,
): Reading | undefined {
  const jws = compactJws(text);
  if (jws) return { ok: true, documents: [{ carrier: carrier ?? 'jwt', form: 'jws', text: jws }] };
  if (isAddress(text)) return { ok: true, documents: [{ carrier: carrier ?? 'url', form: 'url', text }] };
  return /^\s*[{["]/.test(text) ? readJson(text, carrier ?? 'json', budget) : undefined;
}
