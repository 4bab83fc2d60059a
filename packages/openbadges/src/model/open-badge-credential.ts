import { statusEntry } from '../status/status-entry.ts';
import { type AchievementInput, achievement } from './achievement-document.ts';
import { BadgeError } from './badge-error.ts';
import { openBadgeContexts } from './context-urls.ts';
import { identityHash } from './identity-hash.ts';
import { isoSeconds } from './iso-seconds.ts';
import type { JsonObject } from './json.ts';
import { type ImageInput, image, type ProfileInput, profile } from './profile-document.ts';
import type { IdentifierType, ResultStatus } from './vocabulary.ts';
import { withoutAbsent } from './without-absent.ts';

export interface CredentialInput {
  id: string;
  /** What wallets show; the achievement's name unless said. */
  name?: string;
  description?: string;
  image?: ImageInput;
  issuer: ProfileInput;
  achievement: AchievementInput;
  subject: SubjectInput;
  validFrom: Date;
  validUntil?: Date;
  /** The first award, when `validFrom` moved on re-issue; `validFrom` unless said. */
  awardedDate?: Date;
  evidence?: EvidenceInput[];
  /** The place in the revocation list, and the companion list that tells suspended from revoked. */
  status?: { list: string; index: number; suspensionList?: string };
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
  source?: ProfileInput;
  result?: ResultInput[];
}

/** With a salt (random, at least 16 bytes as hex) only the hash of the value is published. */
export interface IdentifierInput {
  type: IdentifierType;
  value: string;
  salt?: string;
}

export interface ResultInput {
  /** The id of a result description of the achievement. */
  resultDescription?: string;
  value?: string;
  status?: ResultStatus;
  achievedLevel?: string;
}

export interface EvidenceInput {
  /** URL or data: URI. */
  id?: string;
  name?: string;
  description?: string;
  narrative?: string;
  genre?: string;
  audience?: string;
}

/**
 * A strict OB 3.0 credential, ready to be signed: every set an array, every date in whole seconds.
 * Throws `document.invalid` when it is about nobody or its criteria say nothing.
 */
export function openBadgeCredential(input: CredentialInput): JsonObject {
  return withoutAbsent({
    '@context': [...openBadgeContexts],
    id: input.id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: input.name ?? input.achievement.name,
    description: input.description,
    image: input.image && image(input.image),
    issuer: profile(input.issuer),
    validFrom: isoSeconds(input.validFrom),
    validUntil: input.validUntil && isoSeconds(input.validUntil),
    awardedDate: isoSeconds(input.awardedDate ?? input.validFrom),
    credentialSubject: subject(input.subject, input.achievement),
    evidence: input.evidence?.map((entry) => withoutAbsent({ ...entry, type: ['Evidence'] })),
    credentialStatus: input.status && statusEntry(input.status),
  });
}

function subject(input: SubjectInput, earned: AchievementInput): JsonObject {
  // OB 3.0 AchievementSubject: an id or at least one identifier.
  if (!input.id && !input.identifiers?.length)
    throw new BadgeError('document.invalid', { pointer: '/credentialSubject' });
  const { identifiers, activityStartDate, activityEndDate, result, ...rest } = input;
  return withoutAbsent({
    ...rest,
    type: ['AchievementSubject'],
    identifier: identifiers?.map(identityObject),
    activityStartDate: activityStartDate && isoSeconds(activityStartDate),
    activityEndDate: activityEndDate && isoSeconds(activityEndDate),
    image: input.image && image(input.image),
    source: input.source && profile(input.source),
    achievement: achievement(earned),
    result: result?.map((entry) => withoutAbsent({ ...entry, type: ['Result'] })),
  });
}

/** OB 3.0 IdentityObject. An e-mail address is hashed in lower case, so that it is found however it is typed. */
function identityObject({ type, value, salt }: IdentifierInput): JsonObject {
  const identity = type === 'emailAddress' ? value.trim().toLowerCase() : value;
  return withoutAbsent({
    type: 'IdentityObject',
    hashed: salt !== undefined,
    identityHash: salt === undefined ? identity : identityHash(identity, salt),
    identityType: type,
    salt,
  });
}
