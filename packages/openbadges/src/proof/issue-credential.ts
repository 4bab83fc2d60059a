import { boundDocument } from '../canon/bound-document.ts';
import { encodeBase58 } from '../keys/base58.ts';
import type { SigningKey } from '../keys/cryptography.ts';
import { BadgeError } from '../model/badge-error.ts';
import { isoSeconds } from '../model/iso-seconds.ts';
import { asArray, type JsonObject } from '../model/json.ts';
import { cryptosuites, hashOf, type SuiteName } from './cryptosuite.ts';
import type { ProofTools } from './proof-tools.ts';
import { hashDocument, signedBytes } from './signed-bytes.ts';

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
}

export type Signed<T extends JsonObject> = T & { proof: JsonObject[] };

/**
 * Secures a document with a proof set: independent proofs over the same bytes, each valid on its own.
 *
 * Throws BadgeError `canon.*` when a term would be lost, `key.wrong-type` when the key cannot sign the suite.
 */
export async function issueCredential<T extends JsonObject>(
  document: T,
  options: IssueOptions,
  tools: ProofTools,
): Promise<Signed<T>> {
  boundDocument(document);
  const { proof: present, ...bare } = structuredClone(document);
  const { type } = options.key.publicKey;
  const digest = hashOf(type);
  const hashed = new Map<'rdfc' | 'jcs', ReturnType<typeof hashDocument>>();
  const proofs: JsonObject[] = [];
  for (const name of options.suites ?? ['eddsa-rdfc-2022', 'Ed25519Signature2020']) {
    const suite = cryptosuites[name];
    if (!suite.keys.includes(type)) throw new BadgeError('key.wrong-type', { suite: name, key: type });
    const subject = hashed.get(suite.canon) ?? hashDocument(bare, suite, digest, tools);
    hashed.set(suite.canon, subject);
    const proof = proofOptions(suite.members, options);
    const { bytes } = await signedBytes(
      await subject,
      { '@context': bare['@context'], ...proof },
      suite,
      digest,
      tools,
    );
    // eddsa-jcs-2022 §3.3.1: a JCS proof carries the context it was made under.
    const context = suite.canon === 'jcs' ? { '@context': bare['@context'] } : {};
    proofs.push({ ...context, ...proof, proofValue: `z${encodeBase58(await options.key.sign(bytes))}` });
  }
  return { ...(bare as unknown as T), proof: [...(asArray(present) as JsonObject[]), ...proofs] };
}

function proofOptions(members: JsonObject, options: IssueOptions): JsonObject {
  return {
    ...members,
    created: isoSeconds(options.created),
    verificationMethod: options.verificationMethod,
    proofPurpose: options.proofPurpose ?? 'assertionMethod',
    ...(options.challenge === undefined ? {} : { challenge: options.challenge }),
    ...(options.domain === undefined ? {} : { domain: options.domain }),
  };
}
