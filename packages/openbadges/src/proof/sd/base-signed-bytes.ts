import { joinBytes } from '../../model/join-bytes.ts';
import type { JsonObject } from '../../model/json.ts';
import type { ProofTools } from '../proof-tools.ts';

interface SignedByIssuer {
  /** The document without proofs; only its context matters here. */
  bare: JsonObject;
  proof: JsonObject;
  proofKey: Uint8Array;
  /** Mandatory statements, sorted. */
  mandatory: string[];
}

/** What the issuer's own key signs (VC DI ECDSA §3.3.4, §3.4.1). Throws BadgeError `canon.*`. */
export async function baseSignedBytes(
  { bare, proof, proofKey, mandatory }: SignedByIssuer,
  { canonicalizer, cryptography }: ProofTools,
): Promise<Uint8Array> {
  const { proofValue: _, ...options } = proof;
  const canonicalProof = await canonicalizer.canonize({ ...options, '@context': bare['@context'] });
  const proofHash = await cryptography.hash('sha256', canonicalProof);
  const mandatoryHash = await cryptography.hash('sha256', mandatory.join(''));
  return joinBytes([proofHash, proofKey, mandatoryHash]);
}
