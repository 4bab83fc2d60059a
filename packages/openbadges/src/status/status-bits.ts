import { decodeBase64url, encodeBase64url } from '../keys/base64url.ts';
import { BadgeError } from '../model/badge-error.ts';
import { type Compression, plainCompression, plainReading } from './compression.ts';

/** Bitstring Status List §6.1: the least a list may hold, so that one entry hides among many. */
export const fewestEntries = 131_072;
/** Four million entries of four bits; nobody honest needs more in one list. */
const mostBytes = 2 ** 21;

/** The bits of a list of entries of `size` bits each. Bit 0 is the most significant bit of byte 0 (Bitstring Status List §3.2). */
export function statusBits(entries = fewestEntries, size = 1): Uint8Array {
  if (entries < fewestEntries || Math.ceil((entries * size) / 8) > mostBytes) {
    throw new BadgeError('status.list-length', { entries: String(entries) });
  }
  return new Uint8Array(Math.ceil((entries * size) / 8));
}

/** Reads the `size` bits of an entry as a number, the first bit being the highest. Throws `status.range`. */
export function readStatus(bits: Uint8Array, index: number, size = 1): number {
  const from = firstBit(bits, index, size);
  let value = 0;
  for (let at = from; at < from + size; at += 1)
    value = value * 2 + (((bits[at >> 3] as number) >> (7 - (at & 7))) & 1);
  return value;
}

/** Sets an entry in place: true or false, or a number of `size` bits. Throws `status.range`. */
export function writeStatus(bits: Uint8Array, index: number, status: boolean | number, size = 1): void {
  const from = firstBit(bits, index, size);
  const value = Number(status);
  if (!Number.isInteger(value) || value < 0 || value >= 2 ** size) {
    throw new BadgeError('status.range', { index: String(index), value: String(value) });
  }
  for (let at = 0; at < size; at += 1) {
    const place = from + at;
    const mask = 0x80 >> (place & 7);
    const byte = bits[place >> 3] as number;
    const isSet = Math.floor(value / 2 ** (size - 1 - at)) % 2 === 1;
    bits[place >> 3] = isSet ? byte | mask : byte & ~mask;
  }
}

function firstBit(bits: Uint8Array, index: number, size: number): number {
  const from = index * size;
  const isInside = Number.isSafeInteger(from) && index >= 0 && from + size <= bits.length * 8;
  if (!isInside || !Number.isInteger(size) || size < 1) throw new BadgeError('status.range', { index: String(index) });
  return from;
}

/** `encodedList`: multibase base64url of the compressed bits. Throws `status.list-length` for a short list. */
export function encodeStatusList(bits: Uint8Array, compression: Compression = plainCompression): string {
  if (bits.length * 8 < fewestEntries) throw new BadgeError('status.list-length', { entries: String(bits.length * 8) });
  return `u${encodeBase64url(compression.gzip(bits))}`;
}

/**
 * The bits of an `encodedList`. The `u` may be missing, as in StatusList2021.
 *
 * A list shorter than the minimum is returned all the same: whoever reads it decides whether to warn or to refuse.
 */
export function decodeStatusList(
  encodedList: string,
  compression: Pick<Compression, 'gunzip'> = plainReading,
): Uint8Array {
  // GZIP begins with 1f 8b, in base64 `H4sI`: a list that starts so has no multibase prefix.
  const encoded = encodedList.startsWith('u') ? encodedList.slice(1) : encodedList;
  if (encoded.length > mostBytes * 2) throw new BadgeError('status.list-length', { most: String(mostBytes) });
  try {
    return compression.gunzip(decodeBase64url(encoded), mostBytes);
  } catch (error) {
    if (error instanceof BadgeError && error.code === 'encoding.invalid') {
      throw new BadgeError('status.malformed', { member: 'encodedList' }, error);
    }
    throw error;
  }
}
