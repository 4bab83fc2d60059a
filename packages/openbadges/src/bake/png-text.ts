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
  if (chunk.type === 'tEXt') return bounded(keyword, rest, latin1, limit);
  if (chunk.type === 'zTXt') return rest[0] === 0 ? inflated(keyword, rest.subarray(1), latin1, limit) : 'damaged';
  return readInternationalText(rest, keyword, limit);
}

/** PNG §11.3.4.5: compression flag, method, language tag, translated keyword, text in UTF-8. */
function readInternationalText(rest: Uint8Array, keyword: string, limit: number): PngText {
  const languageEnd = rest.indexOf(0, 2);
  const translatedEnd = languageEnd < 0 ? -1 : rest.indexOf(0, languageEnd + 1);
  if (translatedEnd < 0) return 'damaged';
  const text = rest.subarray(translatedEnd + 1);
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  if (rest[0] === 0) return bounded(keyword, text, utf8, limit);
  return rest[0] === 1 && rest[1] === 0 ? inflated(keyword, text, utf8, limit) : 'damaged';
}

function inflated(keyword: string, bytes: Uint8Array, decoder: TextDecoder, limit: number): PngText {
  const text = inflateBounded(bytes, limit);
  if (text === 'too-large') return 'too-large';
  return text === undefined ? 'damaged' : bounded(keyword, text, decoder, limit);
}

function bounded(keyword: string, bytes: Uint8Array, decoder: TextDecoder, limit: number): PngText {
  if (bytes.length > limit) return 'too-large';
  try {
    return { keyword, text: decoder.decode(bytes) };
  } catch {
    // Bytes that are not UTF-8: the decoder has no other way to say so.
    return 'damaged';
  }
}
