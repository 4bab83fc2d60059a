import { BadgeError } from '../model/badge-error.ts';
import { isObject } from '../model/json.ts';
import { textOf } from '../model/text-of.ts';
import { decodeBase64url } from './base64url.ts';

/** The kinds of keys that badges are signed with. */
export type KeyType = 'Ed25519' | 'P-256' | 'P-384' | 'P-521' | 'secp256k1' | 'RSA';

/** The public members of a JWK (RFC 7517), and nothing else of it. */
export type PublicJwk =
  | { kty: 'OKP'; crv: 'Ed25519'; x: string }
  | { kty: 'EC'; crv: 'P-256' | 'P-384' | 'P-521' | 'secp256k1'; x: string; y: string }
  | { kty: 'RSA'; n: string; e: string };

/** A public key, whatever form it was published in. Two keys are the same when their JWK members are. */
export interface PublicKey {
  readonly type: KeyType;
  readonly jwk: PublicJwk;
}

const coordinateBytes = { Ed25519: 32, 'P-256': 32, 'P-384': 48, 'P-521': 66, secp256k1: 32 } as const;

/** Throws `key.invalid` for a malformed JWK, `key.unsupported` for a kind we do not verify with. */
export function publicKeyFromJwk(jwk: unknown): PublicKey {
  if (!isObject(jwk)) throw new BadgeError('key.invalid', { form: 'jwk' });
  if (jwk.kty === 'OKP' && jwk.crv === 'Ed25519') {
    return { type: 'Ed25519', jwk: { kty: 'OKP', crv: 'Ed25519', x: coordinate(jwk.x, 'Ed25519') } };
  }
  if (jwk.kty === 'EC') return ellipticKey(jwk);
  if (jwk.kty === 'RSA') return rsaKey(jwk);
  throw new BadgeError('key.unsupported', { kty: textOf(jwk.kty), crv: textOf(jwk.crv) });
}

/** Whether two keys are the same key, however they are written. */
export function sameKey(a: PublicKey, b: PublicKey): boolean {
  return a.type === b.type && thumbprintInput(a) === thumbprintInput(b);
}

/** RFC 7638 §3.1: the required members in lexical order. Its SHA-256 is the thumbprint. */
export function thumbprintInput({ jwk }: PublicKey): string {
  if (jwk.kty === 'RSA') return JSON.stringify({ e: jwk.e, kty: jwk.kty, n: jwk.n });
  if (jwk.kty === 'OKP') return JSON.stringify({ crv: jwk.crv, kty: jwk.kty, x: jwk.x });
  return JSON.stringify({ crv: jwk.crv, kty: jwk.kty, x: jwk.x, y: jwk.y });
}

function ellipticKey(jwk: Record<string, unknown>): PublicKey {
  const crv = jwk.crv;
  if (crv !== 'P-256' && crv !== 'P-384' && crv !== 'P-521' && crv !== 'secp256k1') {
    throw new BadgeError('key.unsupported', { kty: 'EC', crv: textOf(crv) });
  }
  return { type: crv, jwk: { kty: 'EC', crv, x: coordinate(jwk.x, crv), y: coordinate(jwk.y, crv) } };
}

function rsaKey({ n, e }: Record<string, unknown>): PublicKey {
  if (typeof n !== 'string' || typeof e !== 'string') throw new BadgeError('key.invalid', { form: 'jwk' });
  // RFC 7518 §3.3: 2048 bits or larger; the upper bound keeps a verification cheap.
  const bytes = decodeBase64url(n).length;
  if (bytes < 256 || bytes > 1024 || decodeBase64url(e).length > 8)
    throw new BadgeError('key.invalid', { form: 'jwk' });
  return { type: 'RSA', jwk: { kty: 'RSA', n, e } };
}

function coordinate(value: unknown, type: keyof typeof coordinateBytes): string {
  if (typeof value !== 'string' || decodeBase64url(value).length !== coordinateBytes[type]) {
    throw new BadgeError('key.invalid', { form: 'jwk' });
  }
  return value;
}
