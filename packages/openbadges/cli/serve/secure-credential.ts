import { encodeBase64url } from '../../src/keys/base64url.ts';
import { asArray, type JsonObject } from '../../src/model/json.ts';
import { type IssueOptions, issueCredential } from '../../src/proof/issue-credential.ts';
import { createSdProof } from '../../src/proof/sd/create-sd-proof.ts';
import type { SdTools } from '../../src/proof/sd/sd-tools.ts';
import { signJose } from '../../src/proof/sign-jose.ts';
import type { VcIssuer } from './vc-issuer.ts';

/** What a request may say about the proof. */
export type ProofWishes = Pick<
  IssueOptions,
  'challenge' | 'domain' | 'expires' | 'id' | 'previousProof' | 'proofPurpose'
> & {
  mandatoryPointers?: readonly string[];
  created: Date;
};

const credentialsContext = 'https://www.w3.org/ns/credentials/v2';

/** Secures a credential or presentation in the way of its issuer. Throws BadgeError for what cannot be secured. */
export async function secureCredential(
  document: JsonObject,
  issuer: VcIssuer,
  wishes: ProofWishes,
  tools: SdTools,
): Promise<JsonObject> {
  const secured = await securedBy(issuer, document, wishes, tools);
  const { proof } = secured;
  // The suites take several proofs as a list, but one as an object.
  return Array.isArray(proof) && proof.length === 1 ? { ...secured, proof: proof[0] } : secured;
}

async function securedBy(
  issuer: VcIssuer,
  document: JsonObject,
  wishes: ProofWishes,
  tools: SdTools,
): Promise<JsonObject> {
  const { key, verificationMethod, suites, form } = issuer;
  const { mandatoryPointers, ...options } = wishes;
  const ready = withProofContexts(document, issuer);
  if (form === 'jose') return enveloped(document, issuer, wishes);
  if (form === 'selective-disclosure') {
    const { created } = wishes;
    return createSdProof(
      ready,
      { key, verificationMethod, created, mandatoryPointers: mandatoryPointers ?? [] },
      tools,
    );
  }
  if (form === 'proof-chain') return chained(ready, issuer, wishes, tools);
  return issueCredential(ready, { key, verificationMethod, suites, ...options }, tools);
}

/** Three proofs: one, one over it by its name, and one over both by a list of names. */
async function chained(
  document: JsonObject,
  issuer: VcIssuer,
  wishes: ProofWishes,
  tools: SdTools,
): Promise<JsonObject> {
  const { key, verificationMethod, suites } = issuer;
  const { mandatoryPointers: _, ...options } = wishes;
  const [first, second] = [newName(tools), newName(tools)];
  let secured: JsonObject = document;
  for (const link of [{ id: first }, { id: second, previousProof: first }, { previousProof: [first, second] }]) {
    secured = await issueCredential(secured, { key, verificationMethod, suites, ...options, ...link }, tools);
  }
  return secured;
}

async function enveloped(
  document: JsonObject,
  { key, verificationMethod }: VcIssuer,
  wishes: ProofWishes,
): Promise<JsonObject> {
  const { challenge, domain } = wishes;
  const isPresentation = asArray(document.type).includes('VerifiablePresentation');
  const token = await signJose(document, { key, kid: verificationMethod, challenge, domain });
  return {
    '@context': credentialsContext,
    id: `data:application/${isPresentation ? 'vp' : 'vc'}+jwt,${token}`,
    type: isPresentation ? 'EnvelopedVerifiablePresentation' : 'EnvelopedVerifiableCredential',
  };
}

/** Version 2 of the credentials context defines what a Data Integrity proof says; others need it beside them. */
function withProofContexts(document: JsonObject, { suites, form }: VcIssuer): JsonObject {
  const contexts = asArray(document['@context']);
  const needed = [
    ...(contexts.includes(credentialsContext) ? [] : ['https://w3id.org/security/data-integrity/v2']),
    ...(suites.includes('Ed25519Signature2020') ? ['https://w3id.org/security/suites/ed25519-2020/v1'] : []),
  ].filter((context) => !contexts.includes(context));
  const isPlain = suites.length === 1 && suites[0] === 'Ed25519Signature2020';
  const added = isPlain ? needed.filter((context) => !context.includes('data-integrity')) : needed;
  return form === 'jose' || added.length === 0 ? document : { ...document, '@context': [...contexts, ...added] };
}

function newName({ randomBytes }: SdTools): string {
  return `urn:proof:${encodeBase64url(randomBytes(12))}`;
}
