import { decodeBase64url } from '../keys/base64url.ts';
import { fits, type SignatureAlgorithm } from '../keys/cryptography.ts';
import { type PublicKey, publicKeyFromJwk } from '../keys/public-key.ts';
import { BadgeError } from '../model/badge-error.ts';
import { isObject, type JsonObject } from '../model/json.ts';
import { textOf } from '../model/text-of.ts';
import { type ClaimFinding, checkClaims } from './jwt-claims.ts';
import { keyOfMethod } from './key-of-method.ts';
import type { ProofTools } from './proof-tools.ts';

export type JwtCode =
  | 'jwt.valid'
  | 'jwt.malformed'
  | 'jwt.tampered'
  | 'jwt.algorithm-refused'
  | 'jwt.type-unexpected'
  | 'jwt.header-unexpected'
  | 'jwt.private-key-exposed'
  | 'jwt.key-unavailable'
  | 'jwt.key-wrong-type'
  | 'jwt.claims-mismatch';

/** What a VC-JWT came to. `unknown` means that its key could not be had. */
export interface JwtResult {
  outcome: 'passed' | 'failed' | 'unknown';
  code: JwtCode;
  values: Record<string, string>;
  header: JsonObject;
  payload: JsonObject;
  /** The credential inside, without the registered claims; absent when the text is no VC-JWT. */
  credential?: JsonObject;
  /** `kid`, the URL of the key; empty when the header holds the key itself, which proves no issuer. */
  verificationMethod: string;
  keySource?: 'kid' | 'jwk';
  key?: PublicKey;
  claims: ClaimFinding[];
  /** The signed text and its signature. */
  steps?: { signingInput: string; signature: Uint8Array };
}

export interface VerifyJwtOptions {
  /** Finds the key a `kid` names; undefined when it cannot be had. */
  resolveKey?: (verificationMethod: string) => PublicKey | undefined | Promise<PublicKey | undefined>;
}

const algorithms: readonly SignatureAlgorithm[] = ['RS256', 'ES256', 'ES384', 'EdDSA', 'PS256'];
/** OB 3.0 writes `JWT`, VC-JOSE-COSE `vc+jwt`; a token made for something else must not pass as a credential. */
const types = ['jwt', 'vc+jwt', 'vc+ld+jwt', 'vc+ld+json+jwt'];
const headers = ['alg', 'typ', 'cty', 'kid', 'jwk', 'iss'];
const longest = 4_000_000;
const utf8 = new TextEncoder();

/**
 * Checks the signature and the claims of a VC-JWT in the OB 3.0, VC 1.1 (`vc` claim) or VC-JOSE-COSE form.
 * A verdict, never an exception. Like `verifyProofs` it does not decide whose key it is.
 */
export async function verifyVcJwt(
  token: string,
  options: VerifyJwtOptions,
  { cryptography }: Pick<ProofTools, 'cryptography'>,
): Promise<JwtResult> {
  const parts = decodeToken(token);
  if (!parts) return { ...empty, code: 'jwt.malformed' };
  const { header, payload } = parts;
  const credential = credentialOf(payload);
  const verificationMethod = typeof header.kid === 'string' ? header.kid : '';
  const result: JwtResult = { ...empty, header, payload, verificationMethod, ...(credential ? { credential } : {}) };
  const refused = whyHeaderRefused(header);
  if (refused) return { ...result, code: refused, values: { alg: textOf(header.alg).slice(0, 40) } };
  if (!credential) return result;
  const algorithm = header.alg as SignatureAlgorithm;
  const { key, keySource } = await keyOf(header, credential, options);
  if (!key) return { ...result, outcome: 'unknown', code: 'jwt.key-unavailable' };
  if (!fits(algorithm, key.type)) return { ...result, code: 'jwt.key-wrong-type', key, keySource };
  const { signingInput, signature } = parts;
  const intact = await cryptography.verify(algorithm, key, utf8.encode(signingInput), signature);
  const checked = { ...result, key, keySource, steps: { signingInput, signature } };
  if (!intact) return { ...checked, code: 'jwt.tampered' };
  const claims = checkClaims(payload, credential);
  const wrong = claims.find(({ outcome }) => outcome === 'failed');
  if (wrong) return { ...checked, claims, code: 'jwt.claims-mismatch', values: { claim: wrong.claim } };
  return { ...checked, claims, outcome: 'passed', code: 'jwt.valid' };
}

