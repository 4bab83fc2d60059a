import { maxBakedText } from '../../bake/badge-carriers.ts';
import { nothingRead } from '../nothing-read.ts';
import { parseJson } from '../parse-json.ts';
import type { FoundDocument, Reading } from '../reading.ts';
import type { ReadingBudget } from '../reading-budget.ts';
import { isWalletMessage } from './wallet-invitation.ts';
import { wrappedBadges } from './wrapped-badges.ts';
import { compactJws, isAddress } from './written-forms.ts';

/** Badges in JSON text: one document, a list, the answer of an API, or a JWS or address in quotation marks. */
export function readJson(text: string, carrier: FoundDocument['carrier'], budget: ReadingBudget): Reading {
  if (text.length > maxBakedText) return nothingRead('import.badge-too-large');
  const parsed = parseJson(text);
  if (!parsed.ok) return nothingRead(parsed.code);
  const { json } = parsed;
  if (Array.isArray(json)) return readParts(json.map(partOfList), carrier, budget);
  const wrapped = wrappedBadges(json);
  if (wrapped.length > 0) return readParts(wrapped, carrier, budget);
  if (isWalletMessage(json)) return nothingRead('import.wallet-invitation', { kind: 'JSON' });
  const found = documentOf(json, text, carrier);
  return found ? { ok: true, documents: [found] } : nothingRead('import.not-understood', { kind: 'JSON' });
}

interface Part {
  pointer: string;
  value: unknown;
}

function partOfList(value: unknown, index: number): Part {
  return { pointer: `/${index}`, value };
}

function readParts(parts: Part[], carrier: FoundDocument['carrier'], budget: ReadingBudget): Reading {
  const documents: FoundDocument[] = [];
  const waiting = parts.toReversed();
  for (let part = waiting.pop(); part && budget.items > 0; part = waiting.pop()) {
    budget.items -= 1;
    const { value, pointer } = part;
    const inner = Array.isArray(value) ? value.map(partOfList) : wrappedBadges(value);
    if (inner.length > 0) {
      for (const each of inner.toReversed()) waiting.push({ ...each, pointer: pointer + each.pointer });
      continue;
    }
    const found = documentOf(value, undefined, carrier);
    if (found) documents.push({ ...found, place: pointer });
  }
  return documents.length > 0 ? { ok: true, documents } : nothingRead('import.not-understood', { kind: 'JSON' });
}

/** `text` is how it was written; inside something larger it is written anew. */
function documentOf(
  json: unknown,
  text: string | undefined,
  carrier: FoundDocument['carrier'],
): FoundDocument | undefined {
  if (typeof json !== 'string') return { carrier, form: 'json', text: text ?? JSON.stringify(json), json };
  const jws = compactJws(json);
  if (jws) return { carrier: carrier === 'json' ? 'jwt' : carrier, form: 'jws', text: jws };
  return isAddress(json) ? { carrier: carrier === 'json' ? 'url' : carrier, form: 'url', text: json } : undefined;
}
