import type { SignatureAlgorithm } from '../../keys/cryptography.ts';
import { joinBytes } from '../../model/join-bytes.ts';
import { encodeCbor } from '../sd/encode-cbor.ts';

/** The protected header of a COSE_Sign1 (RFC 9052 §3.1, RFC 9596 for `typ`). */
export interface CoseHeader {
  algorithm: SignatureAlgorithm;
  contentType?: string;
  /** Where the signer publishes the key. */
  kid?: string;
  typ?: string;
}

/** RFC 9053 §2.1, §2.2: −1 minus these. */
const algorithms: [SignatureAlgorithm, number][] = [
  ['ES256', 6],
  ['EdDSA', 7],
  ['ES384', 34],
  ['ES512', 35],
];

const utf8 = new TextEncoder();
const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** Undefined for an algorithm that COSE has no number for here. */
export function encodeCoseHeader({
  algorithm,
  contentType = '',
  kid = '',
  typ = '',
}: CoseHeader): Uint8Array | undefined {
  const number = algorithms.find(([name]) => name === algorithm)?.[1];
  if (number === undefined) return undefined;
  const negative = number < 24 ? Uint8Array.of(0x20 | number) : Uint8Array.of(0x38, number);
  const parts = [Uint8Array.of(0xa4, 1), negative, Uint8Array.of(3), encodeCbor(contentType)];
  return joinBytes([...parts, Uint8Array.of(4), encodeCbor(utf8.encode(kid)), Uint8Array.of(16), encodeCbor(typ)]);
}

/** Undefined for a header that is malformed, or has members that are not understood: one could be critical. */
export function decodeCoseHeader(bytes: Uint8Array): CoseHeader | undefined {
  const [first = 0] = bytes;
  if (first < 0xa1 || first > 0xa4) return undefined;
  const members = new Map<number, string | SignatureAlgorithm>();
  let at = 1;
  for (let left = first & 31; left > 0; left -= 1) {
    const key = bytes[at] ?? 255;
    const item = key < 24 && !members.has(key) ? readItem(bytes, at + 1) : undefined;
    if (!item || !fitsMember(key, item.kind)) return undefined;
    members.set(key, item.text);
    at = item.end;
  }
  const algorithm = members.get(1) as SignatureAlgorithm | undefined;
  if (at !== bytes.length || algorithm === undefined) return undefined;
  const [contentType, kid, typ] = [members.get(3), members.get(4), members.get(16)];
  return {
    algorithm,
    ...(contentType === undefined ? {} : { contentType }),
    ...(kid === undefined ? {} : { kid }),
    ...(typ === undefined ? {} : { typ }),
  };
}

interface Item {
  kind: number;
  text: string;
  end: number;
}

/** A negative number that is an algorithm, bytes or text (RFC 8949 §3); nothing else is in a header. */
function readItem(bytes: Uint8Array, at: number): Item | undefined {
  const first = bytes[at] ?? 0;
  const kind = first >> 5;
  const size = first & 31;
  if (size > 25) return undefined;
  const head = size < 24 ? 1 : size - 22;
  const argument = size < 24 ? size : bytes.subarray(at + 1, at + head).reduce((sum, byte) => sum * 256 + byte, 0);
  if (kind === 1) {
    const name = algorithms.find(([, number]) => number === argument)?.[0];
    return name && { kind, text: name, end: at + head };
  }
  const end = at + head + argument;
  const text = (kind === 2 || kind === 3) && end <= bytes.length ? textOf(bytes.subarray(at + head, end)) : undefined;
  return text === undefined ? undefined : { kind, text, end };
}

function fitsMember(key: number, kind: number): boolean {
  return kind === { 1: 1, 3: 3, 4: 2, 16: 3 }[key];
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return strictUtf8.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
