import { decodeText } from '../import/decode-text.ts';
import { type CarriedFormat, carriedFormats } from './badge-carriers.ts';
import { type ByteBudget, inflateBounded } from './inflate-bounded.ts';
import { chunkTypes, type PngChunk } from './png-chunks.ts';

const latin1 = new TextDecoder('latin1');

/** Which badge format a chunk carries, by its keyword; undefined for every other chunk. */
export function formatOfChunk(bytes: Uint8Array, { type, start, end }: PngChunk): CarriedFormat | undefined {
  if (type !== chunkTypes.iTXt && type !== chunkTypes.tEXt && type !== chunkTypes.zTXt) return undefined;
  return carriedFormats.find((keyword) => startsWithKeyword(bytes, start + 8, end - 4, keyword));
}

function startsWithKeyword(bytes: Uint8Array, start: number, end: number, keyword: string): boolean {
  if (start + keyword.length >= end || bytes[start + keyword.length] !== 0) return false;
  for (let i = 0; i < keyword.length; i += 1) if (bytes[start + i] !== keyword.charCodeAt(i)) return false;
  return true;
}

/** The text of a chunk with a keyword; its bytes are taken off the budget. */
export function readPngText(
  bytes: Uint8Array,
  chunk: PngChunk,
  budget: ByteBudget,
): { text: string } | 'damaged' | 'too-large' {
  const start = chunk.start + 8;
  const rest = bytes.subarray(bytes.indexOf(0, start) + 1, chunk.end - 4);
  const content = chunk.type === chunkTypes.tEXt ? plain(rest, budget) : contentOf(rest, chunk.type, budget);
  if (content === undefined) return 'damaged';
  if (content === 'too-large') return 'too-large';
  // UTF-8 is the rule for iTXt and the practice for the others, whose rule is Latin-1.
  return { text: (decodeText(content) ?? latin1.decode(content)).trim() };
}

function plain(text: Uint8Array, budget: ByteBudget): Uint8Array | 'too-large' {
  budget.bytes -= text.length;
  return budget.bytes < 0 ? 'too-large' : text;
}

function contentOf(rest: Uint8Array, type: number, budget: ByteBudget): Uint8Array | 'too-large' | undefined {
  if (type === chunkTypes.zTXt) return rest[0] === 0 ? inflateBounded(rest.subarray(1), budget) : undefined;
  // PNG §11.3.3.4: compression flag, method, language tag, translated keyword, text.
  const languageEnd = rest.indexOf(0, 2);
  const translatedEnd = languageEnd < 0 ? -1 : rest.indexOf(0, languageEnd + 1);
  if (translatedEnd < 0) return undefined;
  const text = rest.subarray(translatedEnd + 1);
  if (rest[0] === 0) return plain(text, budget);
  return rest[0] === 1 && rest[1] === 0 ? inflateBounded(text, budget) : undefined;
}
