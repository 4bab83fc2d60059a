import { BadgeError } from '../model/badge-error.ts';
import { decodeBase58, encodeBase58 } from './base58.ts';
import { decodeBase64url, encodeBase64url } from './base64url.ts';
import { compressPoint, decompressPoint } from './elliptic-point.ts';
import type { KeyType, PublicKey } from './public-key.ts';

/** Multicodec prefixes of public keys, as the two bytes of their varint. */
const prefixes: [KeyType, number, number][] = [
  ['Ed25519', 0xed, 0x01],
  ['P-256', 0x80, 0x24],
  ['P-384', 0x81, 0x24],
  ['P-521', 0x82, 0x24],
  ['secp256k1', 0xe7, 0x01],
];

/** The `publicKeyMultibase` of a Multikey. Throws `key.unsupported` for RSA, which has no such form here. */
export function encodeMultikey(key: PublicKey): string {
  return `z${encodeBase58(multikeyBytes(key))}`;
}

/** Reads a public Multikey (`z6Mk…`, `zDn…`, `z82…`, `zQ3s…`). Throws `key.invalid` or `key.unsupported`. */
export function decodeMultikey(multibase: string): PublicKey {
  if (!multibase.startsWith('z')) throw new BadgeError('key.invalid', { form: 'multikey' });
  return publicKeyFromMultikeyBytes(decodeBase58(multibase.slice(1)));
}

/** A Multikey before base58: two bytes of prefix and the raw key. Throws `key.unsupported` for RSA. */
export function multikeyBytes(key: PublicKey): Uint8Array {
  const prefix = prefixes.find(([type]) => type === key.type);
  if (!prefix || key.jwk.kty === 'RSA') throw new BadgeError('key.unsupported', { kty: key.type });
  const raw =
    key.jwk.kty === 'OKP'
      ? decodeBase64url(key.jwk.x)
      : compressPoint(decodeBase64url(key.jwk.x), decodeBase64url(key.jwk.y));
  return Uint8Array.from([prefix[1], prefix[2], ...raw]);
}

/** Throws `key.invalid` or `key.unsupported`. */
export function publicKeyFromMultikeyBytes(bytes: Uint8Array): PublicKey {
  const prefix = prefixes.find(([, first, second]) => bytes[0] === first && bytes[1] === second);
  if (!prefix) throw new BadgeError('key.unsupported', { form: 'multikey' });
  const raw = bytes.slice(2);
  const [type] = prefix;
  if (type !== 'Ed25519') return ellipticKey(type as 'P-256' | 'P-384' | 'P-521' | 'secp256k1', raw);
  if (raw.length !== 32) throw new BadgeError('key.invalid', { form: 'multikey' });
  return { type, jwk: { kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(raw) } };
}

function ellipticKey(crv: 'P-256' | 'P-384' | 'P-521' | 'secp256k1', raw: Uint8Array): PublicKey {
  const { x, y } = decompressPoint(crv, raw);
  return { type: crv, jwk: { kty: 'EC', crv, x: encodeBase64url(x), y: encodeBase64url(y) } };
}
