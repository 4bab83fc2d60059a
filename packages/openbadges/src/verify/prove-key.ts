import { type PublicKey, sameKey } from '../keys/public-key.ts';
import { asArray, isObject, type JsonObject } from '../model/json.ts';
import { type KeyListing, keyListedBy } from '../proof/key-listed-by.ts';
import { controllerOf, keyOfMethod } from '../proof/key-of-method.ts';
import { check } from './check.ts';
import { issuerDocument } from './issuer-document.ts';
import type { Outside } from './outside.ts';
import { readObject } from './read-answer.ts';
import type { Check } from './report.ts';

/** A signature that is right, by a key that says it is the issuer's. */
export interface KeyClaim {
  issuer: string;
  key: PublicKey;
  /** The verification method or `kid`; absent when the key came with the document itself. */
  method?: string;
  isToken: boolean;
  /** What the key was used for; issuing unless said. */
  purpose?: 'assertionMethod' | 'authentication';
}

/**
 * Whether the key is the issuer's. Only what the issuer itself publishes can say so: a DID that is the key, its DID
 * document, the profile at its address, or the JWKS of its host. Never the document that is being checked.
 */
export async function proveKey(claim: KeyClaim, outside: Outside): Promise<Check> {
  const { issuer, key } = claim;
  if (/^did:(key|jwk):/.test(issuer)) {
    const own = keyOfMethod(issuer);
    if (own && sameKey(own, key)) return check('key', 'passed', 'key.is-issuer', { issuer });
    return check('key', 'warning', 'key.not-listed', { issuer });
  }
  const found = await issuerDocument(issuer, outside);
  if (found.outcome === 'none') {
    const { code, method, host, url } = found;
    return check('key', 'warning', code, { issuer, method, host, url });
  }
  const code = found.outcome === 'found' ? listingIn(found.document, claim, outside.now).code : undefined;
  // What the issuer took back itself, an older list at its host does not give again.
  const mayBeInHostKeys = claim.isToken && code !== 'key.retired';
  if (code === 'key.listed' || (mayBeInHostKeys && (await isInHostKeys(claim, outside)))) {
    return check('key', 'passed', 'key.listed', { issuer });
  }
  if (found.outcome === 'unreachable') {
    return check('key', 'unknown', `key.unreachable-${found.failure}`, { issuer, url: found.url });
  }
  return check('key', 'warning', code ?? 'key.not-listed', { issuer });
}

function listingIn(document: JsonObject, claim: KeyClaim, now: Date): KeyListing {
  const { issuer } = claim;
  // A profile at an address must be the issuer's own, not one that was put there for somebody else.
  if (document.id !== undefined && document.id !== issuer) return { listed: false, code: 'key.wrong-document' };
  const listings = [...listingsOf({ ...document, id: issuer }, claim)];
  const listed = listings.filter((listing) => listing.listed);
  const current = listed.find((listing) => !isOver(listing, now));
  if (current) return current;
  if (listed.length > 0) return { listed: false, code: 'key.retired' };
  return listings[0] ?? { listed: false, code: 'key.not-listed' };
}

/** What the document says about the key: what says most about it is first. Its JWKS counts where that says nothing. */
function* listingsOf(document: JsonObject, { key, method, purpose = 'assertionMethod' }: KeyClaim) {
  const own =
    method === undefined ? anyListings(document, key, purpose) : namedListings(document, method, key, purpose);
  yield* own;
  if (own.some((listing) => listing.listed || listing.code === 'key.retired')) return;
  if (method !== undefined && isObject(document.jwks)) yield keyListedBy(document.jwks, method, key);
  const keys = isObject(document.jwks) ? asArray(document.jwks.keys) : asArray(document.keys);
  if (method === undefined && isAmong(keys, key, undefined)) yield listed;
}

const listed: KeyListing = { listed: true, code: 'key.listed' };

/** Controlled Identifiers §2.2.2: from that instant on the key proves nothing; a date inside the badge can be written by anybody. */
function isOver({ expires, revoked }: KeyListing, now: Date): boolean {
  return [expires, revoked].some((date) => date !== undefined && !(Date.parse(date) > now.getTime()));
}

/** The issuer's document names a method of somebody else, for example a did:key, as its own. */
function namesMethod(document: JsonObject, method: string, purpose: string): boolean {
  return asArray(document[purpose]).some((entry) => (isObject(entry) ? entry.id : entry) === method);
}

function namedListings(document: JsonObject, method: string, key: PublicKey, purpose: string): KeyListing[] {
  const own = keyListedBy(document, method, key, purpose);
  if (own.listed || !namesMethod(document, method, purpose)) return [own];
  const foreign = keyListedBy({ ...document, id: controllerOf(method) }, method, key, purpose);
  const carried = keyOfMethod(method);
  // The method says its key itself, and the document does not say another one.
  const isItself = foreign.code === 'key.not-listed' && carried !== undefined && sameKey(carried, key);
  return [own, isItself ? listed : foreign];
}

/** Reading a key takes up to a millisecond, and a stranger's document may list any number of them. */
const mostUnnamed = 200;

/** The key came without a name: any key that the document lists for issuing may be it. */
function anyListings(document: JsonObject, key: PublicKey, purpose: string): KeyListing[] {
  return [...asArray(document[purpose]), ...asArray(document.verificationMethod)]
    .map((entry) => (isObject(entry) ? entry.id : entry))
    .filter((id) => typeof id === 'string')
    .slice(0, mostUnnamed)
    .map((method) => keyListedBy(document, method, key, purpose))
    .filter((listing) => listing.listed || listing.code === 'key.retired');
}

/** OB 3.0 implementation guide, provenance: the JWKS of the issuer's host, or the one a `kid` names there. */
async function isInHostKeys({ issuer, key, method }: KeyClaim, outside: Outside): Promise<boolean> {
  if (!issuer.startsWith('https://') || !URL.canParse(issuer)) return false;
  const { origin } = new URL(issuer);
  const named = method !== undefined && URL.canParse(method) && new URL(method).origin === origin ? [method] : [];
  for (const url of [...named, `${origin}/.well-known/jwks.json`]) {
    const document = readObject(await outside.get(url, 'key'));
    if (document && isAmong(Array.isArray(document.keys) ? document.keys : [document], key, issuer)) return true;
  }
  return false;
}

/** A key that says whose it is (`iss`, `controller`) must say the issuer. */
function isAmong(keys: unknown[], key: PublicKey, issuer: string | undefined): boolean {
  return keys.filter(isObject).some((jwk) => {
    const owner = jwk.iss ?? jwk.controller;
    if (issuer !== undefined && owner !== undefined && owner !== issuer) return false;
    const { kid: _, ...bare } = jwk;
    return keyListedBy({ keys: [{ ...bare, kid: '#' }] }, '#', key).listed;
  });
}
