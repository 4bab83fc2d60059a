import { nothingRead } from '../nothing-read.ts';
import { readCarried } from '../read-carried.ts';
import type { FoundDocument, Reading } from '../reading.ts';
import type { ReadingBudget } from '../reading-budget.ts';
import { readJson } from './read-json.ts';
import { walletInvitation } from './wallet-invitation.ts';

/**
 * Badges in text: JSON, a compact JWS, an address, an SVG or a web page in full, several of these one a line, and what
 * a QR code may hold. `kind` names it when it is nothing of that.
 */
export function readText(
  raw: string,
  kind: string,
  budget: ReadingBudget,
  readMarkup: (text: string, budget: ReadingBudget) => Reading,
): Reading {
  const text = raw.replace(/^\uFEFF/, '').trim();
  if (text === '') return nothingRead('import.empty');
  if (text.startsWith('<')) return readMarkup(text, budget);
  const one = readOne(text, kind, budget);
  return one.ok || !text.includes('\n') ? one : (readLines(text, budget) ?? one);
}

function readOne(text: string, kind: string, budget: ReadingBudget): Reading {
  if (/^[{["]/.test(text)) return readJson(text, 'json', budget);
  const invitation = walletInvitation(text);
  if (invitation) return nothingRead('import.wallet-invitation', { kind: invitation });
  const carried = readCarried(text, undefined, budget);
  if (carried) return carried;
  // The QR codes of verifiable credentials in CBOR-LD, base 32 or 45: they need the issuer's own tables.
  const code = /^(V[CP]1)-[A-Z0-9 $%*+\-./:]+$/.exec(text)?.[1];
  if (code) return nothingRead('import.compressed-code', { kind: code });
  if (/^[\w-]+\.[\w-]+\.[\w-]+~/.test(text)) return nothingRead('import.not-understood', { kind: 'SD-JWT' });
  return nothingRead('import.not-understood', { kind });
}

/** One badge a line (NDJSON, lists of tokens or addresses); the first line decides whether it is such a list. */
function readLines(text: string, budget: ReadingBudget): Reading | undefined {
  const documents: FoundDocument[] = [];
  for (const [index, line] of text.split('\n', budget.items).entries()) {
    if (line.trim() === '') continue;
    const reading = readOne(line.trim(), 'text', budget);
    if (reading.ok) documents.push(...reading.documents.map((each) => ({ ...each, place: placeOf(each, index) })));
    else if (documents.length === 0) return undefined;
  }
  return { ok: true, documents };
}

function placeOf({ place = '' }: FoundDocument, index: number): string {
  return `line ${index + 1}${place && `, ${place}`}`;
}
