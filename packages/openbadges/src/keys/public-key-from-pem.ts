import { BadgeError } from '../model/badge-error.ts';
import { decodeBase64url, encodeBase64url } from './base64url.ts';
import { type DerValue, derTag, positiveInteger, readDer, readDerSequence, wholeBytes } from './der.ts';
import { decompressPoint } from './elliptic-point.ts';
import { hexOf } from './hex.ts';
import type { PublicKey } from './public-key.ts';

/** Longer than an RSA key of 8192 bits in either form. */
const longestPem = 4096;

/**
 * The public key in a PEM text: `PUBLIC KEY` (RFC 5280 §4.1, RFC 8410 §4) or `RSA PUBLIC KEY` (RFC 8017 §A.1.1).
 *
 * RSA keys may have 1024 bits, as those of older badges do: whoever asks has to say that such a key is weak.
 * Throws `key.invalid` for what is malformed, `key.unsupported` for a kind we do not verify with.
 */
export function publicKeyFromPem(pem: string): PublicKey {
  const label = pem.length > longestPem ? undefined : /-----BEGIN ((?:RSA )?PUBLIC KEY)-----/.exec(pem)?.[1];
  if (label === undefined) throw malformed();
  const start = pem.indexOf(`-----BEGIN ${label}-----`) + label.length + 16;
  const end = pem.indexOf(`-----END ${label}-----`, start);
  if (end < 0) throw malformed();
  const bytes = decodeBase64(pem.slice(start, end));
  return label === 'RSA PUBLIC KEY' ? rsaKey(bytes) : subjectPublicKey(bytes);
}

function decodeBase64(text: string): Uint8Array {
  try {
    return decodeBase64url(text.replace(/\s+/g, ''));
  } catch (cause) {
    throw new BadgeError('key.invalid', { form: 'pem' }, cause);
  }
}

/** SubjectPublicKeyInfo: which algorithm, and the key in a bit string. */
function subjectPublicKey(bytes: Uint8Array): PublicKey {
  const [algorithm, key, ...more] = readDerSequence(bytes);
  if (algorithm?.tag !== derTag.sequence || more.length > 0) throw malformed();
  const [name, parameter, ...others] = readDer(algorithm.contents);
  if (others.length > 0) throw malformed();
  const material = wholeBytes(key);
  const object = objectId(name);
  if (object === objectIds.rsa && (parameter === undefined || parameter.tag === derTag.none)) return rsaKey(material);
  if (object === objectIds.ed25519 && parameter === undefined) return edwardsKey(material);
  if (object === objectIds.elliptic) return ellipticKey(objectId(parameter), material);
  throw new BadgeError('key.unsupported', { kty: object });
}

/** RFC 8017 §A.1.1, RFC 5480 §2.1.1, RFC 8410 §3, as the hex of their DER contents. */
const objectIds = { rsa: '2a864886f70d010101', elliptic: '2a8648ce3d0201', ed25519: '2b6570' } as const;

const curves: Record<string, { name: 'P-256' | 'P-384' | 'P-521' | 'secp256k1'; bytes: number }> = {
  '2a8648ce3d030107': { name: 'P-256', bytes: 32 },
  '2b81040022': { name: 'P-384', bytes: 48 },
  '2b81040023': { name: 'P-521', bytes: 66 },
  '2b8104000a': { name: 'secp256k1', bytes: 32 },
};

function rsaKey(bytes: Uint8Array): PublicKey {
  const [modulus, exponent, ...more] = readDerSequence(bytes);
  const [n, e] = [positiveInteger(modulus), positiveInteger(exponent)];
  // The upper bounds keep a verification cheap.
  if (more.length > 0 || n.length < 128 || n.length > 1024 || e.length > 8) throw malformed();
  return { type: 'RSA', jwk: { kty: 'RSA', n: encodeBase64url(n), e: encodeBase64url(e) } };
}

function edwardsKey(bytes: Uint8Array): PublicKey {
  if (bytes.length !== 32) throw malformed();
  return { type: 'Ed25519', jwk: { kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(bytes) } };
}

function ellipticKey(curveId: string, point: Uint8Array): PublicKey {
  const curve = curves[curveId];
  if (!curve) throw new BadgeError('key.unsupported', { kty: 'EC', crv: curveId });
  const { x, y } =
    point.length === curve.bytes + 1 ? decompressPoint(curve.name, point) : plainPoint(curve.bytes, point);
  return { type: curve.name, jwk: { kty: 'EC', crv: curve.name, x: encodeBase64url(x), y: encodeBase64url(y) } };
}

/** SEC 1 §2.3.4, uncompressed. */
function plainPoint(bytes: number, point: Uint8Array): { x: Uint8Array; y: Uint8Array } {
  if (point.length !== 2 * bytes + 1 || point[0] !== 4) throw malformed();
  return { x: point.subarray(1, bytes + 1), y: point.subarray(bytes + 1) };
}

function objectId(value: DerValue | undefined): string {
  if (value?.tag !== derTag.objectId) throw malformed();
  return hexOf(value.contents);
}

function malformed(): BadgeError {
  return new BadgeError('key.invalid', { form: 'pem' });
}
