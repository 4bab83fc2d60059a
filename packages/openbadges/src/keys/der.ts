import { BadgeError } from '../model/badge-error.ts';

/** One value of DER: its tag, and the bytes of its contents. */
export interface DerValue {
  tag: number;
  contents: Uint8Array;
}

/** X.690 §8.1.2: the tags a public key is made of. */
export const derTag = { integer: 0x02, bitString: 0x03, none: 0x05, objectId: 0x06, sequence: 0x30 } as const;

/**
 * The values that follow one another in these bytes (X.690 §10.1: definite and shortest lengths only). Nothing inside
 * them is looked at. Throws `key.invalid` for anything else, also for bytes that are left over.
 */
export function readDer(bytes: Uint8Array): DerValue[] {
  const values: DerValue[] = [];
  for (let at = 0; at < bytes.length; ) {
    const { start, length } = extentAt(bytes, at + 1);
    if (start + length > bytes.length) throw malformed();
    values.push({ tag: bytes[at] as number, contents: bytes.subarray(start, start + length) });
    at = start + length;
  }
  return values;
}

/** The values inside the only value that is there, which must be a sequence. */
export function readDerSequence(bytes: Uint8Array): DerValue[] {
  const [only, ...more] = readDer(bytes);
  if (only?.tag !== derTag.sequence || more.length > 0) throw malformed();
  return readDer(only.contents);
}

/** A positive integer as big-endian bytes without the zero that only keeps it positive (X.690 §8.3.2). */
export function positiveInteger(value: DerValue | undefined): Uint8Array {
  const bytes = value?.tag === derTag.integer ? value.contents : new Uint8Array();
  const [first, second] = bytes;
  if (first === undefined || first > 0x7f) throw malformed();
  if (first !== 0) return bytes;
  if (second === undefined || second < 0x80) throw malformed();
  return bytes.subarray(1);
}

/** The bytes of a bit string in which every byte is whole (X.690 §8.6.2). */
export function wholeBytes(value: DerValue | undefined): Uint8Array {
  if (value?.tag !== derTag.bitString || value.contents[0] !== 0) throw malformed();
  return value.contents.subarray(1);
}

/** Where the contents start and how long they are. Two bytes of length are enough for every key. */
function extentAt(bytes: Uint8Array, at: number): { start: number; length: number } {
  const first = bytes[at];
  if (first === undefined) throw malformed();
  if (first < 0x80) return { start: at + 1, length: first };
  const count = first & 0x7f;
  const [high, low = 0] = bytes.subarray(at + 1, at + 1 + count);
  if (count < 1 || count > 2 || at + count >= bytes.length || high === undefined || high === 0) throw malformed();
  const length = count === 1 ? high : high * 256 + low;
  if (length < 0x80) throw malformed();
  return { start: at + 1 + count, length };
}

function malformed(): BadgeError {
  return new BadgeError('key.invalid', { form: 'der' });
}
