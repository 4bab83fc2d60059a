import { exportJWK, importSPKI } from 'jose';
import { decodeText } from '../import/decode-text.ts';
import { parseJson } from '../import/parse-json.ts';
import { idOf, string } from '../import/plain-text.ts';
import { decodeBase64url } from '../keys/base64url.ts';
import { type PublicKey, publicKeyFromJwk } from '../keys/public-key.ts';
import { BadgeError } from '../model/badge-error.ts';
import { asArray, isObject, type JsonObject } from '../model/json.ts';
import { check } from './check.ts';
import { hostOf, isWebAddress } from './hosted-document.ts';
import type { Outside } from './outside.ts';
import { readObject } from './read-answer.ts';
import type { BadgeVersion, Check, FetchFailure } from './report.ts';
import { type LinkedAssertion, linkAssertion, type ProvenAssertion, verificationOf } from './verify-assertion.ts';

/** A signed badge of 1.x or 2.0: a JWS with RS256, by a key that the issuer's own document lists (OB 2.0). */
export async function checkSignedAssertion(
  jws: string,
  document: JsonObject,
  version: BadgeVersion,
  outside: Outside,
): Promise<ProvenAssertion> {
  const linked = await linkAssertion(document, version, undefined, outside);
  const { creator, url } = verificationOf(linked.assertion);
  const keyUrl = creator ?? url ?? asArray(linked.issuer?.publicKey).map(idOf)[0];
  const found = await keyAt(keyUrl, linked, outside);
  const proof = await signature(jws, found, keyUrl, outside);
  const result: ProvenAssertion = { proof, document, linked, technical: { keyUrl } };
  if (proof.outcome !== 'passed') return result;
  return {
    ...result,
    key: ownership(keyUrl, found, linked, version),
    status: await revocation(document, linked, outside),
  };
}

type FoundKey = { key: PublicKey; id: string } | { failure: FetchFailure | 'none' };

/** A key document with `publicKeyPem`, the bare PEM of 1.x, or a key embedded in the issuer's profile. */
async function keyAt(url: string | undefined, { issuer }: LinkedAssertion, outside: Outside): Promise<FoundKey> {
  const embedded = asArray(issuer?.publicKey)
    .filter(isObject)
    .find(({ id }) => url === undefined || id === url);
  const inside = embedded && (await keyFromPem(embedded.publicKeyPem));
  if (inside) return { key: inside, id: idOf(embedded) ?? '' };
  if (url === undefined || !isWebAddress(url)) return { failure: 'none' };
  const answer = await outside.get(url, 'key', 'application/ld+json, application/json, text/plain');
  if (!answer.ok) return { failure: answer.failure };
  const document = readObject(answer);
  const key = await keyFromPem(document ? document.publicKeyPem : decodeText(answer.body));
  return key ? { key, id: idOf(document) ?? url } : { failure: 'wrong-type' };
}

async function keyFromPem(pem: unknown): Promise<PublicKey | undefined> {
  if (typeof pem !== 'string' || !pem.includes('-----BEGIN PUBLIC KEY-----')) return undefined;
  try {
    return publicKeyFromJwk(await exportJWK(await importSPKI(pem.trim(), 'RS256', { extractable: true })));
  } catch (error) {
    if (error instanceof BadgeError || error instanceof Error) return undefined;
    throw error;
  }
}

/** RFC 7515 §5.2 with RS256, the one algorithm of OB 2.0. */
async function signature(jws: string, found: FoundKey, keyUrl: string | undefined, { tools }: Outside): Promise<Check> {
  const [head = '', body = '', tail = ''] = jws.split('.');
  const algorithm = algorithmOf(head);
  if (algorithm === undefined) return check('proof', 'failed', 'proof.malformed');
  if (algorithm === 'none' || algorithm.startsWith('HS')) {
    return check('proof', 'failed', 'proof.algorithm-refused', { algorithm });
  }
  if (algorithm !== 'RS256') return check('proof', 'unknown', 'proof.algorithm-unsupported', { algorithm });
  if (!('key' in found)) {
    if (keyUrl === undefined) return check('proof', 'unknown', 'proof.key-not-named');
    return check('proof', 'unknown', 'proof.key-unavailable', { method: keyUrl });
  }
  if (found.key.type !== 'RSA') return check('proof', 'failed', 'proof.key-wrong-type');
  const bytes = new TextEncoder().encode(`${head}.${body}`);
  const isIntact = await tools.cryptography.verify('RS256', found.key, bytes, decodeBase64url(tail));
  return isIntact
    ? check('proof', 'passed', 'proof.passed', { suite: 'JWS RS256' })
    : check('proof', 'failed', 'proof.tampered');
}

function algorithmOf(head: string): string | undefined {
  try {
    const parsed = parseJson(new TextDecoder().decode(decodeBase64url(head)));
    return parsed.ok && isObject(parsed.json) ? string(parsed.json.alg) : undefined;
  } catch (error) {
    if (error instanceof BadgeError) return undefined;
    throw error;
  }
}

/** The issuer's own document must list the key. In 1.x it could not: there the key lies on the issuer's host. */
function ownership(
  keyUrl: string | undefined,
  found: FoundKey,
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

/** OB 2.0 RevocationList, or the map of uid to reason of 1.x. */
async function revocation(
  document: JsonObject,
  { issuer, issuerId, missing }: LinkedAssertion,
  outside: Outside,
): Promise<Check | undefined> {
  if (missing) return undefined;
  const url = idOf(issuer?.revocationList);
  if (url === undefined) return check('status', 'skipped', 'status.none');
  if (!isWebAddress(url)) return check('status', 'unknown', 'status.entry-malformed');
  const answer = await outside.get(url, 'status');
  if (!answer.ok) return check('status', 'unknown', `status.unreachable-${answer.failure}`, { url });
  const list = readObject(answer);
  if (!list) return check('status', 'unknown', 'status.list-malformed', { url });
  const author = idOf(list.issuer);
  if (author !== undefined && author !== issuerId)
    return check('status', 'unknown', 'status.other-issuer', { url, issuer: author });
  const reason = reasonFor(document, list);
  if (reason === undefined) return check('status', 'passed', 'status.good', { url });
  return check('status', 'failed', reason ? 'status.revoked-because' : 'status.revoked', {
    url,
    reason: reason || undefined,
  });
}

/** The reason of a revocation, perhaps empty; undefined when the badge is not in the list. */
function reasonFor({ id, uid }: JsonObject, list: JsonObject): string | undefined {
  const names = [id, uid].filter((name): name is string => typeof name === 'string');
  for (const entry of asArray(list.revokedAssertions)) {
    if (names.some((name) => name === entry)) return '';
    if (isObject(entry) && names.some((name) => name === entry.id || name === entry.uid)) {
      return string(entry.revocationReason) ?? '';
    }
  }
  const byUid = names.find((name) => list.revokedAssertions === undefined && Object.hasOwn(list, name));
  return byUid === undefined ? undefined : String(list[byUid] ?? '');
}
