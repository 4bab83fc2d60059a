import { encodeMultikey } from '../keys/multikey.ts';
import type { PublicKey } from '../keys/public-key.ts';
import type { JsonObject } from '../model/json.ts';

/** A key as a DID document publishes it. A retired key stays readable but is no longer listed for use. */
export interface PublishedKey {
  publicKey: PublicKey;
  /** The part after `#`; the multikey itself unless said, so that validators can read the key without a request. */
  fragment?: string;
  /** ISO 8601 instants (Controlled Identifiers §2.2.2). */
  expires?: string;
  revoked?: string;
}

/**
 * A DID document: objects in `verificationMethod`, strings in the relationships, which every reader understands.
 * Keys with `revoked` or `expires` are kept and explain old badges; only the others may make new proofs.
 */
export function didDocument(did: string, keys: PublishedKey[], more: JsonObject = {}): JsonObject {
  const current = keys.filter((key) => !key.revoked && !key.expires).map((key) => methodId(did, key));
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: keys.map((key) => method(did, key)),
    authentication: current,
    assertionMethod: current,
    ...more,
  };
}

/** The verification method that proofs by this key name. */
export function methodId(did: string, { publicKey, fragment }: PublishedKey): string {
  return `${did}#${fragment ?? encodeMultikey(publicKey)}`;
}

function method(did: string, key: PublishedKey): JsonObject {
  return {
    id: methodId(did, key),
    type: 'Multikey',
    controller: did,
    publicKeyMultibase: encodeMultikey(key.publicKey),
    ...(key.expires ? { expires: key.expires } : {}),
    ...(key.revoked ? { revoked: key.revoked } : {}),
  };
}
