import { decodeMultikey, encodeMultikey } from '../keys/multikey.ts';
import type { PublicKey } from '../keys/public-key.ts';
import { BadgeError } from '../model/badge-error.ts';
import type { JsonObject } from '../model/json.ts';
import { didDocument } from './did-document.ts';

export function didKeyOf(publicKey: PublicKey): string {
  return `did:key:${encodeMultikey(publicKey)}`;
}

/** The key a did:key consists of; the argument may be a DID URL. Throws `did.invalid`. */
export function publicKeyOfDidKey(did: string): PublicKey {
  const found = /^did:key:(?:1(?:\.1)?:)?(z[1-9A-HJ-NP-Za-km-z]+)(?:#(.+))?$/.exec(did);
  const [, multikey, fragment] = found ?? [];
  if (!multikey || (fragment !== undefined && fragment !== multikey)) throw new BadgeError('did.invalid', { did });
  return decodeMultikey(multikey);
}

/** did:key §3.1: the document is computed, not fetched. */
export function didKeyDocument(did: string): JsonObject {
  const publicKey = publicKeyOfDidKey(did);
  const id = did.split('#')[0] as string;
  const method = `${id}#${encodeMultikey(publicKey)}`;
  return didDocument(id, [{ publicKey }], { capabilityInvocation: [method], capabilityDelegation: [method] });
}
