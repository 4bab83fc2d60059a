import { joinBytes } from '../../model/join-bytes.ts';

/** What a selective-disclosure proof is made of. A map has integers as keys. */
export type Cbor = number | string | Uint8Array | Cbor[] | Map<number, Cbor>;

const utf8 = new TextEncoder();

/** RFC 8949 §4.2.1, deterministic form, of the few kinds there are in a proof. Integers are 0 to 2³²−1. */
export function encodeCbor(value: Cbor): Uint8Array {
  const parts: Uint8Array[] = [];
  write(value, parts);
  return joinBytes(parts);
}

function write(value: Cbor, parts: Uint8Array[]): void {
  if (typeof value === 'number') parts.push(head(0, value));
  else if (typeof value === 'string') {
    const text = utf8.encode(value);
    parts.push(head(3, text.length), text);
  } else if (value instanceof Uint8Array) parts.push(head(2, value.length), value);
  else if (Array.isArray(value)) {
    parts.push(head(4, value.length));
    for (const item of value) write(item, parts);
  } else {
    parts.push(head(5, value.size));
    for (const [key, item] of [...value].sort(([a], [b]) => a - b)) {
      parts.push(head(0, key));
      write(item, parts);
    }
  }
}

/** RFC 8949 §3: three bits of kind, then the argument in the fewest bytes. */
function head(kind: number, argument: number): Uint8Array {
  const first = kind << 5;
  if (argument < 24) return Uint8Array.of(first | argument);
  if (argument < 0x100) return Uint8Array.of(first | 24, argument);
  if (argument < 0x10000) return Uint8Array.of(first | 25, argument >> 8, argument & 255);
  return Uint8Array.of(first | 26, argument >>> 24, argument >> 16, argument >> 8, argument);
}
