import { parseJson } from '../import/parse-json.ts';
import { idOf, string } from '../import/plain-text.ts';
import { decodeBase64url } from '../keys/base64url.ts';
import type { PublicJwk } from '../keys/public-key.ts';
import { BadgeError } from '../model/badge-error.ts';
import { asArray, isObject, type JsonObject } from '../model/json.ts';
import { type AssertionKey, assertionKey, assertionKeyOwner } from './assertion-key.ts';
import { assertionStatus } from './assertion-status.ts';
import { check } from './check.ts';
import type { Outside } from './outside.ts';
import type { BadgeVersion, Check } from './report.ts';
import { linkAssertion, type ProvenAssertion, verificationOf } from './verify-assertion.ts';

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
  const found = await assertionKey(keyUrl, linked, outside);
  const proof = await signature(jws, found, keyUrl, outside);
  const result: ProvenAssertion = { proof, document, linked, technical: { keyUrl } };
  if (proof.outcome !== 'passed' && proof.outcome !== 'warning') return result;
  return {
    ...result,
    key: assertionKeyOwner(keyUrl, found, linked, version),
    status: await assertionStatus(document, linked, outside),
  };
}

/** RFC 7515 §5.2 with RS256, the one algorithm of OB 2.0. */
async function signature(
  jws: string,
  found: AssertionKey,
  keyUrl: string | undefined,
  { tools }: Outside,
): Promise<Check> {
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
  if (!isIntact) return check('proof', 'failed', 'proof.tampered');
  const bits = modulusBits(found.key.jwk);
  // RFC 7518 §3.3 asks for 2048; the badges of the first years have fewer.
  if (bits < 2048) return check('proof', 'warning', 'proof.weak-key', { suite: 'JWS RS256', bits: String(bits) });
  return check('proof', 'passed', 'proof.passed', { suite: 'JWS RS256' });
}

function modulusBits(jwk: PublicJwk): number {
  return jwk.kty === 'RSA' ? decodeBase64url(jwk.n).length * 8 : 0;
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
