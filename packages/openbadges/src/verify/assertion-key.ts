import { decodeText } from '../import/decode-text.ts';
import { idOf } from '../import/plain-text.ts';
import type { PublicKey } from '../keys/public-key.ts';
import { publicKeyFromPem } from '../keys/public-key-from-pem.ts';
import { BadgeError } from '../model/badge-error.ts';
import { asArray, isObject } from '../model/json.ts';
import { check } from './check.ts';
import { hostOf, isWebAddress } from './hosted-document.ts';
import type { Outside } from './outside.ts';
import { readObject } from './read-answer.ts';
import type { BadgeVersion, Check, FetchFailure } from './report.ts';
import type { LinkedAssertion } from './verify-assertion.ts';

export type AssertionKey = { key: PublicKey; id: string } | { failure: FetchFailure | 'none' };

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
  const document = readObject(answer);
  const key = keyFromPem(document ? document.publicKeyPem : decodeText(answer.body));
  return key ? { key, id: idOf(document) ?? url } : { failure: 'wrong-type' };
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
  const names = [keyUrl, 'id' in found ? found.id : undefined].filter((name) => name !== undefined && name !== '');
  if (isIssuerOwn && names.some((name) => listed.includes(name)))
    return check('key', 'passed', 'key.listed', { issuer: issuerId });
  const isOnHost = keyUrl !== undefined && hostOf(keyUrl) !== undefined && hostOf(keyUrl) === hostOf(issuerId);
  if (version.startsWith('1.') && listed.length === 0 && isIssuerOwn && isOnHost) {
    return check('key', 'passed', 'key.hosted-by-issuer', { issuer: issuerId });
  }
  return check('key', 'warning', 'key.not-listed', { issuer: issuerId });
}
