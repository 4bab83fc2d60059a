import { boundDocument } from '../canon/bound-document.ts';
import type { QuadsTemplate } from '../canon/quads-template.ts';
import { BadgeError } from '../model/badge-error.ts';
import type { JsonObject } from '../model/json.ts';
import { type Cryptosuite, hashOf } from './cryptosuite.ts';
import { type IssueOptions, proofOver, type Signed, suiteFor } from './issue-credential.ts';
import { placesAt } from './places-at.ts';
import type { ProofTools } from './proof-tools.ts';
import { type HashedDocument, hashDocument, hashText } from './signed-bytes.ts';

/** One achievement, prepared for being issued to many: only what differs from one recipient to the next is worked on. */
export interface CredentialTemplate {
  /** The unsigned credential with these texts. Throws `document.invalid` when one is missing. */
  document(values: TemplateValues): JsonObject;
  /** The same, signed: the very document that `issueCredential` makes of it. */
  issue(values: TemplateValues, options: TemplateOptions): Promise<Signed<JsonObject>>;
}

/** A text for each of the template's JSON pointers (RFC 6901). */
export type TemplateValues = Readonly<Record<string, string>>;

/** As for `issueCredential`; a template has no earlier proofs. */
export type TemplateOptions = Omit<IssueOptions, 'previousProof'>;

/**
 * Compiles a credential into a template. `pointers` name the texts that differ: `/id`, `/credentialSubject/id` …
 *
 * The example has a text at each of them, of the kind all others will have: an address where they are addresses.
 * Values of another kind are issued all the same, at the speed of `issueCredential`.
 * Throws `document.invalid` for a pointer that leads to no text, `canon.*` for an example that cannot be signed.
 */
export async function compileCredential(
  example: JsonObject,
  pointers: readonly string[],
  tools: ProofTools,
): Promise<CredentialTemplate> {
  boundDocument(example);
  const { proof: _, ...bare } = structuredClone(example) as JsonObject;
  const places = placesAt(bare, pointers);
  const compiled = new Map<'sha256' | 'sha384', QuadsTemplate | undefined>();
  for (const digest of ['sha256', 'sha384'] as const) {
    const template = await tools.canonicalizer.template?.(places.texts, places.documentWith, { digest });
    const isSame = template?.canonize(places.texts) === (await tools.canonicalizer.canonize(bare, { digest }));
    compiled.set(digest, isSame ? template : undefined);
  }
  return {
    document: (values) => places.documentWith(textsOf(pointers, values)),
    issue: async (values, given) => issueFrom(textsOf(pointers, values), given, { ...tools, places, compiled }),
  };
}

interface Compiled extends ProofTools {
  places: ReturnType<typeof placesAt>;
  compiled: ReadonlyMap<'sha256' | 'sha384', QuadsTemplate | undefined>;
}

async function issueFrom(texts: string[], options: TemplateOptions, tools: Compiled): Promise<Signed<JsonObject>> {
  const document = tools.places.documentWith(texts);
  const hashed = new Map<Cryptosuite['canon'], HashedDocument>();
  const proofs: JsonObject[] = [];
  for (const name of options.suites ?? (['eddsa-rdfc-2022', 'Ed25519Signature2020'] as const)) {
    const suite = suiteFor(name, options.key);
    const hashing = hashed.get(suite.canon) ?? hashFilled(document, texts, suite, options, tools);
    const ready = hashing instanceof Promise ? await hashing : hashing;
    hashed.set(suite.canon, ready);
    proofs.push(await proofOver(ready, document['@context'], suite, options, tools));
  }
  return { ...document, proof: proofs };
}

function hashFilled(
  document: JsonObject,
  texts: string[],
  suite: Cryptosuite,
  { key }: TemplateOptions,
  tools: Compiled,
): HashedDocument | Promise<HashedDocument> {
  const digest = hashOf(key.publicKey.type);
  const canonical = suite.canon === 'rdfc' ? tools.compiled.get(digest)?.canonize(texts) : undefined;
  if (canonical === undefined) return hashDocument(document, suite, digest, tools);
  return hashText(canonical, digest, tools.cryptography);
}

function textsOf(pointers: readonly string[], values: TemplateValues): string[] {
  return pointers.map((pointer) => {
    const text = values[pointer];
    if (typeof text === 'string') return text;
    throw new BadgeError('document.invalid', { pointer, reason: 'missing' });
  });
}
