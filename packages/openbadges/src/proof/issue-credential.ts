import { encodeBase58 } from '../keys/base58.ts';
import type { SigningKey } from '../keys/cryptography.ts';
import { BadgeError } from '../model/badge-error.ts';
import { isoSeconds } from '../model/iso-seconds.ts';
import { asArray, type JsonObject } from '../model/json.ts';
import { type Cryptosuite, cryptosuites, hashOf, type SuiteName } from './cryptosuite.ts';
import { previousProofs } from './previous-proofs.ts';
import type { ProofTools } from './proof-tools.ts';
import { type HashedDocument, hashDocument, signedBytes } from './signed-bytes.ts';

/** How a document is signed. */
export interface IssueOptions {
  key: SigningKey;
  /** The DID URL (or key URL) under which the issuer lists the key, for example `did:web:hub.example#z6Mk…`. */
  verificationMethod: string;
  created: Date;
  /** One proof each, in this order. Validators test only the first: `eddsa-rdfc-2022` belongs there. */
  suites?: readonly SuiteName[];
  /** `authentication` for presentations. */
  proofPurpose?: 'assertionMethod' | 'authentication';
  challenge?: string;
  domain?: string;
  /** After this the proof no longer holds (VC Data Integrity §2.1). */
  expires?: Date;
  /** Name of the proof, so that a later one can be made over it. */
  id?: string;
  /** Ids of proofs in the document that the new ones are made over (VC Data Integrity §2.1.2). */
  previousProof?: string | string[];
}

/** A document with its proofs. */
export type Signed<T extends JsonObject> = T & { proof: JsonObject[] };

/**
 * Secures a document with a proof set: independent proofs over the same bytes, each valid on its own. Proofs that the
 * document has are kept.
 *
 * The result shares the members of the document: change neither before the promise has settled.
 * Throws BadgeError `canon.*` when a term would be lost, `key.wrong-type` when the key cannot sign the suite,
 * `proof.previous-missing` when a proof named in `previousProof` is not there.
 */
export async function issueCredential<T extends JsonObject>(
  document: T,
  options: IssueOptions,
  tools: ProofTools,
): Promise<Signed<T>> {
  const { proof: present, ...bare } = document as JsonObject;
  const kept = asArray(present) as JsonObject[];
  const covered = coveredProofs(options.previousProof, kept);
  const subject = covered.length === 0 ? bare : { ...bare, proof: covered };
  const digest = hashOf(options.key.publicKey.type);
  const hashed = new Map<Cryptosuite['canon'], HashedDocument>();
  const proofs: JsonObject[] = [];
  for (const name of options.suites ?? (['eddsa-rdfc-2022', 'Ed25519Signature2020'] as const)) {
    const suite = suiteFor(name, options.key);
    const hashing = hashed.get(suite.canon) ?? hashDocument(subject, suite, digest, tools);
    const ready = hashing instanceof Promise ? await hashing : hashing;
    hashed.set(suite.canon, ready);
    proofs.push(await proofOver(ready, bare['@context'], suite, options, tools));
  }
  return { ...bare, proof: [...kept, ...proofs] } as unknown as Signed<T>;
}

/** One proof over a document that was hashed before. */
export async function proofOver(
  document: HashedDocument,
  context: unknown,
  suite: Cryptosuite,
  options: IssueOptions,
  tools: ProofTools,
): Promise<JsonObject> {
  const proof = proofOptions(suite.members, options);
  const signing = signedBytes(
    document,
    { '@context': context, ...proof },
    suite,
    hashOf(options.key.publicKey.type),
    tools,
  );
  const { bytes } = signing instanceof Promise ? await signing : signing;
  const signed = options.key.sign(bytes);
  const proofValue = `z${encodeBase58(signed instanceof Promise ? await signed : signed)}`;
  // eddsa-jcs-2022 §3.3.1: a JCS proof carries the context it was made under.
  return suite.canon === 'jcs' ? { '@context': context, ...proof, proofValue } : { ...proof, proofValue };
}

/** Throws `key.wrong-type` when the key cannot sign the suite. */
export function suiteFor(name: SuiteName, { publicKey }: SigningKey): Cryptosuite {
  const suite = cryptosuites[name];
  if (!suite.keys.includes(publicKey.type))
    throw new BadgeError('key.wrong-type', { suite: name, key: publicKey.type });
  return suite;
}

function coveredProofs(ids: string | string[] | undefined, present: JsonObject[]): JsonObject[] {
  if (ids === undefined) return [];
  const covered = previousProofs(asArray(ids) as string[], present);
  if (!covered) throw new BadgeError('proof.previous-missing', { ids: asArray(ids).join(' ').slice(0, 300) });
  return covered;
}

function proofOptions(members: JsonObject, options: IssueOptions): JsonObject {
  const { id, expires, challenge, domain, previousProof } = options;
  const proof: JsonObject = {
    ...(id === undefined ? {} : { id }),
    ...members,
    created: isoSeconds(options.created),
    verificationMethod: options.verificationMethod,
    proofPurpose: options.proofPurpose ?? 'assertionMethod',
  };
  if (expires !== undefined) proof.expires = isoSeconds(expires);
  if (challenge !== undefined) proof.challenge = challenge;
  if (domain !== undefined) proof.domain = domain;
  if (previousProof !== undefined) proof.previousProof = previousProof;
  return proof;
}
