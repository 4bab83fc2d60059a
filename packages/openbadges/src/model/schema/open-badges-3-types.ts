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
/** OB 3.0 IdentifierEntry. */
export type IdentifierEntry = z.infer<Parts['IdentifierEntry']>;
/** OB 3.0 IdentityObject. */
export type IdentityObject = z.infer<Parts['IdentityObject']>;
/** OB 3.0 GeoCoordinates. */
export type GeoCoordinates = z.infer<Parts['GeoCoordinates']>;
/** OB 3.0 Address. */
export type Address = z.infer<Parts['Address']>;
/** OB 3.0 Alignment. */
export type Alignment = z.infer<Parts['Alignment']>;
/** OB 3.0 Criteria. */
export type Criteria = z.infer<Parts['Criteria']>;
/** OB 3.0 Related. */
export type Related = z.infer<Parts['Related']>;
/** OB 3.0 Evidence. */
export type Evidence = z.infer<Parts['Evidence']>;
/** OB 3.0 RubricCriterionLevel. */
export type RubricCriterionLevel = z.infer<Results['RubricCriterionLevel']>;
/** OB 3.0 ResultDescription. */
export type ResultDescription = z.infer<Results['ResultDescription']>;
/** OB 3.0 Result. */
export type Result = z.infer<Results['Result']>;
/** OB 3.0 Proof. */
export type Proof = z.infer<Frame['Proof']>;
/** OB 3.0 CredentialSchema. */
export type CredentialSchema = z.infer<Frame['CredentialSchema']>;
/** OB 3.0 CredentialStatus. */
export type CredentialStatus = z.infer<Frame['CredentialStatus']>;
/** OB 3.0 RefreshService. */
export type RefreshService = z.infer<Frame['RefreshService']>;
/** OB 3.0 TermsOfUse. */
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
/** OB 3.0 AchievementSubject. */
export type AchievementSubject = z.infer<OpenBadges3Schemas['AchievementSubject']>;
/** OB 3.0 AchievementCredential. */
export type AchievementCredential = z.infer<OpenBadges3Schemas['AchievementCredential']>;

/** CLR 2.0. */
export type Association = z.infer<OpenBadges3Schemas['Association']>;
/** CLR 2.0 ClrSubject. */
export type ClrSubject = z.infer<OpenBadges3Schemas['ClrSubject']>;
/** CLR 2.0 ClrCredential. */
export type ClrCredential = z.infer<OpenBadges3Schemas['ClrCredential']>;

/** VC 2.0: any credential, presentations, and envelopes of tokens. */
export type VerifiableCredential = z.infer<Presentations['VerifiableCredential']>;
/** VC 2.0 §4.13. */
export type VerifiablePresentation = z.infer<Presentations['VerifiablePresentation']>;
/** VC 2.0 §4.12.3. */
export type EnvelopedVerifiableCredential = z.infer<Presentations['EnvelopedVerifiableCredential']>;
/** VC 2.0 §4.13.3. */
export type EnvelopedVerifiablePresentation = z.infer<Presentations['EnvelopedVerifiablePresentation']>;
