import { Gunzip, gzipSync } from 'fflate';
import { BadgeError } from '../model/badge-error.ts';

/** GZIP (RFC 1952) with a bound on what may come out. `./node` binds zlib, which is faster. */
export interface Compression {
  /** Compresses; the same bytes give the same result. */
  gzip(bytes: Uint8Array): Uint8Array;
  /** Throws `status.list-length` beyond `mostBytes`, `status.malformed` for anything that is not GZIP. */
  gunzip(bytes: Uint8Array, mostBytes: number): Uint8Array;
}

const step = 4096;

/** GZIP in plain JavaScript. */
export const plainCompression: Compression = {
  gzip: (bytes) => gzipSync(bytes, { mtime: 0 }),
  gunzip: (bytes, mostBytes) => plainReading.gunzip(bytes, mostBytes),
};

/** What reads, alone: pages that only verify leave out the other half. Small steps stop a bomb before it unfolds. */
export const plainReading: Pick<Compression, 'gunzip'> = {
  gunzip(bytes, mostBytes) {
    // RFC 1952 §2.3: a header of ten bytes that begins 1f 8b, and a trailer of eight.
    if (bytes.length < 18 || bytes[0] !== 0x1f || bytes[1] !== 0x8b) throw notGzip();
    const parts: Uint8Array[] = [];
    let length = 0;
    const stream = new Gunzip((part) => {
      length += part.length;
      if (length > mostBytes) throw new BadgeError('status.list-length', { most: String(mostBytes) });
      parts.push(part);
    });
    try {
      for (let at = 0; at < bytes.length; at += step)
        stream.push(bytes.subarray(at, at + step), at + step >= bytes.length);
    } catch (cause) {
      throw cause instanceof BadgeError ? cause : notGzip(cause);
    }
    // RFC 1952 §2.3.1: the trailer ends with the length, by which a list cut short is known.
    const told = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4).getUint32(0, true);
    if (told !== length) throw notGzip();
    return joined(parts, length);
  },
};

function joined(parts: Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function notGzip(cause?: unknown): BadgeError {
  return new BadgeError('status.malformed', { member: 'encodedList' }, cause);
}
