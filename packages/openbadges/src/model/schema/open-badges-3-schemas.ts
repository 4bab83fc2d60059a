import * as z from 'zod/mini';
import { achievementTypes, associationTypes } from '../vocabulary.ts';
import { type Dialect, type DialectName, dialects } from './dialect.ts';
import type { EndorsementCredential, Profile } from './open-badges-3-types.ts';
import { envelopeSchemas, partSchemas } from './part-schemas.ts';
import { presentationSchemas } from './presentation-schemas.ts';
import { resultSchemas } from './result-schemas.ts';
import { compactJws, dateTime, languageCode, word } from './values.ts';

/** The version of the VC data model that a credential is written in. */
export type Envelope = 'vc-1.1' | 'vc-2.0';

const firstContext = {
  'vc-1.1': 'https://www.w3.org/2018/credentials/v1',
  'vc-2.0': 'https://www.w3.org/ns/credentials/v2',
} as const;
const openBadgeContext = /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.\d\.\d)*\.json$/;
const clrContext = /^https:\/\/purl\.imsglobal\.org\/spec\/clr\/v2p0\/context(-2\.\d\.\d)*\.json$/;

const made = new Map<string, OpenBadges3Schemas>();

/**
 * The zod schemas of every class of Open Badges 3.0 and CLR 2.0, and of the VC envelopes around them, by the name of
 * the class. Made when they are first asked for.
 */
export function openBadges3Schemas(dialect: DialectName, envelope: Envelope = 'vc-2.0'): OpenBadges3Schemas {
  const name = `${dialect} ${envelope}`;
  const schemas = made.get(name) ?? makeSchemas(dialects[dialect], envelope);
  made.set(name, schemas);
  return schemas;
}

/** zod schemas by the name of the class. */
export type OpenBadges3Schemas = ReturnType<typeof makeSchemas>;

function makeSchemas(dialect: Dialect, envelope: Envelope) {
  const { text, many, type, exactly, context } = dialect;
  const isV1 = envelope === 'vc-1.1';
  const maybe = z.optional(text);
  const { profileMembers, ...parts } = partSchemas(dialect);
  const results = resultSchemas(dialect, parts as ReturnType<typeof partSchemas>);
  const frame = envelopeSchemas(dialect);

  const lateEndorsement = z.lazy((): z.ZodMiniType<EndorsementCredential> => EndorsementCredential);
  const lateProfile = z.lazy((): z.ZodMiniType<Profile> => Profile);
  const endorsements = {
    endorsement: z.optional(many(lateEndorsement)),
    endorsementJwt: z.optional(many(compactJws)),
  };
  const Profile = z.extend(profileMembers, { ...endorsements, parentOrg: z.optional(lateProfile) });
  const Achievement = z.looseObject({
    id: text,
    type: type(['Achievement']),
    name: text,
    description: text,
    criteria: parts.Criteria,
    achievementType: z.optional(word(achievementTypes)),
    alignment: z.optional(many(parts.Alignment)),
    creator: z.optional(Profile),
    creditsAvailable: z.optional(z.number()),
    ...endorsements,
    fieldOfStudy: maybe,
    humanCode: maybe,
    image: z.optional(parts.Image),
    inLanguage: z.optional(languageCode),
    otherIdentifier: z.optional(many(parts.IdentifierEntry)),
    related: z.optional(many(parts.Related)),
    resultDescription: z.optional(many(results.ResultDescription)),
    specialization: maybe,
    tag: z.optional(many(text)),
    version: maybe,
  });
  const subjectMembers = {
    id: maybe,
    type: type(['AchievementSubject']),
    achievement: Achievement,
    activityStartDate: z.optional(dateTime),
    activityEndDate: z.optional(dateTime),
    creditsEarned: z.optional(z.number()),
    identifier: z.optional(many(parts.IdentityObject)),
    image: z.optional(parts.Image),
    licenseNumber: maybe,
    narrative: maybe,
    result: z.optional(many(results.Result)),
    role: maybe,
    source: z.optional(Profile),
    term: maybe,
  };
  // The official VC 1.1 class is closed, the VC 2.0 one is not.
  const AchievementSubject = (isV1 ? z.strictObject : z.looseObject)(subjectMembers) as ReturnType<
    typeof z.looseObject<typeof subjectMembers>
  >;
  const EndorsementSubject = z.looseObject({
    id: text,
    type: type(['EndorsementSubject']),
    endorsementComment: maybe,
  });
  const issuing = isV1
    ? { issuer: Profile, issuanceDate: dateTime, expirationDate: z.optional(dateTime) }
    : { issuer: z.union([Profile, text]), validFrom: dateTime, validUntil: z.optional(dateTime) };
  const credentialMembers = {
    id: text,
    description: maybe,
    ...(issuing as Issuing),
    awardedDate: z.optional(dateTime),
    proof: z.optional(many(frame.Proof)),
    credentialSchema: z.optional(many(frame.CredentialSchema)),
    credentialStatus: z.optional(frame.CredentialStatus),
    refreshService: z.optional(frame.RefreshService),
    termsOfUse: z.optional(many(frame.TermsOfUse)),
  };
  const EndorsementCredential = z.looseObject({
    '@context': context(firstContext[envelope], openBadgeContext),
    type: type(['VerifiableCredential'], ['EndorsementCredential']),
    name: text,
    ...credentialMembers,
    credentialSubject: EndorsementSubject,
  });
  const AchievementCredential = z.looseObject({
    '@context': context(firstContext[envelope], openBadgeContext),
    type: type(['VerifiableCredential'], ['AchievementCredential', 'OpenBadgeCredential']),
    name: (isV1 ? text : maybe) as typeof maybe,
    image: z.optional(parts.Image),
    ...credentialMembers,
    evidence: z.optional(many(parts.Evidence)),
    credentialSubject: AchievementSubject,
    ...endorsements,
  });
  const presentations = presentationSchemas(dialect, frame.Proof, firstContext[envelope]);
  const Association = z.strictObject({
    type: exactly('Association'),
    associationType: z.enum(associationTypes),
    sourceId: text,
    targetId: text,
  });
  const ClrSubject = z.looseObject({
    id: maybe,
    type: type(['ClrSubject']),
    identifier: z.optional(many(parts.IdentityObject)),
    verifiableCredential: many(presentations.AnyCredential),
    achievement: z.optional(many(Achievement)),
    association: z.optional(many(Association)),
  });
  const ClrCredential = z.looseObject({
    '@context': context(firstContext[envelope], clrContext, openBadgeContext),
    type: type(['VerifiableCredential'], ['ClrCredential']),
    name: text,
    image: z.optional(parts.Image),
    partial: z.optional(z.boolean()),
    ...credentialMembers,
    credentialSubject: ClrSubject,
    ...endorsements,
  });
  return {
    ...parts,
    ...results,
    ...frame,
    ...presentations,
    Profile,
    Achievement,
    AchievementSubject,
    EndorsementSubject,
    EndorsementCredential,
    AchievementCredential,
    Association,
    ClrSubject,
    ClrCredential,
  };
}

/** The members of VC 2.0; those of 1.1 stand in their place where the envelope is the older one. */
type Issuing = {
  issuer: z.ZodMiniType<string | Profile>;
  validFrom: typeof dateTime;
  validUntil: z.ZodMiniOptional<typeof dateTime>;
};
