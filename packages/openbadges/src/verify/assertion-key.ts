import { decodeText } from '../import/decode-text.ts';
import { idOf } from '../import/plain-text.ts';
import type { PublicKey } from '../keys/public-key.ts';
import { publicKeyFromPem } from '../keys/public-key-from-pem.ts';
import { BadgeError } from '../model/badge-error.ts';
import { asArray, isObject } from '../model/json.ts';
import { check } from './check.ts';
import { fetchHosted, hostOf, isWebAddress } from './hosted-document.ts';
import { sameSite } from './issuing-scope.ts';
import type { Outside } from './outside.ts';
import { readObject } from './read-answer.ts';
import type { BadgeVersion, Check, FetchFailure } from './report.ts';
import type { LinkedAssertion } from './verify-assertion.ts';

/** A key, the address at which it was found, and the host on which it lay in the end. */
export type AssertionKey = { key: PublicKey; id: string; host?: string } | { failure: FetchFailure | 'none' };

/** A key document with `publicKeyPem`, the bare PEM of 1.x, or a key embedded in the issuer's profile. */
export async function assertionKey(
  url: string | undefined,
  { issuer }: LinkedAssertion,
  outside: Outside,
): Promise<AssertionKey> {
  const embedded = asArray(issuer?.publicKey)
    .filter(isObject)
    .find(({ id }) => url === undefined || id === url);
  const inside = embedded && keyFromPem(embedded.publicKeyPem);
  if (inside) return { key: inside, id: idOf(embedded) ?? '' };
  if (url === undefined || !isWebAddress(url)) return { failure: 'none' };
  const answer = await outside.get(url, 'key', 'application/ld+json, application/json, text/plain');
  if (!answer.ok) return { failure: answer.failure };
  // A document can call itself by any name: it counts by that name only when it lies there.
  const hosted = readObject(answer) ? await fetchHosted(url, 'key', outside) : undefined;
  if (hosted && 'failure' in hosted) return { failure: hosted.failure };
  const key = keyFromPem(hosted ? hosted.document.publicKeyPem : decodeText(answer.body));
  return key ? { key, id: hosted?.url ?? url, host: hosted?.host ?? hostOf(answer.url) } : { failure: 'wrong-type' };
}

function keyFromPem(pem: unknown): PublicKey | undefined {
  if (typeof pem !== 'string') return undefined;
  try {
    return publicKeyFromPem(pem);
  } catch (error) {
    if (error instanceof BadgeError) return undefined;
    throw error;
  }
}

/** The issuer's own document must list the key. In 1.x it could not: there the key lies on the issuer's host. */
export function assertionKeyOwner(
  keyUrl: string | undefined,
  found: AssertionKey,
  linked: LinkedAssertion,
  version: BadgeVersion,
): Check | undefined {
  const { issuer, issuerId, isIssuerOwn, missing } = linked;
  if (missing) return undefined;
  const listed = asArray(issuer?.publicKey).map(idOf);
  const { id, host } = 'key' in found ? found : { id: '' };
  if (isIssuerOwn && id !== '' && listed.includes(id))
    return check('key', 'passed', 'key.listed', { issuer: issuerId });
  const home = hostOf(issuerId);
  const places = [keyUrl && hostOf(keyUrl), host];
  const isOnHost = home !== undefined && places.every((place) => place && sameSite(place, home));
  if (version.startsWith('1.') && listed.length === 0 && isIssuerOwn && isOnHost) {
    return check('key', 'passed', 'key.hosted-by-issuer', { issuer: issuerId });
  }
  return check('key', 'warning', 'key.not-listed', { issuer: issuerId });
}
