import { refuseAliases } from '../../canon/refuse-aliases.ts';
import { surveyDocument } from '../../canon/survey-document.ts';
import { publicKeyFromMultikeyBytes } from '../../keys/multikey.ts';
import type { PublicKey } from '../../keys/public-key.ts';
import { BadgeError } from '../../model/badge-error.ts';
import type { JsonObject } from '../../model/json.ts';
import type { ProofCode } from '../proof-result.ts';
import type { ProofTools } from '../proof-tools.ts';
import { baseSignedBytes } from './base-signed-bytes.ts';
import { type DerivedProofValue, decodeDerivedProofValue } from './derived-proof-value.ts';
import { kindOfProofValue } from './proof-value.ts';
import { relabelLines } from './relabel-lines.ts';
import { labelText } from './statements.ts';

/** One derived proof, and whose key it claims to be by. */
export interface SdProofToVerify {
  /** The document without its proofs. */
  bare: JsonObject;
  proof: JsonObject;
  key: PublicKey;
}

/** What it came to. */
export interface SdVerdict {
  outcome: 'passed' | 'failed';
  code: ProofCode;
  values: Record<string, string>;
}

/** Far more than any badge says; each may cost a signature. */
const mostStatements = 4096;
const utf8 = new TextEncoder();

/**
 * Checks an ecdsa-sd-2023 derived proof (VC DI ECDSA §3.3.7). A verdict, never an exception.
 *
 * A base proof is refused as `proof.base-not-derived`: it holds what would let a verifier disclose more than was shown.
 */
export async function verifySdProof({ bare, proof, key }: SdProofToVerify, tools: ProofTools): Promise<SdVerdict> {
  if (kindOfProofValue(proof.proofValue) === 'base') return failed('proof.base-not-derived');
  if (key.type !== 'P-256') return failed('proof.key-wrong-type');
  const { proofValue, ...options } = proof;
  const document = { ...bare, proof: options };
  const { isUnbounded, isUnusual } = surveyDocument(document);
  if (isUnbounded) return failed('canon.too-complex');
  try {
    const derived = decodeDerivedProofValue(proofValue);
    if (isUnusual) refuseAliases(document);
    const lines = relabelLines(await tools.canonicalizer.canonize(bare), labelTexts(derived));
    const statements = lines && split(lines, derived);
    if (!statements) return failed('proof.tampered');
    if (statements.others.length > mostStatements) return failed('canon.too-complex');
    const proofKey = publicKeyFromMultikeyBytes(derived.proofKey);
    if (proofKey.type !== 'P-256') return failed('proof.malformed');
    const { mandatory, others } = statements;
    const bytes = await baseSignedBytes({ bare, proof, proofKey: derived.proofKey, mandatory }, tools);
    const signed = others.map((line, at) => ({
      bytes: utf8.encode(line),
      signature: derived.signatures[at] as Uint8Array,
    }));
    const answers = await Promise.all([
      tools.cryptography.verifyAll('ES256', proofKey, signed),
      tools.cryptography.verify('ES256', key, bytes, derived.baseSignature),
    ]);
    return answers.every(Boolean) ? { outcome: 'passed', code: 'proof.valid', values: {} } : failed('proof.tampered');
  } catch (error) {
    return refusalOf(error);
  }
}

function labelTexts({ labelMap }: DerivedProofValue): Map<number, string> {
  return new Map([...labelMap].map(([number, label]) => [number, labelText(label)]));
}

interface Split {
  mandatory: string[];
  others: string[];
}

/** Undefined when the proof speaks of other statements than there are. */
function split(lines: string[], { mandatoryIndexes, signatures }: DerivedProofValue): Split | undefined {
  const places = new Set(mandatoryIndexes);
  const mandatory = lines.filter((_, place) => places.has(place));
  const others = lines.filter((_, place) => !places.has(place));
  const fits = mandatory.length === places.size && others.length === signatures.length;
  return fits ? { mandatory, others } : undefined;
}

function refusalOf(error: unknown): SdVerdict {
  if (!(error instanceof BadgeError)) throw error;
  if (error.code.startsWith('canon.')) return failed(error.code as ProofCode, error.values);
  // A proof key that is no point of the curve is as malformed as a proof that is no CBOR.
  if (error.code === 'proof.malformed' || error.code.startsWith('key.')) return failed('proof.malformed');
  throw error;
}

function failed(code: ProofCode, values: Record<string, string> = {}): SdVerdict {
  return { outcome: 'failed', code, values };
}