const empty: JwtResult = {
  outcome: 'failed',
  code: 'jwt.malformed',
  values: {},
  header: {},
  payload: {},
  verificationMethod: '',
  claims: [],
};

interface Token {
  header: JsonObject;
  payload: JsonObject;
  signingInput: string;
  signature: Uint8Array;
}

/** RFC 7515 §7.1. */
function decodeToken(token: string): Token | undefined {
  if (token.length > longest) return undefined;
  const [, head, body, tail] = /^([\w-]+)\.([\w-]+)\.([\w-]*)$/.exec(token) ?? [];
  if (!head || !body || tail === undefined) return undefined;
  try {
    const header = decodeJson(head);
    const payload = decodeJson(body);
    if (!isObject(header) || !isObject(payload)) return undefined;
    return { header, payload, signingInput: `${head}.${body}`, signature: decodeBase64url(tail) };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof BadgeError) return undefined;
    throw error;
  }
}

function decodeJson(part: string): unknown {
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(decodeBase64url(part)));
}

function whyHeaderRefused({ alg, typ, crit, jwk, ...rest }: JsonObject): JwtCode | null {
  if (!algorithms.some((name) => name === alg)) return 'jwt.algorithm-refused';
  if (
    typ !== undefined &&
    !types.includes(
      textOf(typ)
        .toLowerCase()
        .replace(/^application\//, ''),
    )
  ) {
    return 'jwt.type-unexpected';
  }
  // RFC 7515 §4.1.11: extensions that must be understood are not.
  if (crit !== undefined || rest.b64 !== undefined) return 'jwt.header-unexpected';
  if (isObject(jwk) && 'd' in jwk) return 'jwt.private-key-exposed';
  return null;
}

/** VC 1.1 wraps the credential in `vc`; VC 2.0 puts its members beside the claims. */
function credentialOf(payload: JsonObject): JsonObject | undefined {
  if (isObject(payload.vc)) return payload.vc;
  const { iss: _i, sub: _s, aud: _a, nbf: _n, exp: _e, iat: _t, jti: _j, ...credential } = payload;
  return '@context' in credential ? credential : undefined;
}

async function keyOf(
  { kid, jwk }: JsonObject,
  credential: JsonObject,
  { resolveKey }: VerifyJwtOptions,
): Promise<{ key?: PublicKey; keySource?: 'kid' | 'jwk' }> {
  if (typeof kid === 'string') {
    const key = keyOfMethod(kid) ?? (await resolveKey?.(kid));
    if (key) return { key, keySource: 'kid' };
  }
  const inline = jwk === undefined ? undefined : inlineKey(jwk);
  if (inline) return { key: inline, keySource: 'jwk' };
  const issuer = isObject(credential.issuer) ? credential.issuer.id : credential.issuer;
  const found = kid === undefined && typeof issuer === 'string' ? keyOfMethod(issuer) : undefined;
  return found ? { key: found, keySource: 'kid' } : {};
}

function inlineKey(jwk: unknown): PublicKey | undefined {
  try {
    return publicKeyFromJwk(jwk);
  } catch (error) {
    if (error instanceof BadgeError) return undefined;
    throw error;
  }
}

/** Header members the specification does not allow; told as a warning. */
export function unexpectedHeaders(header: JsonObject): string[] {
  return Object.keys(header).filter((name) => !headers.includes(name));
}
