import type { KeyType, PublicKey } from './public-key.ts';

/** The hashes that proofs are made over. */
export type HashAlgorithm = 'sha256' | 'sha384';

/** RFC 7518 §3.1 and RFC 8037 §3.1: the signatures we verify. ECDSA ones are the raw r‖s, never DER. */
export type SignatureAlgorithm = 'EdDSA' | 'ES256' | 'ES384' | 'ES512' | 'RS256' | 'PS256';

/** The mathematics, passed in: `./node` binds node:crypto, `webCryptography` the browser's. */
export interface Cryptography {
  /** The hash of a text (as UTF-8) or of bytes. */
  hash(algorithm: HashAlgorithm, text: string | Uint8Array): Uint8Array | Promise<Uint8Array>;
  /** False for a wrong or malformed signature. Throws `key.unsupported` where the platform lacks the algorithm. */
  verify(
    algorithm: SignatureAlgorithm,
    key: PublicKey,
    bytes: Uint8Array,
    signature: Uint8Array,
  ): boolean | Promise<boolean>;
  /** Whether one key, used for these and no more, made all of the signatures. At the same time where there are cores. */
  verifyAll(algorithm: SignatureAlgorithm, key: PublicKey, signed: readonly SignedText[]): Promise<boolean>;
}

/** Some bytes and a signature of them. */
export interface SignedText {
  bytes: Uint8Array;
  signature: Uint8Array;
}

/** A private key that stays where it is: only its signatures come out. */
export interface SigningKey {
  readonly publicKey: PublicKey;
  /** Signs with the one algorithm of the key's type. */
  sign(bytes: Uint8Array): Uint8Array | Promise<Uint8Array>;
}

/** The algorithm a key signs with by default; secp256k1 keys are read, not used. */
export const algorithmOf: Record<KeyType, SignatureAlgorithm | undefined> = {
  Ed25519: 'EdDSA',
  'P-256': 'ES256',
  'P-384': 'ES384',
  'P-521': 'ES512',
  RSA: 'RS256',
  secp256k1: undefined,
};

/** Whether a key of this type can have made a signature of this algorithm. */
export function fits(algorithm: SignatureAlgorithm, type: KeyType): boolean {
  return algorithmOf[type] === algorithm || (algorithm === 'PS256' && type === 'RSA');
}
