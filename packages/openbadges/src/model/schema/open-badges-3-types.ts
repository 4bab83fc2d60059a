import type * as z from 'zod/mini';
import type { OpenBadges3Schemas } from './open-badges-3-schemas.ts';
import type { envelopeSchemas, partSchemas } from './part-schemas.ts';
import type { presentationSchemas } from './presentation-schemas.ts';
import type { resultSchemas } from './result-schemas.ts';

type Parts = ReturnType<typeof partSchemas>;
type Results = ReturnType<typeof resultSchemas>;
type Frame = ReturnType<typeof envelopeSchemas>;
type Presentations = ReturnType<typeof presentationSchemas<Proof>>;

/** OB 3.0 §B; every class but Image, IdentityObject and IdentifierEntry may hold more members than these. */
export type Image = z.infer<Parts['Image']>;
export type IdentifierEntry = z.infer<Parts['IdentifierEntry']>;
export type IdentityObject = z.infer<Parts['IdentityObject']>;
export type GeoCoordinates = z.infer<Parts['GeoCoordinates']>;
export type Address = z.infer<Parts['Address']>;
export type Alignment = z.infer<Parts['Alignment']>;
export type Criteria = z.infer<Parts['Criteria']>;
export type Related = z.infer<Parts['Related']>;
export type Evidence = z.infer<Parts['Evidence']>;
export type RubricCriterionLevel = z.infer<Results['RubricCriterionLevel']>;
export type ResultDescription = z.infer<Results['ResultDescription']>;
export type Result = z.infer<Results['Result']>;
export type Proof = z.infer<Frame['Proof']>;
export type CredentialSchema = z.infer<Frame['CredentialSchema']>;
export type CredentialStatus = z.infer<Frame['CredentialStatus']>;
export type RefreshService = z.infer<Frame['RefreshService']>;
export type TermsOfUse = z.infer<Frame['TermsOfUse']>;

/** OB 3.0 Profile. */
export interface Profile extends Endorsed, ProfileMembers {
  parentOrg?: Profile;
}
type ProfileMembers = z.infer<Parts['profileMembers']>;

interface Endorsed {
  endorsement?: EndorsementCredential[];
  endorsementJwt?: string[];
}

/** OB 3.0 EndorsementSubject. */
export interface EndorsementSubject {
  [member: string]: unknown;
  /** The endorsed thing. */
  id: string;
  type: string[];
  /** Markdown. */
  endorsementComment?: string;
}

/** OB 3.0 EndorsementCredential. */
export interface EndorsementCredential {
  [member: string]: unknown;
  '@context': (string | Record<string, unknown>)[];
  id: string;
  type: string[];
  name: string;
  description?: string;
  issuer: string | Profile;
  validFrom: string;
  validUntil?: string;
  awardedDate?: string;
  credentialSubject: EndorsementSubject;
  proof?: Proof[];
  credentialSchema?: CredentialSchema[];
  credentialStatus?: CredentialStatus;
  refreshService?: RefreshService;
  termsOfUse?: TermsOfUse[];
}

/** OB 3.0 Achievement, AchievementSubject and AchievementCredential (OpenBadgeCredential). */
export type Achievement = z.infer<OpenBadges3Schemas['Achievement']>;
export type AchievementSubject = z.infer<OpenBadges3Schemas['AchievementSubject']>;
export type AchievementCredential = z.infer<OpenBadges3Schemas['AchievementCredential']>;

/** CLR 2.0. */
export type Association = z.infer<OpenBadges3Schemas['Association']>;
export type ClrSubject = z.infer<OpenBadges3Schemas['ClrSubject']>;
export type ClrCredential = z.infer<OpenBadges3Schemas['ClrCredential']>;

/** VC 2.0: any credential, presentations, and envelopes of tokens. */
export type VerifiableCredential = z.infer<Presentations['VerifiableCredential']>;
export type VerifiablePresentation = z.infer<Presentations['VerifiablePresentation']>;
export type EnvelopedVerifiableCredential = z.infer<Presentations['EnvelopedVerifiableCredential']>;
export type EnvelopedVerifiablePresentation = z.infer<Presentations['EnvelopedVerifiablePresentation']>;
