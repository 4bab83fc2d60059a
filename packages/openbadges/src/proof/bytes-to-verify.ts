import { refuseAliases } from '../canon/refuse-aliases.ts';
import type { PublicKey } from '../keys/public-key.ts';
import { BadgeError } from '../model/badge-error.ts';
import { asArray, type JsonObject } from '../model/json.ts';
import { whenReady } from '../model/when-ready.ts';
import { type Cryptosuite, hashOf } from './cryptosuite.ts';
import type { ProofTools } from './proof-tools.ts';
import { type HashedDocument, hashDocument, type SignedBytes, signedBytes } from './signed-bytes.ts';

/** Hashes of one document, shared by the proofs of a set. */
export type HashedDocuments = Map<string, HashedDocument | Promise<HashedDocument>>;

export interface ProofToVerify {
  /** The document without its proofs. */
  bare: JsonObject;
  /** Whether the document could say a known thing under another name: `surveyDocument`. */
  isUnusual: boolean;
  proof: JsonObject;
  /** Data Integrity §4.3: proofs this one was made over are part of what it signs. */
  previous: JsonObject[];
  suite: Cryptosuite;
  key: PublicKey;
}

/** What the signature of a proof must be over (VC Data Integrity §4.3). Throws BadgeError `canon.*`. */
export function bytesToVerify(
  { bare, isUnusual, proof, previous, suite, key }: ProofToVerify,
  hashed: HashedDocuments,
  tools: ProofTools,
): SignedBytes | Promise<SignedBytes> {
  const digest = hashOf(key.type);
  const { proofValue: _, ...options } = proof;
  const context = suite.canon === 'jcs' ? jcsContext(bare, proof) : bare['@context'];
  if (suite.canon === 'rdfc') {
    if (isUnusual) refuseAliases({ ...bare, proof: options });
    options['@context'] = context;
  }
  const isShared = previous.length === 0 && context === bare['@context'];
  const name = `${suite.canon} ${digest}${isShared ? '' : JSON.stringify([context, previous.map(({ id }) => id)])}`;
  const hashing = hashed.get(name) ?? hashDocument(documentOf(bare, context, previous), suite, digest, tools);
  hashed.set(name, hashing);
  return whenReady(hashing, (document) => signedBytes(document, options, suite, digest, tools)) as
    | SignedBytes
    | Promise<SignedBytes>;
}

function documentOf(bare: JsonObject, context: unknown, previous: JsonObject[]): JsonObject {
  if (previous.length === 0 && context === bare['@context']) return bare;
  return {
    ...bare,
    ...(context === undefined ? {} : { '@context': context }),
    ...(previous.length > 0 ? { proof: previous } : {}),
  };
}

/**
 * VC DI EdDSA §3.3.2: a JCS proof may carry the context it was made under, and the document's must begin with it.
 * Without that rule the signed context could be another than the one the document is read with.
 */
function jcsContext(bare: JsonObject, proof: JsonObject): unknown {
  const own = proof['@context'];
  if (own === undefined) return bare['@context'];
  const [signed, present] = [asArray(own), asArray(bare['@context'])];
  const begins = signed.every((context, i) => JSON.stringify(context) === JSON.stringify(present[i]));
  if (!begins) throw new BadgeError('canon.context-different');
  return own;
}
