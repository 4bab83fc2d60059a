import { hexOf } from '../keys/hex.ts';
import { encodeMultikey } from '../keys/multikey.ts';
import type { PublicKey } from '../keys/public-key.ts';
import type { JsonObject } from '../model/json.ts';
import { keyInDocument } from '../proof/key-listed-by.ts';
import { controllerOf } from '../proof/key-of-method.ts';
import type { ProofResult } from '../proof/proof-result.ts';
import { type VerifyOptions, verifyProofs } from '../proof/verify-proofs.ts';
import { check } from './check.ts';
import { type CheckCode, checkSentences } from './check-sentences.ts';
import { issuerDocument } from './issuer-document.ts';
import type { Outside } from './outside.ts';
import type { Check } from './report.ts';
import type { Secured } from './secured.ts';

/** Checks the Data Integrity proofs of a document; one that passes is enough (OB 3.0 §8.2). */
export async function checkProofs(
  document: JsonObject,
  outside: Outside,
  wishes: Pick<VerifyOptions, 'expectedPurpose' | 'challenge' | 'domain'> = {},
): Promise<Secured> {
  const { outcome, code, proofs } = await verifyProofs(
    document,
    {
      resolveKey: (method) => keyBehind(method, outside),
      now: outside.now,
      ...wishes,
    },
    outside.tools,
  );
  const passed = proofs.filter((proof) => proof.outcome === 'passed');
  const wrong = proofs.find((proof) => proof.code === 'proof.tampered');
  const decisive = passed[0] ?? wrong;
  const shown = decisive ?? proofs.find((proof) => proof.outcome === outcome);
  return {
    document,
    proof: shown ? checkOf(shown) : ofWhole(code),
    tampered: wrong && checkOf(wrong),
    signers: passed.flatMap(({ key, verificationMethod }) => (key ? [{ key, method: verificationMethod }] : [])),
    security: 'data-integrity',
    technical: { proofs: proofs.map(technicalOf) },
  };
}

/** The key of a method that does not carry it: from the DID document, or the document at its address. */
export async function keyBehind(method: string, outside: Outside): Promise<PublicKey | undefined> {
  const found = await issuerDocument(controllerOf(method), outside);
  return found.outcome === 'found' ? keyInDocument(found.document, method) : undefined;
}

/** What was said about the document as a whole, before any proof of it was looked at. */
function ofWhole(code: string): Check {
  if (code === 'canon.too-complex') return check('proof', 'unknown', 'proof.too-complex');
  return check('proof', 'failed', code as CheckCode);
}

function checkOf(result: ProofResult): Check {
  const { code, values, suite, verificationMethod: method, pointer } = result;
  const say = (outcome: Check['outcome'], named: CheckCode) =>
    check('proof', outcome, named, { ...values, suite: suite || 'unknown', method }, pointer);
  if (code === 'proof.valid') return say('passed', 'proof.passed');
  if (code === 'proof.suite-unsupported') return say('unknown', 'proof.unsupported');
  if (code === 'canon.context-unknown') return say('unknown', 'proof.unknown-context');
  if (code === 'canon.too-complex') return say('unknown', 'proof.too-complex');
  if (code === 'canon.context-invalid') return say('failed', 'proof.context-invalid');
  if (code === 'canon.term-undefined') {
    return say('failed', values.term?.startsWith('1EdTech') ? 'proof.extensions-missing' : 'proof.term-undefined');
  }
  return say(result.outcome, code in checkSentences ? (code as CheckCode) : 'proof.malformed');
}

function technicalOf(result: ProofResult): Record<string, unknown> {
  const { suite, code, outcome, verificationMethod, key, steps, pointer } = result;
  return {
    pointer,
    suite,
    outcome,
    code,
    verificationMethod,
    ...(key ? { publicKey: key.jwk, publicKeyMultibase: multibaseOf(key) } : {}),
    ...(steps
      ? {
          canonicalDocument: steps.canonicalDocument,
          canonicalProof: steps.canonicalProof,
          documentHash: hexOf(steps.documentHash),
          proofHash: hexOf(steps.proofHash),
          signature: hexOf(steps.signature),
        }
      : {}),
  };
}

/** A key is read once and used for each badge of its issuer. */
const multibases = new WeakMap<PublicKey, string>();

function multibaseOf(key: PublicKey): string | undefined {
  if (key.type === 'RSA') return undefined;
  const known = multibases.get(key) ?? encodeMultikey(key);
  multibases.set(key, known);
  return known;
}
