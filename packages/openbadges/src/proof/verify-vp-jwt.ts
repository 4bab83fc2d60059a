import type { PublicKey } from '../keys/public-key.ts';
import { asArray, isObject, type JsonObject } from '../model/json.ts';
import { checkSignature, decodeJws, type JwsCode, mediaType, type ResolveKey, whyHeaderRefused } from './jws-token.ts';
import type { ProofTools } from './proof-tools.ts';

export type VpJwtCode = JwsCode | 'jwt.claims-mismatch' | 'proof.challenge-mismatch' | 'proof.domain-mismatch';

/** What a signed presentation came to. The credentials in it are not looked at. */
export interface VpJwtResult {
  outcome: 'passed' | 'failed' | 'unknown';
  code: VpJwtCode;
  values: Record<string, string>;
  header: JsonObject;
  /** Without the registered claims; absent when the text is no presentation. */
  presentation?: JsonObject;
  verificationMethod: string;
  key?: PublicKey;
}

/** What a presentation is expected to say. */
export interface VerifyVpJwtOptions {
  resolveKey?: ResolveKey;
  /** What the verifier asked to be signed along: the claim `nonce`. */
  challenge?: string;
  /** Who the presentation must be meant for: one of `aud`. */
  domain?: string;
}

const types = ['jwt', 'vp+jwt', 'vp+ld+jwt', 'vp+ld+json+jwt'];

/**
 * Checks a presentation as JWT, in the form of VC-JOSE-COSE (§3.1.2, the document is the payload) or of VC 1.1
 * (§6.3.1, claim `vp`). A verdict, never an exception.
 */
export async function verifyVpJwt(
  token: string,
  { resolveKey, challenge, domain }: VerifyVpJwtOptions,
  tools: Pick<ProofTools, 'cryptography'>,
): Promise<VpJwtResult> {
  const parts = decodeJws(token);
  const presentation = parts && presentationOf(parts.payload);
  const { header = {}, payload = {} } = parts ?? {};
  const verificationMethod = typeof header.kid === 'string' ? header.kid : '';
  const result = { outcome: 'failed' as const, values: {}, header, presentation, verificationMethod };
  if (!parts || !presentation) return { ...result, code: 'jwt.malformed' };
  const refused = whyHeaderRefused(header, types) ?? whyWrapped(header, payload);
  if (refused) return { ...result, code: refused };
  const holder = isObject(presentation.holder) ? presentation.holder.id : presentation.holder;
  const finding = await checkSignature(parts, { signer: holder ?? payload.iss, resolveKey }, tools);
  if (finding.outcome !== 'passed') return { ...result, ...finding };
  const wrong = whyClaimsRefused(payload, holder, { challenge, domain });
  return wrong ? { ...result, ...finding, outcome: 'failed', ...wrong } : { ...result, ...finding };
}

function presentationOf(payload: JsonObject): JsonObject | undefined {
  if (isObject(payload.vp)) return payload.vp;
  const { iss: _i, sub: _s, aud: _a, nbf: _n, exp: _e, iat: _t, jti: _j, nonce: _c, ...presentation } = payload;
  return asArray(presentation.type).includes('VerifiablePresentation') ? presentation : undefined;
}

/** VC-JOSE-COSE §3.1.2: where the document is the payload, nothing may wrap another one. */
function whyWrapped({ typ }: JsonObject, payload: JsonObject): 'jwt.claims-mismatch' | null {
  if (typ === undefined || mediaType(typ) === 'jwt') return null;
  return payload.vc !== undefined || payload.vp !== undefined ? 'jwt.claims-mismatch' : null;
}

function whyClaimsRefused(
  { iss, nonce, aud }: JsonObject,
  holder: unknown,
  { challenge, domain }: VerifyVpJwtOptions,
): { code: VpJwtCode; values: Record<string, string> } | null {
  if (challenge !== undefined && nonce !== challenge) return { code: 'proof.challenge-mismatch', values: {} };
  if (domain !== undefined && !asArray(aud).includes(domain)) return { code: 'proof.domain-mismatch', values: {} };
  if (iss !== undefined && holder !== undefined && iss !== holder) {
    return { code: 'jwt.claims-mismatch', values: { claim: 'iss' } };
  }
  return null;
}
