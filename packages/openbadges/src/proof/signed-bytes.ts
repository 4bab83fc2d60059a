import { canonizeJson } from '../canon/canonize-json.ts';
import type { HashAlgorithm } from '../keys/cryptography.ts';
import type { JsonObject } from '../model/json.ts';
import type { Cryptosuite } from './cryptosuite.ts';
import type { ProofTools } from './proof-tools.ts';

/** Every intermediate value of one signature, for people who check the checker. */
export interface SignedBytes {
  canonicalDocument: string;
  canonicalProof: string;
  documentHash: Uint8Array;
  proofHash: Uint8Array;
  /** What is signed: the hash of the proof options first, then that of the document. */
  bytes: Uint8Array;
}

/** Hashes one document; kept apart so that the proofs of a set share the costly step. */
export interface HashedDocument {
  canonical: string;
  hash: Uint8Array;
}

export async function hashDocument(
  document: JsonObject,
  suite: Cryptosuite,
  digest: HashAlgorithm,
  { canonicalizer, cryptography }: ProofTools,
): Promise<HashedDocument> {
  const canonical = suite.canon === 'jcs' ? canonizeJson(document) : await canonicalizer.canonize(document, { digest });
  return { canonical, hash: await cryptography.hash(digest, canonical) };
}

/** VC Data Integrity cryptosuites, "Hashing": proof options and document, in that order. */
export async function signedBytes(
  document: HashedDocument,
  options: JsonObject,
  suite: Cryptosuite,
  digest: HashAlgorithm,
  tools: ProofTools,
): Promise<SignedBytes> {
  const proof = await hashDocument(options, suite, digest, tools);
  const bytes = new Uint8Array(proof.hash.length + document.hash.length);
  bytes.set(proof.hash);
  bytes.set(document.hash, proof.hash.length);
  return {
    canonicalDocument: document.canonical,
    canonicalProof: proof.canonical,
    documentHash: document.hash,
    proofHash: proof.hash,
    bytes,
  };
}
