import { decodeMultikey, encodeMultikey } from '../keys/multikey.ts';
import type { PublicKey } from '../keys/public-key.ts';
import { BadgeError } from '../model/badge-error.ts';
import type { JsonObject } from '../model/json.ts';
import { agreementKeyOf, type KeyForm, keyForms, type PublicKeyFormat } from './key-forms.ts';

/** The did:key that consists of this key. */
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

/** How the document of a did:key is written (did:key §3.1.1). */
export interface DidKeyDocumentOptions {
  /** How the key is written down; `Multikey` unless said. */
  publicKeyFormat?: PublicKeyFormat;
  /** Whether the X25519 key that belongs to an Ed25519 key is listed for key agreement. */
  keyAgreement?: boolean;
}

/**
 * did:key §3.1: the document is computed, not fetched. Throws `did.invalid`, `key.invalid`, and `key.unsupported` for a
 * format that the key does not have.
 */
export function didKeyDocument(did: string, options: DidKeyDocumentOptions = {}): JsonObject {
  const publicKey = publicKeyOfDidKey(did);
  const form = keyForms[options.publicKeyFormat ?? 'Multikey'];
  const id = did.split('#')[0] as string;
  const method = `${id}#${encodeMultikey(publicKey)}`;
  const described = form.signing(publicKey);
  if (!described) throw new BadgeError('key.unsupported', { kty: publicKey.type });
  const uses = ['authentication', 'assertionMethod', 'capabilityInvocation', 'capabilityDelegation'];
  return {
    '@context': ['https://www.w3.org/ns/did/v1', ...form.contexts],
    id,
    verificationMethod: [{ id: method, ...described, controller: id }],
    ...Object.fromEntries(uses.map((use) => [use, [method]])),
    ...(options.keyAgreement ? agreement(id, publicKey, form) : {}),
  };
}

/** did:key §3.1.3. */
function agreement(did: string, publicKey: PublicKey, form: KeyForm): JsonObject {
  const key = agreementKeyOf(publicKey);
  return key ? { keyAgreement: [{ id: `${did}#${key.multikey}`, ...form.agreement(key), controller: did }] } : {};
}
