import type { PublicKey } from '../keys/public-key.ts';
import { publicKeyFromJwk } from '../keys/public-key.ts';
import { BadgeError } from '../model/badge-error.ts';
import { isObject, type JsonObject } from '../model/json.ts';
import { textOf } from '../model/text-of.ts';
import { type JwtCode, type JwtResult, verifyVcJwt } from '../proof/verify-vc-jwt.ts';
import { check } from './check.ts';
import { keyBehind } from './check-proofs.ts';
import type { CheckCode } from './check-sentences.ts';
import type { Outside } from './outside.ts';
import { readObject } from './read-answer.ts';
import type { Check } from './report.ts';
import type { Secured } from './secured.ts';

/** Checks a VC-JWT (OB 3.0 §8.2.4, VC 1.1 §6.3.1, VC-JOSE-COSE §3.1): signature and claims. */
export async function checkToken(token: string, outside: Outside): Promise<Secured> {
  const result = await verifyVcJwt(token, { resolveKey: (method) => keyOfKid(method, outside) }, outside.tools);
  const { key, keySource, verificationMethod, header, payload, claims, steps, credential } = result;
  const method = keySource === 'kid' && verificationMethod !== '' ? verificationMethod : undefined;
  return {
    document: credential && completed(credential, payload),
    proof: checkOf(result),
    signers: result.outcome === 'passed' && key ? [{ key, method }] : [],
    security: 'vc-jwt',
    technical: {
      header,
      claims,
      ...(key ? { publicKey: key.jwk, keySource } : {}),
      ...(steps ? { signingInput: steps.signingInput } : {}),
    },
  };
}

/** A `kid` is a DID URL, the address of a JWK, or a place in a JWKS (OB 3.0 §8.2.1). */
export async function keyOfKid(kid: string, outside: Outside): Promise<PublicKey | undefined> {
  if (!kid.startsWith('https://') || !URL.canParse(kid))
    return kid.startsWith('did:') ? keyBehind(kid, outside) : undefined;
  const document = readObject(await outside.get(kid, 'key'));
  if (!document) return undefined;
  const [, fragment] = kid.split('#');
  const keys = Array.isArray(document.keys) ? document.keys.filter(isObject) : [];
  const named = keys.find((each) => each.kid === kid || (fragment !== undefined && each.kid === fragment));
  return (
    keyFrom(named ?? (keys.length === 1 && fragment === undefined ? keys[0] : document)) ?? keyBehind(kid, outside)
  );
}

function keyFrom(jwk: JsonObject | undefined): PublicKey | undefined {
  if (jwk?.kty === undefined) return undefined;
  try {
    return publicKeyFromJwk(jwk);
  } catch (error) {
    if (error instanceof BadgeError) return undefined;
    throw error;
  }
}

/** What a code of a token is called here. */
export const tokenCodes: Record<JwtCode, [Check['outcome'], CheckCode]> = {
  'jwt.valid': ['passed', 'proof.passed'],
  'jwt.malformed': ['failed', 'proof.malformed'],
  'jwt.tampered': ['failed', 'proof.tampered'],
  'jwt.algorithm-refused': ['failed', 'proof.algorithm-refused'],
  'jwt.algorithm-unsupported': ['unknown', 'proof.algorithm-unsupported'],
  'jwt.type-unexpected': ['failed', 'proof.purpose-unexpected'],
  'jwt.header-unexpected': ['unknown', 'proof.algorithm-unsupported'],
  'jwt.private-key-exposed': ['failed', 'proof.private-key-exposed'],
  'jwt.key-unavailable': ['unknown', 'proof.key-unavailable'],
  'jwt.key-wrong-type': ['failed', 'proof.key-wrong-type'],
  'jwt.claims-mismatch': ['failed', 'proof.claim-differs'],
};

/** The text says `none` or a shared secret: refused. Another real algorithm is only not ours yet. */
function checkOf({ code, values, header, verificationMethod, claims }: JwtResult): Check {
  const algorithm = textOf(header.alg ?? '');
  const said = { ...values, algorithm, suite: `JWT ${algorithm}`, method: verificationMethod };
  if (code === 'jwt.key-unavailable' && verificationMethod === '')
    return check('proof', 'unknown', 'proof.key-not-named');
  if (code === 'jwt.algorithm-refused' && /^(ES256K|RS384|RS512|PS384|PS512|Ed25519)$/.test(algorithm)) {
    return check('proof', 'unknown', 'proof.algorithm-unsupported', said);
  }
  const missing = claims.find((claim) => claim.code === 'claim.missing');
  if (code === 'jwt.valid' && missing && missing.claim !== 'sub') {
    return check('proof', 'warning', 'proof.claim-missing', { ...said, claim: missing.claim });
  }
  const [outcome, named] = tokenCodes[code];
  return check('proof', outcome, named, said);
}

/** VC 1.1 §6.3.1: what the claims say need not be repeated inside; `exp` limits a credential that sets no end. */
function completed(credential: JsonObject, payload: JsonObject): JsonObject {
  const { iss, jti, sub, nbf, exp } = payload;
  const isVersion11 = isObject(payload.vc);
  const from = instant(nbf);
  const until = instant(exp);
  const subject = credential.credentialSubject;
  return {
    ...(isVersion11 && typeof iss === 'string' ? { issuer: iss } : {}),
    ...(isVersion11 && typeof jti === 'string' ? { id: jti } : {}),
    ...(isVersion11 && from ? { issuanceDate: from } : {}),
    ...(until && credential.validUntil === undefined ? { [isVersion11 ? 'expirationDate' : 'validUntil']: until } : {}),
    ...credential,
    ...(isVersion11 && isObject(subject) && typeof sub === 'string'
      ? { credentialSubject: { id: sub, ...subject } }
      : {}),
  };
}

function instant(seconds: unknown): string | undefined {
  if (typeof seconds !== 'number' || Math.abs(seconds) > 8e12) return undefined;
  return new Date(seconds * 1000).toISOString();
}
