import {
  constants,
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { jsonldCanonicalizer } from './canon/jsonld-canonicalizer.ts';
import type { Cryptography, SignatureAlgorithm, SigningKey } from './keys/cryptography.ts';
import { fits } from './keys/cryptography.ts';
import { type PublicKey, publicKeyFromJwk, thumbprintInput } from './keys/public-key.ts';
import { BadgeError } from './model/badge-error.ts';
import type { ProofTools } from './proof/proof-tools.ts';
import type { Compression } from './status/compression.ts';

/** Imported public keys: making the key object costs more than the verification it is for. */
const keyObjects = new Map<string, KeyObject>();
const mostKeyObjects = 1000;

/** Cryptography by node:crypto: synchronous, with key objects kept. */
export const nodeCryptography: Cryptography = {
  hash(algorithm, text) {
    return createHash(algorithm).update(text).digest();
  },
  verify(algorithm, key, bytes, signature) {
    if (!fits(algorithm, key.type)) throw new BadgeError('key.wrong-type', { algorithm, key: key.type });
    const object = keyObjectOf(key);
    if (!object) return false;
    return verify(digestOf(algorithm), bytes, { key: object, ...schemeOf(algorithm) }, signature);
  },
};

/** GZIP by node:zlib. */
export const nodeCompression: Compression = {
  gzip: (bytes) => gzipSync(bytes, { level: 6 }),
  gunzip(bytes, mostBytes) {
    try {
      return gunzipSync(bytes, { maxOutputLength: mostBytes });
    } catch (cause) {
      const tooLong = cause instanceof RangeError;
      throw new BadgeError(tooLong ? 'status.list-length' : 'status.malformed', { member: 'encodedList' }, cause);
    }
  },
};

/** Everything that proofs need, on Node. */
export function nodeTools(): ProofTools {
  return { cryptography: nodeCryptography, canonicalizer: jsonldCanonicalizer() };
}

/** A new private key. */
export function generateSigningKey(type: 'Ed25519' | 'P-256' | 'P-384' | 'RSA'): SigningKey & ExportableKey {
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

/** What a key made here can do besides signing. */
export interface ExportableKey {
  /** The private key as PKCS #8 bytes: encrypt them before they are stored anywhere. */
  exportPkcs8(): Uint8Array;
}

function signingKey(privateKey: KeyObject): SigningKey & ExportableKey {
  const publicKey = publicKeyFromJwk(createPublicKey(privateKey).export({ format: 'jwk' }));
  const digest = { Ed25519: null, 'P-256': 'sha256', 'P-384': 'sha384', RSA: 'sha256', secp256k1: 'sha256' }[
    publicKey.type
  ];
  const key = publicKey.jwk.kty === 'EC' ? { key: privateKey, dsaEncoding: 'ieee-p1363' as const } : privateKey;
  return {
    publicKey,
    sign: (bytes) => sign(digest, bytes, key),
    exportPkcs8: () => privateKey.export({ format: 'der', type: 'pkcs8' }),
  };
}

function keyObjectOf(key: PublicKey): KeyObject | undefined {
  const name = thumbprintInput(key);
  const kept = keyObjects.get(name);
  if (kept) return kept;
  try {
    const made = createPublicKey({ key: key.jwk, format: 'jwk' });
    if (keyObjects.size >= mostKeyObjects) keyObjects.clear();
    keyObjects.set(name, made);
    return made;
  } catch {
    // The coordinates are no point of the curve: nothing can have been signed with it.
    return undefined;
  }
}

function digestOf(algorithm: SignatureAlgorithm): string | null {
  if (algorithm === 'EdDSA') return null;
  return algorithm === 'ES384' ? 'sha384' : 'sha256';
}

function schemeOf(algorithm: SignatureAlgorithm): {
  dsaEncoding?: 'ieee-p1363';
  padding?: number;
  saltLength?: number;
} {
  if (algorithm === 'ES256' || algorithm === 'ES384') return { dsaEncoding: 'ieee-p1363' };
  // RFC 7518 §3.5: the salt is as long as the hash.
  if (algorithm === 'PS256') return { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };
  return {};
}
