import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { SigningKey } from '../keys/cryptography.ts';
import { type KeyType, publicKeyFromJwk } from '../keys/public-key.ts';
import { BadgeError } from '../model/badge-error.ts';

/** What a key made here can do besides signing. */
export interface ExportableKey {
  /** The private key as PKCS #8 bytes: encrypt them before they are stored anywhere. */
  exportPkcs8(): Uint8Array;
}

/** A new private key. RSA keys have 2048 bits. */
export function generateSigningKey(type: 'Ed25519' | 'P-256' | 'P-384' | 'P-521' | 'RSA'): SigningKey & ExportableKey {
  if (type === 'Ed25519') return signingKey(generateKeyPairSync('ed25519').privateKey);
  if (type === 'RSA') return signingKey(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);
  return signingKey(generateKeyPairSync('ec', { namedCurve: type }).privateKey);
}

/** A private key from its PKCS #8 bytes (RFC 5958). Throws `key.invalid`. */
export function importSigningKey(pkcs8: Uint8Array): SigningKey & ExportableKey {
  try {
    return signingKey(createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' }));
  } catch (cause) {
    throw new BadgeError('key.invalid', { form: 'pkcs8' }, cause);
  }
}

const digests: Record<KeyType, string | null> = {
  Ed25519: null,
  'P-256': 'sha256',
  'P-384': 'sha384',
  'P-521': 'sha512',
  RSA: 'sha256',
  secp256k1: 'sha256',
};

function signingKey(privateKey: KeyObject): SigningKey & ExportableKey {
  const publicKey = publicKeyFromJwk(createPublicKey(privateKey).export({ format: 'jwk' }));
  const digest = digests[publicKey.type];
  const key = publicKey.jwk.kty === 'EC' ? { key: privateKey, dsaEncoding: 'ieee-p1363' as const } : privateKey;
  return {
    publicKey,
    sign: (bytes) => sign(digest, bytes, key),
    exportPkcs8: () => privateKey.export({ format: 'der', type: 'pkcs8' }),
  };
}
