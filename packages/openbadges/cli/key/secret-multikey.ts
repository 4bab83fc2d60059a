import { createECDH } from 'node:crypto';
import { decodeBase58, encodeBase58 } from '../../src/keys/base58.ts';
import { encodeBase64url } from '../../src/keys/base64url.ts';
import type { SigningKey } from '../../src/keys/cryptography.ts';
import { BadgeError } from '../../src/model/badge-error.ts';
import { type ExportableKey, importSigningKey } from '../../src/node/signing-keys.ts';
import { importJwk } from './import-jwk.ts';

export type CurveKeyType = 'Ed25519' | 'P-256' | 'P-384';

/** Multicodec prefixes of private keys, as the two bytes of their varint, and the length of the secret in bytes. */
const forms: Record<CurveKeyType, { prefix: [number, number]; length: number }> = {
  Ed25519: { prefix: [0x80, 0x26], length: 32 },
  'P-256': { prefix: [0x86, 0x26], length: 32 },
  'P-384': { prefix: [0x87, 0x26], length: 48 },
};

/** RFC 8410 §7: the fixed beginning of a PKCS #8 Ed25519 key. */
const ed25519Beginning = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The `secretKeyMultibase` of a secret: `z3u2…` for Ed25519, `z42t…` for P-256, `z2f…` for P-384. */
export function encodeSecretMultikey(type: CurveKeyType, secret: Uint8Array): string {
  return `z${encodeBase58(Uint8Array.from([...forms[type].prefix, ...secret]))}`;
}

/** Reads a `secretKeyMultibase`, also an Ed25519 one that holds the public key behind the seed. Throws `key.invalid`. */
export function decodeSecretMultikey(multibase: string): SigningKey & ExportableKey {
  if (!/^z[1-9A-HJ-NP-Za-km-z]{30,120}$/.test(multibase)) throw new BadgeError('key.invalid', { form: 'multikey' });
  const bytes = decodeBase58(multibase.slice(1));
  const secret = bytes.slice(2);
  const [type, { length }] = formOf(bytes);
  if (type === 'Ed25519' && (secret.length === 32 || secret.length === 64)) {
    return importSigningKey(Buffer.concat([ed25519Beginning, secret.slice(0, 32)]));
  }
  if (type === 'Ed25519' || secret.length !== length) throw new BadgeError('key.invalid', { form: 'multikey' });
  return importElliptic(type, secret);
}

function formOf(bytes: Uint8Array): [CurveKeyType, { length: number }] {
  const found = Object.entries(forms).find(([, { prefix }]) => bytes[0] === prefix[0] && bytes[1] === prefix[1]);
  if (!found) throw new BadgeError('key.unsupported', { form: 'multikey' });
  return found as [CurveKeyType, { length: number }];
}

function importElliptic(crv: 'P-256' | 'P-384', secret: Uint8Array): SigningKey & ExportableKey {
  const curve = createECDH(crv === 'P-256' ? 'prime256v1' : 'secp384r1');
  try {
    curve.setPrivateKey(secret);
  } catch (cause) {
    throw new BadgeError('key.invalid', { form: 'multikey' }, cause);
  }
  const point = curve.getPublicKey();
  const [x, y] = [point.subarray(1, 1 + secret.length), point.subarray(1 + secret.length)].map(encodeBase64url);
  return importJwk({ kty: 'EC', crv, x, y, d: encodeBase64url(secret) });
}
