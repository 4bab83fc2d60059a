import { maxBakedText, pngKeywords, type Unbaked } from './badge-carriers.ts';
import { crc32 } from './crc32.ts';
import { type PngChunk, readPngChunks } from './png-chunks.ts';
import { pngTextKeyword, readPngText } from './png-text.ts';

/** Takes the badges out of a PNG: iTXt (also compressed), tEXt and zTXt, first of each keyword (OB 3.0 §5.3.2). */
export function unbakePng(bytes: Uint8Array): Unbaked {
  const chunks = readPngChunks(bytes);
  if (!chunks) return { ok: false, code: 'import.damaged-picture' };
  const carriers = pngKeywords
    .map((keyword) => ({ keyword, chunk: chunks.find((chunk) => pngTextKeyword(chunk) === keyword) }))
    .filter((found): found is { keyword: (typeof pngKeywords)[number]; chunk: PngChunk } => found.chunk !== undefined);
  if (carriers.length === 0) return { ok: false, code: 'import.picture-without-badge' };

  const read = carriers.map(({ keyword, chunk }) =>
    hasRightCrc(bytes, chunk) ? readPngText(chunk, keyword, maxBakedText) : 'damaged',
  );
  const texts = read.flatMap((text) => (typeof text === 'string' ? [] : [text.text.trim()]));
  if (texts.length > 0) return { ok: true, texts };
  return { ok: false, code: read.includes('too-large') ? 'import.badge-too-large' : 'import.damaged-picture' };
}

function hasRightCrc(bytes: Uint8Array, chunk: PngChunk): boolean {
  const written = new DataView(bytes.buffer, bytes.byteOffset + chunk.end - 4, 4).getUint32(0);
  return written === crc32(bytes.subarray(chunk.start + 4, chunk.end - 4));
}
