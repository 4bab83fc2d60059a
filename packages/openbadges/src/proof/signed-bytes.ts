import { canonizeJson } from '../canon/canonize-json.ts';
import type { HashAlgorithm } from '../keys/cryptography.ts';
import type { JsonObject } from '../model/json.ts';
import { whenReady } from '../model/when-ready.ts';
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

/** At once where canonicaliser and hash are; the document is not looked at again afterwards. */
export function hashDocument(
  document: JsonObject,
  suite: Pick<Cryptosuite, 'canon'>,
  digest: HashAlgorithm,
  { canonicalizer, cryptography }: ProofTools,
): HashedDocument | Promise<HashedDocument> {
  const canonical = suite.canon === 'jcs' ? canonizeJson(document) : canonicalizer.canonize(document, { digest });
  return whenReady(canonical, (text) => hashText(text, digest, cryptography));
}

/** The same for a text that is canonical already. */
export function hashText(
  canonical: string,
  digest: HashAlgorithm,
  cryptography: ProofTools['cryptography'],
): HashedDocument | Promise<HashedDocument> {
  return whenReady(cryptography.hash(digest, canonical), (hash) => ({ canonical, hash }));
}

/** VC Data Integrity cryptosuites, "Hashing": proof options and document, in that order. */
export function signedBytes(
  document: HashedDocument,
  options: JsonObject,
  suite: Pick<Cryptosuite, 'canon'>,
  digest: HashAlgorithm,
  tools: ProofTools,
): SignedBytes | Promise<SignedBytes> {
  return whenReady(hashOptions(options, suite, digest, tools), (proof) => {
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
  });
}

/** Proofs made in the same second by the same key differ in their value only. */
const hashedOptions = new WeakMap<ProofTools, Map<string, HashedDocument>>();
const mostHashedOptions = 500;
/** Characters; a stranger's proof can hold megabytes, and those are not kept. */
const longestOptions = 8192;

function hashOptions(
  options: JsonObject,
  suite: Pick<Cryptosuite, 'canon'>,
  digest: HashAlgorithm,
  tools: ProofTools,
): HashedDocument | Promise<HashedDocument> {
  const known = hashedOptions.get(tools) ?? new Map<string, HashedDocument>();
  const name = nameOf(options, suite, digest);
  const before = known.get(name);
  if (before) return before;
  return whenReady(hashDocument(options, suite, digest, tools), (hashed) => {
    if (name.length > longestOptions) return hashed;
    if (known.size >= mostHashedOptions) known.clear();
    hashedOptions.set(tools, known.set(name, hashed));
    return hashed;
  });
}

/**
 * Two sets of options have the same name only when they are the same, members in the same order. Every part has its
 * length before it: a member of a stranger may be named like the text between two others.
 */
function nameOf(options: JsonObject, { canon }: Pick<Cryptosuite, 'canon'>, digest: HashAlgorithm): string {
  let name = `${canon} ${digest}`;
  for (const member in options) {
    const value = options[member];
    const isText = typeof value === 'string';
    const written = isText ? value : String(JSON.stringify(value));
    name += ` ${member.length} ${member} ${isText ? 'text' : 'json'} ${written.length} ${written}`;
  }
  return name;
}
