import { decodeMultikey } from '../keys/multikey.ts';
import { type PublicKey, publicKeyFromJwk, sameKey } from '../keys/public-key.ts';
import { BadgeError } from '../model/badge-error.ts';
import { asArray, isObject, type JsonObject } from '../model/json.ts';
import { textOf } from '../model/text-of.ts';
import { controllerOf } from './key-of-method.ts';

/** Whether a published document lists a key for making claims. Anything but `key.listed` proves no issuer. */
export interface KeyListing {
  listed: boolean;
  code:
    | 'key.listed'
    | 'key.not-listed'
    | 'key.different'
    | 'key.not-for-purpose'
    | 'key.retired'
    | 'key.wrong-document';
  /** The key as published there, where the method was found. */
  key?: PublicKey;
  /** ISO 8601 instants, as published. */
  expires?: string;
  revoked?: string;
}

/**
 * Asks a controller's own document (DID document, profile, key document or JWKS) about a verification method.
 *
 * The caller says where the document came from: it must have been fetched from the issuer's own address or resolved
 * from the issuer's DID. Pass `key` to make sure that the published key is the one which made the signature.
 */
export function keyListedBy(
  document: unknown,
  verificationMethod: string,
  key: PublicKey | undefined,
  purpose = 'assertionMethod',
): KeyListing {
  if (!isObject(document)) return { listed: false, code: 'key.wrong-document' };
  if (Array.isArray(document.keys)) return listedByJwks(document.keys, verificationMethod, key);
  const id = typeof document.id === 'string' ? document.id : '';
  const method = findMethod(document, id, verificationMethod);
  if (!method) return { listed: false, code: 'key.not-listed' };
  const listing = describe(method);
  if (!listing.key) return { ...listing, listed: false, code: 'key.not-listed' };
  if (key && !sameKey(listing.key, key)) return { ...listing, listed: false, code: 'key.different' };
  if (isKeyDocument(document, verificationMethod)) return { ...listing, listed: true, code: 'key.listed' };
  // did:key without a fragment names the DID itself, which has one key.
  if (controllerOf(verificationMethod) !== id) return { ...listing, listed: false, code: 'key.wrong-document' };
  const named = entriesOf(document, purpose).some((entry) => matches(entry, id, textOf(method.id)));
  if (named) return { ...listing, listed: true, code: 'key.listed' };
  const retired = listing.expires !== undefined || listing.revoked !== undefined;
  return { ...listing, listed: false, code: retired ? 'key.retired' : 'key.not-for-purpose' };
}

/** The key a document publishes under a verification method, whatever it is listed for. */
export function keyInDocument(document: unknown, verificationMethod: string): PublicKey | undefined {
  return keyListedBy(document, verificationMethod, undefined).key;
}

/** Every key a document publishes for making claims; for methods that were not named exactly. */
function candidates(document: JsonObject): JsonObject[] {
  const members = ['verificationMethod', 'assertionMethod', 'authentication', 'publicKey'];
  return members.flatMap((member) => entriesOf(document, member)).filter(isObject);
}

/** No honest document lists more in one member; each key that is asked for is looked for among all of them. */
const mostEntries = 1000;

function entriesOf(document: JsonObject, member: string): unknown[] {
  return asArray(document[member]).slice(0, mostEntries);
}

function findMethod(document: JsonObject, id: string, verificationMethod: string): JsonObject | undefined {
  if (isKeyDocument(document, verificationMethod)) return document;
  const methods = candidates(document);
  const exact = methods.find((method) => matches(method, id, verificationMethod));
  return exact ?? (verificationMethod === id && id.startsWith('did:key:') ? methods[0] : undefined);
}

/** A document that is one key: it has the method's own address as id, and names a controller. */
function isKeyDocument(document: JsonObject, verificationMethod: string): boolean {
  const hasKey = 'publicKeyMultibase' in document || 'publicKeyJwk' in document;
  return hasKey && document.id === verificationMethod && typeof document.controller === 'string';
}

function matches(entry: unknown, base: string, wanted: string): boolean {
  const named = isObject(entry) ? entry.id : entry;
  if (typeof named !== 'string') return false;
  return named === wanted || (named.startsWith('#') && `${base}${named}` === absolute(wanted, base));
}

function absolute(id: string, base: string): string {
  return id.startsWith('#') ? `${base}${id}` : id;
}

function describe(method: JsonObject): Pick<KeyListing, 'key' | 'expires' | 'revoked'> {
  const { expires, revoked } = method;
  const key = readKey(method);
  return {
    ...(key ? { key } : {}),
    ...(typeof expires === 'string' ? { expires } : {}),
    ...(typeof revoked === 'string' ? { revoked } : {}),
  };
}

function readKey(method: JsonObject): PublicKey | undefined {
  try {
    const multibase = method.publicKeyMultibase;
    if (typeof multibase === 'string') return decodeMultikey(multibase);
    return 'publicKeyJwk' in method ? publicKeyFromJwk(method.publicKeyJwk) : undefined;
  } catch (error) {
    if (error instanceof BadgeError) return undefined;
    throw error;
  }
}

/** RFC 7517 §5. An entry's `kid` is the whole method or its fragment. */
function listedByJwks(keys: unknown[], verificationMethod: string, key: PublicKey | undefined): KeyListing {
  const fragment = verificationMethod.split('#')[1];
  const named = keys
    .filter(isObject)
    .filter(({ kid }) => kid === verificationMethod || (!!fragment && kid === fragment));
  const published = named.map((jwk) => readKey({ publicKeyJwk: jwk })).filter((found) => found !== undefined);
  const [first] = published;
  if (!first) return { listed: false, code: 'key.not-listed' };
  const found = key ? published.find((candidate) => sameKey(candidate, key)) : first;
  if (!found) return { listed: false, code: 'key.different', key: first };
  return { listed: true, code: 'key.listed', key: found };
}
