import { BadgeError } from '../../model/badge-error.ts';
import type { Cbor } from './encode-cbor.ts';

const deepest = 4;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

interface Reading {
  bytes: Uint8Array;
  at: number;
}

/**
 * Reads what `encodeCbor` writes and nothing else: no tags, floats or negative numbers, no indefinite lengths, no number
 * longer than needed, no key twice, nothing after the end. Throws `encoding.invalid`.
 */
export function decodeCbor(bytes: Uint8Array): Cbor {
  const reading = { bytes, at: 0 };
  const value = read(reading, 0);
  if (reading.at !== bytes.length) throw invalid();
  return value;
}

function read(reading: Reading, depth: number): Cbor {
  if (depth > deepest) throw invalid();
  const { kind, argument } = readHead(reading);
  if (kind === 0) return argument;
  if (kind === 2) return take(reading, argument).slice();
  if (kind === 3) return textOf(take(reading, argument));
  // Each item has at least one byte, so that a length that was made up costs nothing.
  if (argument > reading.bytes.length - reading.at) throw invalid();
  if (kind === 4) {
    const items: Cbor[] = [];
    for (let i = 0; i < argument; i += 1) items.push(read(reading, depth + 1));
    return items;
  }
  if (kind !== 5) throw invalid();
  return readMap(reading, argument, depth);
}

function readMap(reading: Reading, size: number, depth: number): Map<number, Cbor> {
  const map = new Map<number, Cbor>();
  for (let i = 0; i < size; i += 1) {
    const { kind, argument } = readHead(reading);
    if (kind !== 0 || map.has(argument)) throw invalid();
    map.set(argument, read(reading, depth + 1));
  }
  return map;
}

function readHead(reading: Reading): { kind: number; argument: number } {
  const [first = 0] = take(reading, 1);
  const kind = first >> 5;
  const small = first & 31;
  if (small < 24) return { kind, argument: small };
  if (small > 26) throw invalid();
  const argument = take(reading, 1 << (small - 24)).reduce((number, byte) => number * 256 + byte, 0);
  const least = [24, 0x100, 0x10000][small - 24] as number;
  if (argument < least) throw invalid();
  return { kind, argument };
}

function take(reading: Reading, length: number): Uint8Array {
  const end = reading.at + length;
  if (end > reading.bytes.length) throw invalid();
  const part = reading.bytes.subarray(reading.at, end);
  reading.at = end;
  return part;
}

function textOf(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw new BadgeError('encoding.invalid', { encoding: 'cbor' }, cause);
  }
}

function invalid(): BadgeError {
  return new BadgeError('encoding.invalid', { encoding: 'cbor' });
}
