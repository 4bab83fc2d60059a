import type { SigningKey } from '../keys/cryptography.ts';
import { BadgeError } from '../model/badge-error.ts';
import { asArray, isObject, type JsonObject } from '../model/json.ts';
import { signJws } from './sign-jws.ts';

/**
 * A credential as VC-JWT (OB 3.0 §8.2): its own members plus the five registered claims, as compact JWS.
 *
 * With `kid` (where the issuer publishes the key) the key itself stays out of the header; without, it is put in.
 * Throws `jwt.claim-missing` when a claim that the specification requires has no value in the document.
 */
export async function signVcJwt(
  document: JsonObject,
  { key, kid }: { key: SigningKey; kid?: string },
): Promise<string> {
  const header = { typ: 'JWT', ...(kid === undefined ? { jwk: key.publicKey.jwk } : { kid }) };
  return signJws(header, { ...document, ...registeredClaims(document) }, key);
}

function registeredClaims(document: JsonObject): JsonObject {
  const issuer = isObject(document.issuer) ? document.issuer.id : document.issuer;
  const subject = asArray(document.credentialSubject).find(isObject);
  return {
    iss: text(issuer, 'iss'),
    jti: text(document.id, 'jti'),
    sub: text(subject?.id, 'sub'),
    nbf: seconds(document.validFrom, 'nbf'),
    ...(document.validUntil === undefined ? {} : { exp: seconds(document.validUntil, 'exp') }),
  };
}

function text(value: unknown, claim: string): string {
  if (typeof value !== 'string' || value === '') throw new BadgeError('jwt.claim-missing', { claim });
  return value;
}

/** RFC 7519 §2: a NumericDate, in seconds. */
function seconds(value: unknown, claim: string): number {
  const instant = Date.parse(text(value, claim));
  if (Number.isNaN(instant)) throw new BadgeError('jwt.claim-missing', { claim });
  return Math.floor(instant / 1000);
}
