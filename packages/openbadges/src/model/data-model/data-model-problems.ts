import { asArray, isObject, type JsonObject } from '../json.ts';
import { credentialProblems } from './credential-problems.ts';
import { type Enveloped, envelopedProblems, isTokenUrl } from './enveloped-problems.ts';
import { type DataModelProblem, FoundProblems } from './found-problems.ts';
import { presentationProblems } from './presentation-problems.ts';
import type { KnownDigests } from './related-resource-problems.ts';

/** What a document is checked as. */
export interface DataModelOptions {
  /** What the document has to be; what its type says unless given. Either may come enveloped. */
  kind?: 'credential' | 'presentation';
  /** With these (`heldContexts`) names of types and protected terms are looked up as well. */
  contexts?: ReadonlyMap<string, JsonObject>;
  /** SHA-256 digests in hex by URL, for relatedResource; the one of the VC 2.0 context unless given. */
  digests?: KnownDigests;
}

/**
 * Which rules of the VC Data Model a credential or presentation breaks; empty when it keeps them all (2.0, or 1.1 where
 * its first context says so). Issuing and verifying ask this before anything else: it is a plain walk without a schema.
 *
 * Never throws for a document that was parsed from JSON. At most 50 problems are told.
 */
export function dataModelProblems(document: unknown, options: DataModelOptions = {}): DataModelProblem[] {
  const found = new FoundProblems();
  if (!isObject(document)) {
    found.add('model.not-an-object', '');
    return found.problems;
  }
  const types = asArray(document.type);
  const isPresentation = options.kind ? options.kind === 'presentation' : presents(types, document);
  const enveloped: Enveloped = isPresentation ? 'EnvelopedVerifiablePresentation' : 'EnvelopedVerifiableCredential';
  if (types.includes(enveloped) || isTokenUrl(document.id)) envelopedProblems(document, enveloped, found);
  else if (isPresentation) presentationProblems(document, options, found);
  else credentialProblems(document, options, found);
  return found.problems;
}

function presents(types: unknown[], document: JsonObject): boolean {
  if (types.includes('VerifiablePresentation') || types.includes('EnvelopedVerifiablePresentation')) return true;
  if (types.includes('VerifiableCredential') || types.includes('EnvelopedVerifiableCredential')) return false;
  return document.verifiableCredential !== undefined || document.holder !== undefined;
}
