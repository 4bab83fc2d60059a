import { BadgeError } from '../model/badge-error.ts';
import { crc32 } from './crc32.ts';
import { readPngChunks } from './png-chunks.ts';
import { pngTextKeyword } from './png-text.ts';

const keyword = 'openbadgecredential';

/**
 * Puts a signed credential (JSON text or compact JWS) into a PNG as an iTXt chunk after IHDR (OB 3.0 §5.3.1).
 * The picture is not encoded anew; a credential that was in it is replaced.
 */
export function bakePng(picture: Uint8Array, credential: string): Uint8Array {
  const chunks = readPngChunks(picture);
  if (!chunks) throw new BadgeError('bake.not-a-png');
  const [header, ...others] = chunks;
  const kept = others.filter((chunk) => pngTextKeyword(chunk) !== keyword);
  const parts = [
    picture.subarray(0, header?.end),
    internationalTextChunk(credential),
    ...kept.map((chunk) => picture.subarray(chunk.start, chunk.end)),
  ];
  return concat(parts);
}

/** No compression, no language, no translated keyword. */
function internationalTextChunk(text: string): Uint8Array {
  const encoder = new TextEncoder();
  const body = concat([encoder.encode(`iTXt${keyword}`), new Uint8Array(5), encoder.encode(text)]);
  return concat([uint32(body.length - 4), body, uint32(crc32(body))]);
}

function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

function concat(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
