import { surveyDocument } from '../canon/survey-document.ts';
import { decodeBase58 } from '../keys/base58.ts';
import type { PublicKey } from '../keys/public-key.ts';
import { BadgeError } from '../model/badge-error.ts';
import { asArray, isObject, type JsonObject } from '../model/json.ts';
import { textOf } from '../model/text-of.ts';
import { bytesToVerify, type HashedDocuments } from './bytes-to-verify.ts';
import { signatureAlgorithmOf, suiteOf } from './cryptosuite.ts';
import { keyOfMethod } from './key-of-method.ts';
import { previousProofs } from './previous-proofs.ts';
import { whyOptionsRefused } from './proof-options.ts';
import type { ProofCode, ProofResult, ProofsResult } from './proof-result.ts';
import type { ProofTools } from './proof-tools.ts';

/** What proofs are expected to say. */
export interface VerifyOptions {
  /** Finds a key that the verification method does not carry itself; undefined when it cannot be had. */
  resolveKey?: (verificationMethod: string) => PublicKey | undefined | Promise<PublicKey | undefined>;
  /** `assertionMethod` unless said. */
  expectedPurpose?: string;
  challenge?: string;
  domain?: string;
  /** When given, proofs that expired before it fail. */
  now?: Date;
}

/** No honest document has more; each costs a signature. */
const mostProofs = 16;

/**
 * Checks every proof of a document (VC Data Integrity §4.3, §4.5). A verdict, never an exception.
 *
 * It decides whether the document is what the key signed, not whose key that is: see `keyListedBy`.
 */
export async function verifyProofs(
  document: JsonObject,
  options: VerifyOptions,
  tools: ProofTools,
): Promise<ProofsResult> {
  const { isUnbounded, isUnusual } = surveyDocument(document);
  if (isUnbounded) return { outcome: 'failed', code: 'canon.too-complex', proofs: [] };
  const list = asArray(document.proof);
  if (list.length === 0) return { outcome: 'failed', code: 'proof.missing', proofs: [] };
  if (list.length > mostProofs) return { outcome: 'failed', code: 'proof.too-many', proofs: [] };
  const { proof, ...bare } = list.every(carriesItsKey) ? document : structuredClone(document);
  const proofs = asArray(proof);
  const hashed: HashedDocuments = new Map();
  const results: ProofResult[] = [];
  for (const [index, item] of proofs.entries()) {
    const pointer = Array.isArray(proof) ? `/proof/${index}` : '/proof';
    results.push(await verifyProof({ bare, isUnusual, item, list: proofs, pointer, hashed }, options, tools));
  }
  return overall(withChains(results));
}

/** Then everything is read before anything is awaited, and nothing can change between check and use. */
function carriesItsKey(proof: unknown): boolean {
  const method = isObject(proof) ? proof.verificationMethod : undefined;
  return typeof method === 'string' && keyOfMethod(method) !== undefined;
}

interface Attempt {
  bare: JsonObject;
  isUnusual: boolean;
  item: unknown;
  list: unknown[];
  pointer: string;
  hashed: HashedDocuments;
}

async function verifyProof(attempt: Attempt, options: VerifyOptions, tools: ProofTools): Promise<ProofResult> {
  const { bare, isUnusual, hashed } = attempt;
  const proof = isObject(attempt.item) ? attempt.item : {};
  const result: ProofResult = {
    outcome: 'failed',
    code: 'proof.malformed',
    values: {},
    pointer: attempt.pointer,
    proof,
    suite: textOf(proof.cryptosuite ?? proof.type ?? ''),
    verificationMethod: typeof proof.verificationMethod === 'string' ? proof.verificationMethod : '',
    previousProof: asArray(proof.previousProof).map(textOf),
  };
  const fail = (code: ProofCode, outcome: 'failed' | 'unknown' = 'failed') => ({ ...result, code, outcome });
  const refused = whyOptionsRefused(proof, options);
  if (refused) return fail(refused);
  if (isSelective(proof)) return verifySelective(bare, result, options, tools);
  const suite = suiteOf(proof);
  if (!suite) return fail('proof.suite-unsupported', 'unknown');
  const previous = previousProofs(result.previousProof, attempt.list);
  if (!previous) return fail('proof.previous-missing');
  const signature = signatureOf(proof);
  if (!signature) return fail('proof.malformed');
  const key = keyOfMethod(result.verificationMethod) ?? (await options.resolveKey?.(result.verificationMethod));
  if (!key) return fail('proof.key-unavailable', 'unknown');
  if (!suite.keys.includes(key.type)) return { ...fail('proof.key-wrong-type'), key };
  try {
    const hashing = bytesToVerify({ bare, isUnusual, proof, suite, key, previous }, hashed, tools);
    const signed = hashing instanceof Promise ? await hashing : hashing;
    const checking = tools.cryptography.verify(signatureAlgorithmOf(key.type), key, signed.bytes, signature);
    const isIntact = checking instanceof Promise ? await checking : checking;
    result.outcome = isIntact ? 'passed' : 'failed';
    result.code = isIntact ? 'proof.valid' : 'proof.tampered';
    result.key = key;
    result.steps = Object.assign(signed, { signature });
    return result;
  } catch (error) {
    if (!(error instanceof BadgeError)) throw error;
    if (error.code === 'key.unsupported') return { ...fail('proof.suite-unsupported', 'unknown'), key };
    if (!error.code.startsWith('canon.')) throw error;
    return { ...fail(error.code as ProofCode), values: error.values, key };
  }
}

function isSelective({ type, cryptosuite }: JsonObject): boolean {
  return type === 'DataIntegrityProof' && cryptosuite === 'ecdsa-sd-2023';
}

/** A part of a document, as its holder disclosed it. */
async function verifySelective(
  bare: JsonObject,
  result: ProofResult,
  { resolveKey }: VerifyOptions,
  tools: ProofTools,
): Promise<ProofResult> {
  const key = keyOfMethod(result.verificationMethod) ?? (await resolveKey?.(result.verificationMethod));
  if (!key) return { ...result, outcome: 'unknown', code: 'proof.key-unavailable' };
  const { verifySdProof } = await import('./sd/verify-sd-proof.ts');
  return { ...result, key, ...(await verifySdProof({ bare, proof: result.proof, key }, tools)) };
}

function signatureOf(proof: JsonObject): Uint8Array | undefined {
  const value = proof.proofValue;
  if (typeof value !== 'string' || !/^z[1-9A-HJ-NP-Za-km-z]{1,300}$/.test(value)) return undefined;
  return decodeBase58(value.slice(1));
}

/** A proof made over others is worth nothing when one of those is not valid. */
function withChains(results: ProofResult[]): ProofResult[] {
  if (results.every(({ previousProof }) => previousProof.length === 0)) return results;
  const failed = new Set(results.filter((result) => result.outcome !== 'passed').map(({ proof }) => proof.id));
  for (let changed = true; changed; ) {
    changed = false;
    for (const result of results) {
      if (result.outcome !== 'passed' || !result.previousProof.some((id) => failed.has(id))) continue;
      Object.assign(result, { outcome: 'failed', code: 'proof.previous-invalid' });
      failed.add(result.proof.id);
      changed = true;
    }
  }
  return results;
}

function overall(proofs: ProofResult[]): ProofsResult {
  const rank = ['passed', 'unknown', 'failed'] as const;
  const best = rank.map((outcome) => proofs.find((proof) => proof.outcome === outcome)).find(Boolean) as ProofResult;
  return { outcome: best.outcome, code: best.code, proofs };
}
