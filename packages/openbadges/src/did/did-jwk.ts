import { decodeBase64url, encodeBase64url } from '../keys/base64url.ts';
import { type PublicKey, publicKeyFromJwk } from '../keys/public-key.ts';
import { BadgeError } from '../model/badge-error.ts';
import { isObject, type JsonObject } from '../model/json.ts';

const utf8 = new TextEncoder();

/** The did:jwk that consists of this key. */
export function didJwkOf({ jwk }: PublicKey): string {
  return `did:jwk:${encodeBase64url(utf8.encode(JSON.stringify(jwk)))}`;
}

/** The key a did:jwk consists of; the argument may be the DID URL `…#0`. Throws `did.invalid`. */
export function publicKeyOfDidJwk(did: string): PublicKey {
  return publicKeyFromJwk(jwkOf(did));
}

/** did:jwk §Read: one method `#0`; a key meant for signing only is not listed for key agreement, nor is any other. */
export function didJwkDocument(did: string): JsonObject {
  const jwk = jwkOf(did);
  const id = did.split('#')[0] as string;
  const method = `${id}#0`;
  const uses = jwk.use === 'enc' ? { keyAgreement: [method] } : { assertionMethod: [method], authentication: [method] };
  const { jwk: publicKeyJwk } = publicKeyFromJwk(jwk);
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/jwk/v1'],
    id,
    verificationMethod: [{ id: method, type: 'JsonWebKey', controller: id, publicKeyJwk }],
    ...uses,
  };
}

function jwkOf(did: string): JsonObject {
  const [, encoded] = /^did:jwk:([A-Za-z0-9_-]+)(?:#0)?$/.exec(did) ?? [];
  if (!encoded) throw new BadgeError('did.invalid', { did: did.slice(0, 200) });
  try {
    const jwk: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(decodeBase64url(encoded)));
    if (isObject(jwk)) return jwk;
  } catch (cause) {
    throw new BadgeError('did.invalid', { did: did.slice(0, 200) }, cause);
  }
  throw new BadgeError('did.invalid', { did: did.slice(0, 200) });
}
