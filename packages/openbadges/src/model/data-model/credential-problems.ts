import { isDateTimeStamp, millisecondsOf } from '../is-date-time-stamp.ts';
import { isUrl } from '../is-url.ts';
import { isObject, type JsonObject } from '../json.ts';
import { contextProblems, credentialsV1 } from './context-problems.ts';
import type { DataModelOptions } from './data-model-problems.ts';
import type { FoundProblems } from './found-problems.ts';
import { knownDigests, relatedResourceProblems } from './related-resource-problems.ts';
import { textProblems } from './text-problems.ts';
import { typeTerms, type VisitType } from './type-terms.ts';
import { checkId, checkTypes, eachObject, type TypedMember, typedObjects } from './typed-objects.ts';

/** VC 2.0 §4.10, §4.11, §5.4–§5.6, §5.10: what else a credential may name, each thing with its type. */
const typedMembers: TypedMember[] = [
  { member: 'credentialStatus', needsId: false },
  { member: 'credentialSchema', needsId: true },
  { member: 'refreshService', needsId: false },
  { member: 'termsOfUse', needsId: false },
  { member: 'evidence', needsId: false },
  { member: 'confidenceMethod', needsId: false },
  { member: 'renderMethod', needsId: false },
];

/** VC 1.1 §4.9, §5.4: there a status and a refresh service have to have an id. */
const typedMembersV1 = typedMembers.map(({ member, needsId }) => ({
  member,
  needsId: needsId || member === 'credentialStatus' || member === 'refreshService',
}));

/** The rules of VC Data Model 2.0 §4.3–§5.6, or those of 1.1 where the first context says so. */
export function credentialProblems(document: JsonObject, options: DataModelOptions, found: FoundProblems) {
  const isV1 = Array.isArray(document['@context']) && document['@context'][0] === credentialsV1;
  contextProblems(document, options.contexts, found);
  const visitType = typeTerms(document, options.contexts, found);
  checkId(document, '', 'the credential', false, found);
  credentialType(document, found, visitType);
  issuerProblems(document, found);
  subjectProblems(document, found, visitType);
  if (isV1) datesV1(document, found);
  else {
    dates(document, 'validFrom', 'validUntil', found);
    textProblems(document, '', found);
    relatedResourceProblems(document, options.digests ?? knownDigests, found);
  }
  for (const member of isV1 ? typedMembersV1 : typedMembers) typedObjects(document, member, found, visitType);
  proofProblems(document, found);
}

function credentialType(document: JsonObject, found: FoundProblems, visitType: VisitType) {
  let isCredential = false;
  checkTypes(document, '', 'the credential', found, (type, pointer) => {
    isCredential ||= type === 'VerifiableCredential';
    visitType(type, pointer);
  });
  if (!isCredential) found.add('model.type-wrong', '/type', { expected: 'VerifiableCredential' });
}

/** VC 2.0 §4.7. */
function issuerProblems({ issuer }: JsonObject, found: FoundProblems) {
  if (issuer === undefined) return found.add('model.issuer-missing', '/issuer');
  if (!isObject(issuer)) {
    if (!isUrl(issuer)) found.add('model.issuer-not-a-url', '/issuer');
    return;
  }
  if (!isUrl(issuer.id)) found.add('model.issuer-not-a-url', '/issuer/id');
  textProblems(issuer, '/issuer', found);
}

/** VC 2.0 §4.8. */
function subjectProblems(document: JsonObject, found: FoundProblems, visitType: VisitType) {
  const subject = document.credentialSubject;
  const pointer = '/credentialSubject';
  if (subject === undefined) return found.add('model.subject-missing', pointer);
  if (!isObject(subject) && (!Array.isArray(subject) || subject.length === 0)) {
    return found.add('model.subject-malformed', pointer);
  }
  if (Array.isArray(subject) && !subject.every(isObject)) return found.add('model.subject-malformed', pointer);
  eachObject(document, 'credentialSubject', found, (each, at) => {
    if (isEmpty(each)) return found.add('model.subject-empty', at);
    checkId(each, at, 'credentialSubject', false, found);
    if (each.type !== undefined) checkTypes(each, at, 'credentialSubject', found, visitType);
  });
}

function isEmpty(object: JsonObject): boolean {
  for (const _ in object) return false;
  return true;
}

/** VC 2.0 §4.9. A beginning in the future is no problem. */
function dates(document: JsonObject, first: string, last: string, found: FoundProblems) {
  const [from, until] = [document[first], document[last]];
  for (const member of [first, last]) {
    const value = document[member];
    if (value !== undefined && !isDateTimeStamp(value)) found.add('model.date-malformed', `/${member}`, { member });
  }
  if (!isDateTimeStamp(from) || !isDateTimeStamp(until) || millisecondsOf(from) <= millisecondsOf(until)) return;
  found.add('model.dates-reversed', `/${last}`, { member: last, from, until });
}

/** VC 1.1 §4.5, §4.6. */
function datesV1(document: JsonObject, found: FoundProblems) {
  const member = 'issuanceDate';
  if (document[member] === undefined) found.add('model.date-missing', `/${member}`, { member });
  dates(document, member, 'expirationDate', found);
}

/** VC 2.0 §4.12: each proof says its type; the rest is for the cryptosuite. */
export function proofProblems(document: JsonObject, found: FoundProblems) {
  if (Array.isArray(document.proof) && document.proof.length === 0) return;
  eachObject(document, 'proof', found, (proof, pointer) => checkTypes(proof, pointer, 'proof', found, () => {}));
}
