import { decodeText } from '../import/decode-text.ts';
import { inflateBounded } from './inflate-bounded.ts';
import type { PngChunk } from './png-chunks.ts';

export type PngText = { keyword: string; text: string } | 'damaged' | 'too-large';

const latin1 = new TextDecoder('latin1');

/** The keyword of a tEXt, zTXt or iTXt chunk; undefined for every other chunk. */
export function pngTextKeyword(chunk: PngChunk): string | undefined {
  if (!['tEXt', 'zTXt', 'iTXt'].includes(chunk.type)) return undefined;
  // A keyword is 1–79 bytes long (PNG §11.3.4.2); looking no further keeps this linear.
  const end = chunk.content.subarray(0, 80).indexOf(0);
  return end < 1 ? undefined : latin1.decode(chunk.content.subarray(0, end));
}

/** The text of a chunk that has a keyword, with at most `limit` bytes. */
export function readPngText(chunk: PngChunk, keyword: string, limit: number): PngText {
  const rest = chunk.content.subarray(keyword.length + 1);
  if (chunk.type === 'tEXt') return bounded(keyword, rest, limit);
  if (chunk.type === 'zTXt') return rest[0] === 0 ? inflated(keyword, rest.subarray(1), limit) : 'damaged';
  return readInternationalText(rest, keyword, limit);
}

/** PNG §11.3.4.5: compression flag, method, language tag, translated keyword, text. */
function readInternationalText(rest: Uint8Array, keyword: string, limit: number): PngText {
  const languageEnd = rest.indexOf(0, 2);
  const translatedEnd = languageEnd < 0 ? -1 : rest.indexOf(0, languageEnd + 1);
  if (translatedEnd < 0) return 'damaged';
  const text = rest.subarray(translatedEnd + 1);
  if (rest[0] === 0) return bounded(keyword, text, limit);
  return rest[0] === 1 && rest[1] === 0 ? inflated(keyword, text, limit) : 'damaged';
}

function inflated(keyword: string, bytes: Uint8Array, limit: number): PngText {
  const text = inflateBounded(bytes, limit);
  if (text === 'too-large') return 'too-large';
  return text === undefined ? 'damaged' : bounded(keyword, text, limit);
}

/** UTF-8 is the rule for iTXt and the practice for the others, whose rule is Latin-1. */
function bounded(keyword: string, bytes: Uint8Array, limit: number): PngText {
  if (bytes.length > limit) return 'too-large';
  return { keyword, text: decodeText(bytes) ?? latin1.decode(bytes) };
}
