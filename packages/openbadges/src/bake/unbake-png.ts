import { nothingRead } from '../import/nothing-read.ts';
import { carriedFormats, maxBakedText, type Unbaked } from './badge-carriers.ts';
import { crc32 } from './crc32.ts';
import { type PngChunk, readPngChunks } from './png-chunks.ts';
import { formatOfChunk, readPngText } from './png-text.ts';

/** More than anybody puts into one picture. */
const mostBadges = 100;

/**
 * Takes all badges out of a PNG, the newest format first: iTXt (also compressed), tEXt and zTXt (OB 3.0 §5.3.2).
 * A damaged one is left out when there is another, and a picture that was cut off behind its badges still gives them.
 */
export function unbakePng(bytes: Uint8Array): Unbaked {
  const { chunks, isWhole } = readPngChunks(bytes) ?? { chunks: [], isWhole: false };
  const formats = chunks.map((chunk) => formatOfChunk(bytes, chunk));
  const carriers = carriedFormats.flatMap((format) => chunks.filter((_, index) => formats[index] === format));
  const { texts, problem } = readTexts(bytes, carriers.slice(0, mostBadges));
  if (texts.length > 0) return { ok: true, texts };
  const none = isWhole ? 'import.picture-without-badge' : 'import.damaged-picture';
  return nothingRead(problem ?? none, { kind: 'PNG' });
}

function readTexts(bytes: Uint8Array, carriers: PngChunk[]) {
  const texts: string[] = [];
  const budget = { bytes: maxBakedText };
  let problem: 'import.damaged-picture' | undefined;
  for (const chunk of carriers) {
    const read = hasRightCrc(bytes, chunk) ? readPngText(bytes, chunk, budget) : 'damaged';
    if (read === 'too-large') return { texts, problem: 'import.badge-too-large' as const };
    if (read === 'damaged') problem = 'import.damaged-picture';
    else texts.push(read.text);
  }
  return { texts, problem };
}

function hasRightCrc(bytes: Uint8Array, { start, end }: PngChunk): boolean {
  const written = new DataView(bytes.buffer, bytes.byteOffset + end - 4, 4).getUint32(0);
  return written === crc32(bytes, start + 4, end - 4);
}
