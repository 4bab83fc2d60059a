import { refuseAliases } from '../canon/refuse-aliases.ts';
import type { PublicKey } from '../keys/public-key.ts';
import { BadgeError } from '../model/badge-error.ts';
import { asArray, type JsonObject } from '../model/json.ts';
import { type Cryptosuite, hashOf } from './cryptosuite.ts';
import type { ProofTools } from './proof-tools.ts';
import { type HashedDocument, hashDocument, type SignedBytes, signedBytes } from './signed-bytes.ts';

/** Hashes of one document, shared by the proofs of a set. */
export type HashedDocuments = Map<string, Promise<HashedDocument>>;

export interface ProofToVerify {
  /** The document without its proofs. */
  bare: JsonObject;
  proof: JsonObject;
  /** Data Integrity §4.3: proofs this one was made over are part of what it signs. */
  previous: JsonObject[];
  suite: Cryptosuite;
  key: PublicKey;
}

/** What the signature of a proof must be over (VC Data Integrity §4.3). Throws BadgeError `canon.*`. */
export async function bytesToVerify(
  { bare, proof, previous, suite, key }: ProofToVerify,
  hashed: HashedDocuments,
  tools: ProofTools,
): Promise<SignedBytes> {
  const digest = hashOf(key.type);
  const { proofValue: _, ...options } = proof;
  const context = suite.canon === 'jcs' ? jcsContext(bare, proof) : bare['@context'];
  if (suite.canon === 'rdfc') {
    refuseAliases({ ...bare, proof: options });
    options['@context'] = context;
  }
  const document = {
    ...bare,
    ...(context === undefined ? {} : { '@context': context }),
    ...(previous.length > 0 ? { proof: previous } : {}),
  };
  const name = JSON.stringify([suite.canon, digest, context, previous.map(({ id }) => id)]);
  const hashing = hashed.get(name) ?? hashDocument(document, suite, digest, tools);
  hashed.set(name, hashing);
  return signedBytes(await hashing, options, suite, digest, tools);
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
