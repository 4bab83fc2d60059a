import { maxBakedText } from '../bake/badge-carriers.ts';
import { inflateBounded } from '../bake/inflate-bounded.ts';
import { decodeText } from './decode-text.ts';
import { nothingRead } from './nothing-read.ts';
import { parseJson } from './parse-json.ts';
import type { FoundDocument, Reading } from './reading.ts';

const maxAttachments = 50;
const latin1 = new TextDecoder('latin1');

/** Reads a badge that is attached to a PDF as an embedded file (ISO 32000-2 §7.11.4), plain or deflated. */
export function readPdf(bytes: Uint8Array): Reading {
  const text = latin1.decode(bytes);
  if (/\/Encrypt\s+\d+\s+\d+\s+R/.test(text)) return nothingRead('import.container-not-read', { kind: 'PDF' });
  const documents: FoundDocument[] = [];
  let at = 0;
  for (let count = 0; count < maxAttachments; count += 1) {
    const type = text.indexOf('/EmbeddedFile', at);
    if (type < 0) break;
    at = type + '/EmbeddedFile'.length;
    // `/EmbeddedFiles` is the name tree, not a file.
    if (text[at] === 's') continue;
    const content = embeddedFile(bytes, text, type);
    const document = content && badgeIn(content);
    if (document) documents.push(document);
  }
  return documents.length > 0
    ? { ok: true, documents }
    : nothingRead('import.container-without-badge', { kind: 'PDF' });
}

function embeddedFile(bytes: Uint8Array, text: string, type: number): Uint8Array | undefined {
  const dictionaryStart = text.lastIndexOf(' obj', type);
  const keyword = text.indexOf('stream', type);
  // A dictionary is short; a keyword that is far away belongs to something else.
  if (dictionaryStart < 0 || keyword < 0 || keyword - type > 4096) return undefined;
  const start = keyword + (text.startsWith('\r\n', keyword + 6) ? 8 : 7);
  const end = text.indexOf('endstream', start);
  if (end < 0) return undefined;
  const dictionary = text.slice(Math.max(dictionaryStart, type - 4096), keyword);
  const stored = bytes.subarray(start, end);
  if (!dictionary.includes('/Filter')) return stored;
  const inflated = dictionary.includes('/FlateDecode') ? inflateBounded(stored, maxBakedText) : undefined;
  return inflated === 'too-large' ? undefined : inflated;
}

function badgeIn(content: Uint8Array): FoundDocument | undefined {
  const text = decodeText(content)?.trim();
  if (text === undefined) return undefined;
  if (/^ey[\w-]+\.[\w-]*\.[\w-]+$/.test(text)) return { carrier: 'pdf', form: 'jws', text };
  const parsed = text.startsWith('{') ? parseJson(text) : undefined;
  return parsed?.ok ? { carrier: 'pdf', form: 'json', text, json: parsed.json } : undefined;
}
