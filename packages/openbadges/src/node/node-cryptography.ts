import { constants, createPublicKey, hash, type KeyObject, verify } from 'node:crypto';
import { type Cryptography, fits, type HashAlgorithm, type SignatureAlgorithm } from '../keys/cryptography.ts';
import { type PublicKey, thumbprintInput } from '../keys/public-key.ts';
import { BadgeError } from '../model/badge-error.ts';

/** Imported public keys: making the key object costs more than the verification it is for. */
const objectsByThumbprint = new Map<string, KeyObject>();
const objects = new WeakMap<PublicKey, KeyObject>();
const mostKeyObjects = 1000;

/** Cryptography by node:crypto: at once, with key objects kept; many signatures on its threads. */
export const nodeCryptography: Cryptography = {
  hash: (algorithm, text) => hash(algorithm, text, 'buffer'),
  verify(algorithm, key, bytes, signature) {
    if (!fits(algorithm, key.type)) throw new BadgeError('key.wrong-type', { algorithm, key: key.type });
    const object = objects.get(key) ?? keyObjectOf(key);
    return object !== undefined && verify(schemes[algorithm].digest, bytes, keyInput(algorithm, object), signature);
  },
  async verifyAll(algorithm, key, signed) {
    if (!fits(algorithm, key.type)) throw new BadgeError('key.wrong-type', { algorithm, key: key.type });
    const object = imported(key);
    if (!object) return false;
    const input = keyInput(algorithm, object);
    const { digest } = schemes[algorithm];
    const answers = signed.map(
      ({ bytes, signature }) =>
        new Promise<boolean>((resolve, reject) => {
          verify(digest, bytes, input, signature, (error, isIntact) => (error ? reject(error) : resolve(isIntact)));
        }),
    );
    return (await Promise.all(answers)).every(Boolean);
  },
};

function keyInput(algorithm: SignatureAlgorithm, key: KeyObject): KeyObject | (Scheme['form'] & { key: KeyObject }) {
  const { form } = schemes[algorithm];
  return form === undefined ? key : { key, ...form };
}

/** The hash of a text as lower-case hex, at once: what canonical labels are made of. */
export function nodeHexHash(algorithm: HashAlgorithm, text: string): string {
  return hash(algorithm, text);
}

function keyObjectOf(key: PublicKey): KeyObject | undefined {
  const name = thumbprintInput(key);
  const kept = objectsByThumbprint.get(name) ?? imported(key);
  if (!kept) return undefined;
  if (objectsByThumbprint.size >= mostKeyObjects) objectsByThumbprint.clear();
  objectsByThumbprint.set(name, kept);
  objects.set(key, kept);
  return kept;
}

/** Undefined when the coordinates are no point of the curve: nothing can have been signed with it. */
function imported(key: PublicKey): KeyObject | undefined {
  try {
    return createPublicKey({ key: key.jwk, format: 'jwk' });
  } catch {
    return undefined;
  }
}

interface Scheme {
  digest: string | null;
  form?: { dsaEncoding?: 'ieee-p1363'; padding?: number; saltLength?: number };
}

const schemes: Record<SignatureAlgorithm, Scheme> = {
  EdDSA: { digest: null },
  ES256: { digest: 'sha256', form: { dsaEncoding: 'ieee-p1363' } },
  ES384: { digest: 'sha384', form: { dsaEncoding: 'ieee-p1363' } },
  ES512: { digest: 'sha512', form: { dsaEncoding: 'ieee-p1363' } },
  RS256: { digest: 'sha256' },
  // RFC 7518 §3.5: the salt is as long as the hash.
  PS256: { digest: 'sha256', form: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 } },
};
