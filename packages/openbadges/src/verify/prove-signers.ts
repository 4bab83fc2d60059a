import { idOf } from '../import/plain-text.ts';
import type { JsonObject } from '../model/json.ts';
import { check } from './check.ts';
import type { Outside } from './outside.ts';
import { proveKey } from './prove-key.ts';
import type { Check } from './report.ts';
import type { Secured } from './secured.ts';

/** The first signer whose key the issuer lists; all of them when none is, with what was wrong about the first. */
export async function proveSigners(
  issuer: string,
  { signers, security }: Pick<Secured, 'signers' | 'security'>,
  outside: Outside,
): Promise<{ key: Check; signers: Secured['signers'] }> {
  let first: Check | undefined;
  for (const signer of signers) {
    const key = await proveKey({ issuer, ...signer, isToken: security === 'vc-jwt' }, outside);
    if (key.outcome === 'passed') return { key, signers: [signer] };
    first ??= key;
  }
  return { key: first ?? check('key', 'unknown', 'key.not-listed', { issuer }), signers };
}

/**
 * Whoever changes a document can sign it anew beside the issuer's signature, which is then wrong. Only a signature
 * that the issuer is known to have made outweighs a wrong one.
 */
export async function withoutReplacement(document: JsonObject, secured: Secured, outside: Outside): Promise<Check> {
  if (secured.proof.outcome !== 'passed' || !secured.tampered) return secured.proof;
  const { key } = await proveSigners(idOf(document.issuer) ?? '', secured, outside);
  return key.outcome === 'passed' ? secured.proof : secured.tampered;
}
