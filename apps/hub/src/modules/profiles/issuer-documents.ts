import { createHash } from 'node:crypto';
import {
  decodeMultikey,
  didDocument,
  didKeyDocument,
  isoSeconds,
  type JsonObject,
  type PublishedKey,
  profileDocument,
} from 'openbadges';
import type { App } from '../../kernel/app.ts';
import type { Issuer } from './find-issuer.ts';
import { issuerDid } from './issuer-did.ts';
import { issuerProfile } from './issuer-profile.ts';
import { currentKey, type IssuerKey } from './model.ts';

type Needs = Pick<App, 'urls'>;

/**
 * Under whose name the issuer signs; undefined while it has neither a public address nor a key. Reading never makes a
 * key.
 */
export function didOf(app: Needs, issuer: Issuer, keys: IssuerKey[]): string | undefined {
  const key = currentKey(keys);
  if (app.urls.isPublic) return app.urls.issuerDid(issuer.id);
  return key && issuerDid(app, issuer.id, key.publicMultibase);
}

/** OB 3.0 Profile; nothing in it is about a person. */
export function profileOf(app: Needs, issuer: Issuer, keys: IssuerKey[]): JsonObject {
  const id = didOf(app, issuer, keys) ?? app.urls.issuer(issuer.id);
  return profileDocument(issuerProfile(app, issuer, id));
}

/**
 * The DID document. A retired key stays listed for assertions, because what it signed has to stay provable; one that
 * somebody else may hold is kept with the instant of its revocation and proves nothing.
 */
export function didDocumentOf(app: Needs, issuer: Issuer, keys: IssuerKey[]): JsonObject | undefined {
  const did = didOf(app, issuer, keys);
  if (!did) return undefined;
  return app.urls.isPublic ? didDocument(did, keys.map(published)) : didKeyDocument(did);
}

function published(key: IssuerKey): PublishedKey {
  const publicKey = decodeMultikey(key.publicMultibase);
  return key.compromisedAt ? { publicKey, revoked: isoSeconds(key.compromisedAt) } : { publicKey };
}

/** RFC 7517 §5: the keys that signatures may be believed by. */
export function jwksOf(app: Needs, issuer: Issuer, keys: IssuerKey[]): { keys: JsonObject[] } {
  return {
    keys: keys
      .filter((key) => !key.compromisedAt)
      .map((key) => ({
        ...decodeMultikey(key.publicMultibase).jwk,
        kid: `${issuerDid(app, issuer.id, key.publicMultibase)}#${key.publicMultibase}`,
        alg: key.algorithm === 'Ed25519' ? 'EdDSA' : 'ES256',
        use: 'sig',
      })),
  };
}

/** Ten groups of a key's hash that two people can read to each other. */
export function fingerprint(key: IssuerKey): string {
  const hash = createHash('sha256').update(key.publicMultibase).digest('hex').slice(0, 40);
  return (hash.match(/.{4}/g) ?? []).join(' ');
}
