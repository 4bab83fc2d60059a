import { isUrl } from '../is-url.ts';
import { asArray, isObject, type JsonObject } from '../json.ts';
import { contextProblems, credentialsV1 } from './context-problems.ts';
import { credentialProblems, proofProblems } from './credential-problems.ts';
import type { DataModelOptions } from './data-model-problems.ts';
import { envelopedProblems } from './enveloped-problems.ts';
import { FoundProblems } from './found-problems.ts';
import { typeTerms } from './type-terms.ts';
import { checkId, checkTypes, mostItems, typedObjects } from './typed-objects.ts';

/** The rules of VC Data Model 2.0 §4.13, for the presentation and for each credential in it. */
export function presentationProblems(document: JsonObject, options: DataModelOptions, found: FoundProblems) {
  const isV1 = Array.isArray(document['@context']) && document['@context'][0] === credentialsV1;
  contextProblems(document, options.contexts, found);
  const visitType = typeTerms(document, options.contexts, found);
  checkId(document, '', 'the presentation', false, found);
  let isPresentation = false;
  checkTypes(document, '', 'the presentation', found, (type, pointer) => {
    isPresentation ||= type === 'VerifiablePresentation';
    visitType(type, pointer);
  });
  if (!isPresentation) found.add('model.type-wrong', '/type', { expected: 'VerifiablePresentation' });
  holderProblems(document, found);
  typedObjects(document, { member: 'termsOfUse', needsId: false }, found, visitType);
  proofProblems(document, found);
  innerProblems(document, isV1, options, found);
}

function holderProblems({ holder }: JsonObject, found: FoundProblems) {
  if (holder === undefined || isUrl(holder) || (isObject(holder) && isUrl(holder.id))) return;
  found.add('model.holder-not-a-url', isObject(holder) ? '/holder/id' : '/holder');
}

/** An empty list of credentials is as good as none. VC 1.1 §4.10 also let tokens stand as texts. */
function innerProblems(document: JsonObject, isV1: boolean, options: DataModelOptions, found: FoundProblems) {
  const member = 'verifiableCredential';
  const value = document[member];
  if (value === undefined) return;
  if (value === null) return found.add('model.credential-not-an-object', `/${member}`);
  const credentials = asArray(value);
  if (credentials.length > mostItems) return found.add('model.too-many', `/${member}`, { member });
  for (const [at, credential] of credentials.entries()) {
    if (found.isFull) return;
    const pointer = Array.isArray(value) ? `/${member}/${at}` : `/${member}`;
    if (isObject(credential)) {
      innerCredential(credential, pointer, options, found);
      selfAsserted(document, credential, pointer, found);
    } else if (!isV1 || typeof credential !== 'string') found.add('model.credential-not-an-object', pointer);
  }
}

function innerCredential(credential: JsonObject, at: string, options: DataModelOptions, found: FoundProblems) {
  const inner = new FoundProblems();
  if (isEnveloped(credential)) envelopedProblems(credential, 'EnvelopedVerifiableCredential', inner);
  else credentialProblems(credential, options, inner);
  for (const problem of inner.problems) found.problems.push({ ...problem, pointer: at + problem.pointer });
}

function isEnveloped(credential: JsonObject): boolean {
  return asArray(credential.type).includes('EnvelopedVerifiableCredential');
}

/**
 * VC 2.0 §4.13.4: a credential with no signature of its own is what the holder says; nobody else is bound by it.
 * The presentation has to be signed for the question to arise.
 */
function selfAsserted(document: JsonObject, credential: JsonObject, pointer: string, found: FoundProblems) {
  const [proof] = asArray(document.proof).filter(isObject);
  if (!proof || credential.proof !== undefined || isEnveloped(credential)) return;
  const [issuer, holder] = [idOf(credential.issuer), idOf(document.holder)];
  if (holder !== undefined && holder !== issuer) return found.add('model.holder-not-issuer', `${pointer}/issuer`);
  const signer = typeof proof.verificationMethod === 'string' ? proof.verificationMethod.split('#')[0] : undefined;
  if (holder === undefined && issuer !== undefined && issuer === signer) found.add('model.holder-missing', '/holder');
}

function idOf(value: unknown): unknown {
  return isObject(value) ? value.id : value;
}
