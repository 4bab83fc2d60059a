import { type AchievementInput, achievementClass } from './achievement-document.ts';
import { endorsementFields } from './build/endorsement-fields.ts';
import { type EvidenceInput, evidenceClass } from './build/evidence-class.ts';
import { finite, instant, list, needed, text, url } from './build/fields.ts';
import { type IdentifierInput, identityClass } from './build/identity-class.ts';
import { invalid } from './build/invalid-reasons.ts';
import { datesInOrder, type IssuedInput, issuedFields, withContexts } from './build/issued-class.ts';
import { record } from './build/record.ts';
import { type ResultInput, resultClasses, resultsMatch } from './build/result-classes.ts';
import { openBadgeContexts } from './context-urls.ts';
import { isObject, type JsonObject } from './json.ts';
import {
  type EndorsedInput,
  type ImageInput,
  imageClass,
  type ProfileInput,
  profileClass,
} from './profile-document.ts';

/** An OB 3.0 credential; its name is the achievement's, and its `awardedDate` `validFrom`, unless said. */
export interface CredentialInput extends IssuedInput, EndorsedInput {
  image?: ImageInput;
  achievement: AchievementInput;
  subject: SubjectInput;
  evidence?: EvidenceInput[];
}

/** Who the credential is about: an id, an identifier, or both. */
export interface SubjectInput {
  id?: string;
  identifiers?: IdentifierInput[];
  /** Markdown: how this recipient earned it. */
  narrative?: string;
  activityStartDate?: Date;
  activityEndDate?: Date;
  creditsEarned?: number;
  licenseNumber?: string;
  role?: string;
  term?: string;
  image?: ImageInput;
  /** Who assessed it on behalf of the issuer. */
  source?: ProfileInput;
  result?: ResultInput[];
}

type SubjectMembers = Omit<SubjectInput, 'identifiers'> & {
  identifier?: IdentifierInput[];
  achievement: AchievementInput;
};

const subjectClass = record<SubjectMembers>(
  ['AchievementSubject'],
  {
    id: url,
    identifier: list(identityClass),
    narrative: text,
    activityStartDate: instant,
    activityEndDate: instant,
    creditsEarned: finite,
    licenseNumber: text,
    role: text,
    term: text,
    image: imageClass,
    source: profileClass,
    achievement: needed(achievementClass),
    result: resultClasses,
  },
  (subject, at) => {
    // OB 3.0 AchievementSubject, in prose: an id or at least one identifier.
    if (subject.id === undefined && subject.identifier === undefined) invalid(at, 'about-nobody');
    datesInOrder('activityStartDate', 'activityEndDate')(subject, at);
    resultsMatch(subject.result, subject.achievement, `${at}/result`);
  },
);

const { credentialStatus, ...issued } = issuedFields;

const credentialClass = record<
  Omit<CredentialInput, 'status' | 'achievement' | 'subject'> & {
    credentialStatus?: IssuedInput['status'];
    credentialSubject: SubjectMembers;
  }
>(
  ['VerifiableCredential', 'OpenBadgeCredential'],
  {
    ...issued,
    image: imageClass,
    credentialSubject: needed(subjectClass),
    evidence: list(evidenceClass),
    credentialStatus,
    ...endorsementFields,
  },
  datesInOrder('validFrom', 'validUntil'),
);

/**
 * A strict OB 3.0 credential, ready to be signed: every set an array, every date in whole seconds.
 *
 * Throws BadgeError `document.invalid` with a `pointer` into the document and a `reason` (see `invalidReasons`) for
 * whatever would not be valid, so that what it returns always is.
 */
export function openBadgeCredential(input: CredentialInput): JsonObject {
  if (!isObject(input)) invalid('', 'not-an-object');
  const { achievement, subject, status, ...rest } = input;
  const built = credentialClass.read(
    {
      ...rest,
      name: rest.name ?? nameOf(achievement),
      awardedDate: rest.awardedDate ?? rest.validFrom,
      credentialStatus: status,
      credentialSubject: isObject(subject) ? subjectMembers(subject, achievement) : (subject as SubjectMembers),
    },
    '',
  );
  return withContexts(openBadgeContexts, built);
}

/** A name that says nothing is told about where it was given. */
function nameOf(achievement: unknown): string | undefined {
  const name = isObject(achievement) ? achievement.name : undefined;
  return typeof name === 'string' && name.trim() !== '' ? name : undefined;
}

function subjectMembers({ identifiers, ...rest }: SubjectInput, achievement: AchievementInput): SubjectMembers {
  return { ...rest, ...(identifiers === undefined ? {} : { identifier: identifiers }), achievement };
}
