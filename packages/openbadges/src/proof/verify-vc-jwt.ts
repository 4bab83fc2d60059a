import type { PublicKey } from '../keys/public-key.ts';
import { isObject, type JsonObject } from '../model/json.ts';
import { textOf } from '../model/text-of.ts';
import { checkSignature, decodeJws, type JwsCode, mediaType, type ResolveKey, whyHeaderRefused } from './jws-token.ts';
import { type ClaimFinding, checkClaims } from './jwt-claims.ts';
import type { ProofTools } from './proof-tools.ts';

/** Stable reasons for what a token came to. */
export type JwtCode = JwsCode | 'jwt.claims-mismatch';

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

/** How the key of a token is found. */
export interface VerifyJwtOptions {
  /** Finds the key a `kid` names; undefined when it cannot be had. */
  resolveKey?: ResolveKey;
}

/** OB 3.0 writes `JWT`, VC-JOSE-COSE `vc+jwt`; a token made for something else must not pass as a credential. */
const types = ['jwt', 'vc+jwt', 'vc+ld+jwt', 'vc+ld+json+jwt'];
const headers = ['alg', 'typ', 'cty', 'kid', 'jwk', 'iss'];

/**
 * Checks the signature and the claims of a VC-JWT in the OB 3.0, VC 1.1 (`vc` claim) or VC-JOSE-COSE form.
 * A verdict, never an exception. Like `verifyProofs` it does not decide whose key it is.
 */
export async function verifyVcJwt(
  token: string,
  { resolveKey }: VerifyJwtOptions,
  tools: Pick<ProofTools, 'cryptography'>,
): Promise<JwtResult> {
  const parts = decodeJws(token);
  if (!parts) return { ...empty, code: 'jwt.malformed' };
  const { header, payload, signingInput, signature } = parts;
  const credential = credentialOf(parts.payload);
  const verificationMethod = typeof header.kid === 'string' ? header.kid : '';
  const result: JwtResult = { ...empty, header, payload, verificationMethod, ...(credential ? { credential } : {}) };
  const refused = whyHeaderRefused(header, types);
  if (refused) return { ...result, code: refused, values: { alg: textOf(header.alg).slice(0, 40) } };
  if (!credential) return result;
  const issuer = isObject(credential.issuer) ? credential.issuer.id : credential.issuer;
  const finding = await checkSignature(parts, { signer: issuer, resolveKey }, tools);
  if (!finding.key || finding.code === 'jwt.key-wrong-type') return { ...result, ...finding };
  const checked = { ...result, ...finding, steps: { signingInput, signature } };
  if (finding.outcome !== 'passed') return checked;
  const claims = checkClaims(payload, credential);
  const wrong = claims.find(({ outcome }) => outcome === 'failed')?.claim ?? wrappingClaim(header, payload);
  if (wrong) return { ...checked, claims, outcome: 'failed', code: 'jwt.claims-mismatch', values: { claim: wrong } };
  return { ...checked, claims };
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

/** VC-JOSE-COSE §3.1.1: where the document is the payload, nothing may wrap another one. */
function wrappingClaim(header: JsonObject, payload: JsonObject): 'vc' | 'vp' | undefined {
  if (header.typ === undefined || mediaType(header.typ) === 'jwt') return undefined;
  return payload.vc !== undefined ? 'vc' : payload.vp !== undefined ? 'vp' : undefined;
}

/** VC 1.1 wraps the credential in `vc`; VC 2.0 puts its members beside the claims. */
function credentialOf(payload: JsonObject): JsonObject | undefined {
  if (isObject(payload.vc)) return payload.vc;
  const { iss: _i, sub: _s, aud: _a, nbf: _n, exp: _e, iat: _t, jti: _j, ...credential } = payload;
  return '@context' in credential ? credential : undefined;
}

/** Header members the specification does not allow; told as a warning. */
export function unexpectedHeaders(header: JsonObject): string[] {
  return Object.keys(header).filter((name) => !headers.includes(name));
}
