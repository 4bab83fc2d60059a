import { type AchievementInput, achievementClass } from './achievement-document.ts';
import { endorsementFields, isSigned, keepsDataModel } from './build/endorsement-fields.ts';
import { closedWord, list, needed, taken, text, truth, url } from './build/fields.ts';
import { type IdentifierInput, identityClass } from './build/identity-class.ts';
import { invalid } from './build/invalid-reasons.ts';
import { datesInOrder, type IssuedInput, issuedFields, withContexts } from './build/issued-class.ts';
import { record } from './build/record.ts';
import { clrContextUrls } from './context-urls.ts';
import { envelopedProblems } from './data-model/enveloped-problems.ts';
import { FoundProblems } from './data-model/found-problems.ts';
import { asArray, isObject, type JsonObject } from './json.ts';
import { type EndorsedInput, type ImageInput, imageClass } from './profile-document.ts';
import { type AssociationType, associationTypes } from './vocabulary.ts';

/** A comprehensive learner record: signed credentials of one learner, of any issuer, under one signature. */
export interface ClrInput extends IssuedInput, EndorsedInput {
  name: string;
  image?: ImageInput;
  /** Whether the publisher knows more than the record holds. */
  partial?: boolean;
  subject: ClrSubjectInput;
}

/** Whom the record is about, by an id, an identifier, or both. */
export interface ClrSubjectInput {
  id?: string;
  identifiers?: IdentifierInput[];
  /** Signed credentials, or tokens as EnvelopedVerifiableCredential. At least one. */
  verifiableCredential: JsonObject[];
  /** Achievements that associations name, earned or not. */
  achievement?: AchievementInput[];
  association?: AssociationInput[];
}

/** How two achievements of the record stand to each other, by their ids. */
export interface AssociationInput {
  associationType: AssociationType;
  sourceId: string;
  targetId: string;
}

const associationClass = record<AssociationInput>('Association', {
  associationType: needed(closedWord(associationTypes)),
  sourceId: needed(url),
  targetId: needed(url),
});

/** Not rewritten: the signature of each covers it as it is. */
const signedCredential = taken((document, at) => {
  if (asArray(document.type).includes('EnvelopedVerifiableCredential')) {
    const found = new FoundProblems();
    envelopedProblems(document, 'EnvelopedVerifiableCredential', found);
    const [problem] = found.problems;
    if (problem) invalid(at + problem.pointer, 'not-a-credential', { problem: problem.code });
  } else {
    keepsDataModel(document, at);
    isSigned(document, at);
  }
});

type SubjectMembers = Omit<ClrSubjectInput, 'identifiers'> & { identifier?: IdentifierInput[] };

const subjectClass = record<SubjectMembers>(
  ['ClrSubject'],
  {
    id: url,
    identifier: list(identityClass),
    verifiableCredential: needed(list(signedCredential)),
    achievement: list(achievementClass),
    association: list(associationClass),
  },
  (subject, at) => {
    if (subject.id === undefined && subject.identifier === undefined) invalid(at, 'about-nobody');
    associationsResolve(subject, `${at}/association`);
  },
);

/** CLR 2.0 Association: both ends are in the record. What is in a token is not looked into. */
function associationsResolve({ association, achievement, verifiableCredential }: JsonObject, at: string) {
  const credentials = asArray(verifiableCredential).filter(isObject);
  if (credentials.some(({ type }) => asArray(type).includes('EnvelopedVerifiableCredential'))) return;
  const subjects = credentials.flatMap((credential) => asArray(credential.credentialSubject)).filter(isObject);
  const known = [...asArray(achievement), ...subjects.flatMap((subject) => asArray(subject.achievement))].filter(
    isObject,
  );
  const ids = new Set(known.map(({ id }) => id));
  for (const [index, { sourceId, targetId }] of asArray(association).filter(isObject).entries()) {
    if (!ids.has(sourceId)) invalid(`${at}/${index}/sourceId`, 'not-resolvable');
    if (!ids.has(targetId)) invalid(`${at}/${index}/targetId`, 'not-resolvable');
  }
}

const { credentialStatus, ...issued } = issuedFields;

const clrClass = record<
  Omit<ClrInput, 'status' | 'subject'> & {
    credentialStatus?: IssuedInput['status'];
    credentialSubject: SubjectMembers;
  }
>(
  ['VerifiableCredential', 'ClrCredential'],
  {
    ...issued,
    name: needed(text),
    image: imageClass,
    partial: truth,
    credentialSubject: needed(subjectClass),
    credentialStatus,
    ...endorsementFields,
  },
  datesInOrder('validFrom', 'validUntil'),
);

/**
 * A CLR 2.0 ClrCredential, ready to be signed.
 * Throws BadgeError `document.invalid` with `pointer` and `reason` (see `invalidReasons`).
 */
export function clrCredential(input: ClrInput): JsonObject {
  if (!isObject(input)) invalid('', 'not-an-object');
  const { subject, status, ...rest } = input;
  const credentialSubject = isObject(subject) ? subjectMembers(subject) : subject;
  const built = clrClass.read({ ...rest, credentialStatus: status, credentialSubject }, '');
  return withContexts(clrContextUrls, built);
}

function subjectMembers({ identifiers, ...rest }: ClrSubjectInput): SubjectMembers {
  return { ...rest, ...(identifiers === undefined ? {} : { identifier: identifiers }) };
}
