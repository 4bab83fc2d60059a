import { BadgeError } from '../model/badge-error.ts';
import { joinBytes } from '../model/join-bytes.ts';
import { type BakeOptions, type CarriedFormat, maxBakedText } from './badge-carriers.ts';
import { crc32 } from './crc32.ts';
import { isPng, readPngChunks } from './png-chunks.ts';
import { formatOfChunk } from './png-text.ts';

const encoder = new TextEncoder();

/**
 * Puts a badge (JSON text, compact JWS, or for older ones an address) into a PNG as an iTXt chunk after IHDR
 * (OB 3.0 §5.3.1, OB 2.0 baking). The picture is not encoded anew; every byte of it stays.
 *
 * Throws `bake.not-a-png`, `bake.damaged-png` or `bake.too-large`.
 */
export function bakePng(picture: Uint8Array, badge: string, options: BakeOptions = {}): Uint8Array<ArrayBuffer> {
  return joinBytes(bakePngParts(picture, badge, options));
}

/** `bakePng` as pieces for `writev` or a stream: all but the new chunk are views of the picture, nothing is copied. */
export function bakePngParts(picture: Uint8Array, badge: string, options: BakeOptions = {}): Uint8Array[] {
  const { format = 'openbadgecredential', keepOthers = false } = options;
  const { chunks, isWhole } = readPngChunks(picture) ?? { chunks: [], isWhole: false };
  if (!isWhole) throw new BadgeError(isPng(picture) ? 'bake.damaged-png' : 'bake.not-a-png');
  let kept = chunks[0]?.end ?? 0;
  const parts = [picture.subarray(0, kept), textChunk(format, badge)];
  for (const chunk of keepOthers ? [] : chunks) {
    if (formatOfChunk(picture, chunk) !== format) continue;
    if (chunk.start > kept) parts.push(picture.subarray(kept, chunk.start));
    kept = chunk.end;
  }
  parts.push(picture.subarray(kept));
  return parts;
}

/** An iTXt chunk without compression, language or translated keyword. */
function textChunk(keyword: CarriedFormat, text: string): Uint8Array {
  const content = encoder.encode(text);
  if (content.length > maxBakedText) throw new BadgeError('bake.too-large', { limit: `${maxBakedText}` });
  const start = 8 + keyword.length + 5;
  const chunk = new Uint8Array(start + content.length + 4);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, chunk.length - 12);
  encoder.encodeInto(`iTXt${keyword}`, chunk.subarray(4));
  chunk.set(content, start);
  view.setUint32(chunk.length - 4, crc32(chunk, 4, chunk.length - 4));
  return chunk;
}
