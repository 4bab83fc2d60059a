import { maxBakedText, type Unbaked } from '../bake/badge-carriers.ts';
import { unbakePng } from '../bake/unbake-png.ts';
import { unbakeSvg } from '../bake/unbake-svg.ts';
import { decodeText } from './decode-text.ts';
import { fileKind } from './file-kind.ts';
import { nothingRead } from './nothing-read.ts';
import { parseJson } from './parse-json.ts';
import { readPdf } from './read-pdf.ts';
import { readZip } from './read-zip.ts';
import type { FoundDocument, Reading } from './reading.ts';

/** The largest file that is looked into, in bytes. */
export const maxInput = 32 * 1024 * 1024;

export interface ReadingHints {
  fileName?: string;
  contentType?: string;
}

/**
 * Finds the badge in what somebody brought: PNG, SVG, JSON, compact JWS, address, PDF, or a ZIP of these.
 * Nothing is verified and nothing is fetched. Bytes decide what it is; the hints only name it in a problem.
 */
export function readBadge(input: Uint8Array | string, hints: ReadingHints = {}): Reading {
  if (input.length > maxInput) return nothingRead('import.too-large', { limit: `${maxInput / 1024 / 1024} MB` });
  if (typeof input === 'string') return readText(input, hints);
  const kind = fileKind(input);
  if (kind === 'png') return fromPicture(unbakePng(input), 'png');
  if (kind === 'pdf') return readPdf(input);
  if (kind === 'zip') return readZip(input, (bytes, fileName) => readBadge(bytes, { fileName }));
  if (kind === 'unknown') return notUnderstood(hints);
  if (kind !== 'text') return nothingRead('import.other-picture', { kind });
  const text = decodeText(input);
  return text === undefined ? notUnderstood(hints) : readText(text, hints);
}

function readText(raw: string, hints: ReadingHints): Reading {
  const text = raw.replace(/^\uFEFF/, '').trim();
  if (text === '') return nothingRead('import.empty');
  if (text.startsWith('<')) return readMarkup(text);
  if (/^[{["]/.test(text)) return readJson(text, 'json');
  const jws = compactJws(text);
  if (jws) return found({ carrier: 'jwt', form: 'jws', text: jws });
  if (isAddress(text)) return found({ carrier: 'url', form: 'url', text });
  if (/^[\w-]+\.[\w-]+\.[\w-]+~/.test(text)) return nothingRead('import.not-understood', { kind: 'SD-JWT' });
  return notUnderstood(hints);
}

function readMarkup(text: string): Reading {
  // A page may hold pictures of its own; a picture is no page.
  const isPage = /^<!doctype html|<html[\s>]/i.test(text.slice(0, 4096));
  if (isPage || !/<(\w+:)?svg[\s>]/.test(text)) return nothingRead('import.web-page');
  return fromPicture(unbakeSvg(text), 'svg');
}

/** What one text from a picture is: JSON, a JWS, or the address of a hosted assertion. */
function fromPicture(unbaked: Unbaked, carrier: 'png' | 'svg'): Reading {
  if (!unbaked.ok) return unbaked;
  const readings = unbaked.texts.map((text) => readCarried(text, carrier));
  const documents = readings.flatMap((reading) => (reading.ok ? reading.documents : []));
  return documents.length > 0 ? { ok: true, documents } : (readings[0] ?? nothingRead('import.empty'));
}

function readCarried(text: string, carrier: FoundDocument['carrier']): Reading {
  const jws = compactJws(text);
  if (jws) return found({ carrier, form: 'jws', text: jws });
  if (isAddress(text)) return found({ carrier, form: 'url', text });
  return readJson(text, carrier);
}

function readJson(text: string, carrier: FoundDocument['carrier']): Reading {
  if (text.length > maxBakedText) return nothingRead('import.badge-too-large');
  const parsed = parseJson(text);
  if (!parsed.ok) return nothingRead(parsed.code);
  if (typeof parsed.json === 'string') return readQuoted(parsed.json, carrier);
  if (Array.isArray(parsed.json)) return readList(parsed.json, carrier);
  return found({ carrier, form: 'json', text, json: parsed.json });
}

/** A JWS or an address in quotation marks, as it is copied out of JSON. */
function readQuoted(text: string, carrier: FoundDocument['carrier']): Reading {
  const jws = compactJws(text);
  if (jws) return found({ carrier: carrier === 'json' ? 'jwt' : carrier, form: 'jws', text: jws });
  if (isAddress(text)) return found({ carrier: carrier === 'json' ? 'url' : carrier, form: 'url', text });
  return nothingRead('import.not-understood', { kind: 'JSON' });
}

function readList(list: unknown[], carrier: FoundDocument['carrier']): Reading {
  const readings = list.map((item) => readJson(JSON.stringify(item), carrier));
  const documents = readings.flatMap((reading) => (reading.ok ? reading.documents : []));
  return documents.length > 0 ? { ok: true, documents } : nothingRead('import.not-understood', { kind: 'JSON' });
}

/** RFC 7515 §3.1, also when line breaks crept in while pasting; undefined when it is none. */
function compactJws(text: string): string | undefined {
  if (!text.startsWith('ey')) return undefined;
  const joined = text.replace(/\s+/g, '');
  return /^[\w-]+\.[\w-]*\.[\w-]+$/.test(joined) ? joined : undefined;
}

function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) && text.length <= 4096 && URL.canParse(text);
}

function found(document: FoundDocument): Reading {
  return { ok: true, documents: [document] };
}

function notUnderstood({ fileName, contentType }: ReadingHints): Reading {
  const extension = fileName?.match(/\.(\w{1,8})$/)?.[1];
  return nothingRead('import.not-understood', { kind: extension?.toUpperCase() ?? contentType ?? 'text' });
}
