import type { Cryptography } from '../../keys/cryptography.ts';
import { joinBytes } from '../../model/join-bytes.ts';
import { whenReady } from '../../model/when-ready.ts';

const blockBytes = 64;

/** RFC 2104 with SHA-256, for keys of at most 64 bytes. */
export function hmacSha256(
  key: Uint8Array,
  { hash }: Cryptography,
): (message: Uint8Array) => Uint8Array | Promise<Uint8Array> {
  const inner = padded(key, 0x36);
  const outer = padded(key, 0x5c);
  return (message) =>
    whenReady(hash('sha256', joinBytes([inner, message])), (digest) => hash('sha256', joinBytes([outer, digest])));
}

function padded(key: Uint8Array, pad: number): Uint8Array {
  const bytes = new Uint8Array(blockBytes).fill(pad);
  for (let at = 0; at < key.length; at += 1) bytes[at] = (key[at] as number) ^ pad;
  return bytes;
}
