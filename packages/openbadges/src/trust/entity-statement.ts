import { type PublicKey, publicKeyFromJwk, sameKey } from '../keys/public-key.ts';
import { BadgeError } from '../model/badge-error.ts';
import { asArray, isObject, type JsonObject } from '../model/json.ts';
import { checkSignature, decodeJws, whyHeaderRefused } from '../proof/jws-token.ts';
import type { ProofTools } from '../proof/proof-tools.ts';

/** Clocks differ by this much (milliseconds). */
const clockSkew = 5 * 60_000;

export interface ExpectedStatement {
  /** Entity identifiers. */
  iss: string;
  sub: string;
  now: Date;
  /** The keys of whoever makes the statement; without them those that it carries, as an entity says about itself. */
  jwks?: unknown;
}

/**
 * The claims of an entity statement (OpenID Federation 1.0 §3) whose signature, issuer, subject and dates are right;
 * undefined for any other. A key in the header counts only when it is among the keys of `iss`.
 */
export async function entityStatement(
  token: string,
  expected: ExpectedStatement,
  tools: Pick<ProofTools, 'cryptography'>,
): Promise<JsonObject | undefined> {
  const parts = decodeJws(token.trim());
  if (!parts || whyHeaderRefused(parts.header, ['entity-statement+jwt']) !== null) return undefined;
  const { header, payload } = parts;
  if (header.typ === undefined || typeof header.kid !== 'string') return undefined;
  if (payload.iss !== expected.iss || payload.sub !== expected.sub || !isCurrent(payload, expected.now))
    return undefined;
  const keys = keysIn(expected.jwks ?? payload.jwks, header.kid);
  const finding = await checkSignature(parts, { signer: undefined, resolveKey: () => keys[0] }, tools);
  const isTheirs = finding.outcome === 'passed' && keys.some((key) => finding.key && sameKey(key, finding.key));
  return isTheirs ? payload : undefined;
}

function isCurrent({ iat, exp }: JsonObject, now: Date): boolean {
  if (typeof iat !== 'number' || typeof exp !== 'number') return false;
  return iat * 1000 <= now.getTime() + clockSkew && exp * 1000 > now.getTime();
}

function keysIn(jwks: unknown, kid: string): PublicKey[] {
  const listed = isObject(jwks) ? asArray(jwks.keys) : [];
  return listed
    .filter(isObject)
    .filter((jwk) => jwk.kid === kid)
    .flatMap(keyFrom);
}

function keyFrom(jwk: JsonObject): PublicKey[] {
  try {
    return [publicKeyFromJwk(jwk)];
  } catch (error) {
    if (error instanceof BadgeError) return [];
    throw error;
  }
}
