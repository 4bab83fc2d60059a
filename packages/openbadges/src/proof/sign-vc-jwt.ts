import { encodeBase64url } from '../keys/base64url.ts';
import { algorithmOf, type SigningKey } from '../keys/cryptography.ts';
import { BadgeError } from '../model/badge-error.ts';
import { asArray, isObject, type JsonObject } from '../model/json.ts';

const utf8 = new TextEncoder();

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
  const alg = algorithmOf[key.publicKey.type];
  if (!alg) throw new BadgeError('key.wrong-type', { key: key.publicKey.type });
  const header = { alg, typ: 'JWT', ...(kid === undefined ? { jwk: key.publicKey.jwk } : { kid }) };
  const input = `${encodeJson(header)}.${encodeJson({ ...document, ...registeredClaims(document) })}`;
  return `${input}.${encodeBase64url(await key.sign(utf8.encode(input)))}`;
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

function encodeJson(value: JsonObject): string {
  return encodeBase64url(utf8.encode(JSON.stringify(value)));
}
