export { attachToPdf, type PdfAttachmentInput } from './bake/attach-to-pdf.ts';
export { type BakeOptions, type CarriedFormat, carriedFormats, type Unbaked } from './bake/badge-carriers.ts';
export { bakePng, bakePngParts } from './bake/bake-png.ts';
export { bakeSvg } from './bake/bake-svg.ts';
export { carriedFormatOf } from './bake/carried-format-of.ts';
export { unbake } from './bake/unbake.ts';
export { unbakePng } from './bake/unbake-png.ts';
export { unbakeSvg } from './bake/unbake-svg.ts';
export type { Canonicalizer } from './canon/canonicalizer.ts';
export { canonizeJson } from './canon/canonize-json.ts';
export { compiledCanonicalizer, type HexHashes } from './canon/compiled-canonicalizer.ts';
export { heldContexts } from './canon/held-contexts.ts';
export { olderContexts } from './canon/open-badges-303.ts';
export type { ConversionNote, Converted } from './convert/conversion-notes.ts';
export { type ToOpenBadges2, toOpenBadges2 } from './convert/to-open-badges-2.ts';
export { type ToOpenBadges3, toOpenBadges3 } from './convert/to-open-badges-3.ts';
export { dereferenceDid } from './did/dereference-did.ts';
export type { DidAnswer, DidError, DidMetadata } from './did/did-answer.ts';
export { didDocument, methodId, type PublishedKey } from './did/did-document.ts';
export { didJwkDocument, didJwkOf, publicKeyOfDidJwk } from './did/did-jwk.ts';
export { type DidKeyDocumentOptions, didKeyDocument, didKeyOf, publicKeyOfDidKey } from './did/did-key.ts';
export { type DidUrl, type DidUrlReading, readDidUrl } from './did/did-url.ts';
export { didWebOf, didWebUrl } from './did/did-web.ts';
export type { PublicKeyFormat } from './did/key-forms.ts';
export { type DidResolution, resolveDid } from './did/resolve-did.ts';
export type { DidKeyWish } from './did/why-not-did-key.ts';
export { x25519Key } from './did/x25519-key.ts';
export { badgeView } from './import/badge-view.ts';
export { type DetectedDocument, type DocumentKind, detectDocument } from './import/detect-document.ts';
export type { NothingRead } from './import/nothing-read.ts';
export { type CredentialLink, credentialLinksOf } from './import/page/credential-links.ts';
export type { ReadingHints } from './import/read-any.ts';
export { readBadge } from './import/read-badge.ts';
export type { FoundDocument, Reading } from './import/reading.ts';
export type { ReadingProblem } from './import/reading-sentences.ts';
export { qrText } from './import/text/qr-text.ts';
export type { LinkedDocuments } from './import/view-of-assertion.ts';
export { decodeBase58, encodeBase58 } from './keys/base58.ts';
export { decodeBase64url, encodeBase64url } from './keys/base64url.ts';
export type { Cryptography, HashAlgorithm, SignatureAlgorithm, SigningKey } from './keys/cryptography.ts';
export { decodeMultikey, encodeMultikey } from './keys/multikey.ts';
export { type KeyType, type PublicJwk, type PublicKey, publicKeyFromJwk, sameKey } from './keys/public-key.ts';
export { webCryptography } from './keys/web-cryptography.ts';
export {
  type AchievementInput,
  achievementDocument,
  type CriteriaInput,
  type RelatedInput,
} from './model/achievement-document.ts';
export { BadgeError, type BadgeErrorCode } from './model/badge-error.ts';
export type { AlignmentInput } from './model/build/alignment-class.ts';
export type { EvidenceInput } from './model/build/evidence-class.ts';
export type { IdentifierInput } from './model/build/identity-class.ts';
export { type InvalidReason, invalidReasons } from './model/build/invalid-reasons.ts';
export type { IssuedInput, ReferenceInput, TermsInput } from './model/build/issued-class.ts';
export type {
  ResultDescriptionInput,
  ResultInput,
  RubricCriterionLevelInput,
} from './model/build/result-classes.ts';
export type { StatusInput } from './model/build/status-field.ts';
export {
  type AssociationInput,
  type ClrInput,
  type ClrSubjectInput,
  clrCredential,
} from './model/clr-credential.ts';
export { clrContextUrls, extensionsContext, openBadgeContexts } from './model/context-urls.ts';
export { type CredentialIdentity, credentialIdentity, sameCredential } from './model/credential-identity.ts';
export {
  type CredentialSchemaResult,
  credentialSchemaProblems,
  type LoadSchema,
} from './model/credential-schema/credential-schema-problems.ts';
export {
  type CredentialSchemaCode,
  credentialSchemaSentences,
} from './model/credential-schema/credential-schema-sentences.ts';
export { isUpdateOf, newerCredential } from './model/credential-update.ts';
export { type DataModelOptions, dataModelProblems } from './model/data-model/data-model-problems.ts';
export {
  type DataModelCode,
  type DataModelProblemType,
  dataModelSentences,
} from './model/data-model/data-model-sentences.ts';
export type { DataModelProblem } from './model/data-model/found-problems.ts';
export { type KnownDigests, knownDigests } from './model/data-model/related-resource-problems.ts';
export { type EndorsementInput, endorsementCredential } from './model/endorsement-credential.ts';
export { envelopedCredential, envelopedPresentation } from './model/enveloped-credential.ts';
export { identityHash, matchesIdentity } from './model/identity-hash.ts';
export { isoSeconds } from './model/iso-seconds.ts';
export { asArray, isObject, type Json, type JsonObject } from './model/json.ts';
export { type CredentialInput, openBadgeCredential, type SubjectInput } from './model/open-badge-credential.ts';
export {
  type AddressInput,
  type EndorsedInput,
  type IdentifierEntryInput,
  type ImageInput,
  type ProfileInput,
  profileDocument,
} from './model/profile-document.ts';
export type { AsRead, DialectName } from './model/schema/dialect.ts';
export { type JsonSchemaOptions, jsonSchemas } from './model/schema/json-schemas.ts';
export { type OlderKind, type OlderVersion, olderSchemaProblems } from './model/schema/older-schema-problems.ts';
export type * from './model/schema/older-types.ts';
export {
  type OpenBadges1Schemas,
  type OpenBadges05Schemas,
  openBadges1Schemas,
  openBadges05Schemas,
} from './model/schema/open-badges-1-schemas.ts';
export { type OpenBadges2Schemas, openBadges2Schemas } from './model/schema/open-badges-2-schemas.ts';
export { type Envelope, type OpenBadges3Schemas, openBadges3Schemas } from './model/schema/open-badges-3-schemas.ts';
export type * from './model/schema/open-badges-3-types.ts';
export { type SchemaCode, type SchemaProblem, schemaSentences } from './model/schema/problems-of-issues.ts';
export { type SchemaKind, schemaProblems } from './model/schema/schema-problems.ts';
export { type PresentationInput, verifiablePresentation } from './model/verifiable-presentation.ts';
export {
  type AchievementType,
  type AlignmentTargetType,
  type AssociationType,
  achievementTypes,
  alignmentTargetTypes,
  associationTypes,
  type IdentifierType,
  identifierTypes,
  type ResultStatus,
  type ResultType,
  resultStatuses,
  resultTypes,
} from './model/vocabulary.ts';
export {
  type CredentialTemplate,
  compileCredential,
  type TemplateOptions,
  type TemplateValues,
} from './proof/credential-template.ts';
export type { SuiteName } from './proof/cryptosuite.ts';
export { type IssueOptions, issueCredential, type Signed } from './proof/issue-credential.ts';
export type { ClaimFinding } from './proof/jwt-claims.ts';
export { type KeyListing, keyInDocument, keyListedBy } from './proof/key-listed-by.ts';
export { controllerOf, keyOfMethod } from './proof/key-of-method.ts';
export type { ProofCode, ProofResult, ProofsResult } from './proof/proof-result.ts';
export type { ProofTools } from './proof/proof-tools.ts';
export { badgeMandatoryPointers } from './proof/sd/badge-mandatory-pointers.ts';
export { createSdProof, type SdProofOptions } from './proof/sd/create-sd-proof.ts';
export { type Disclosure, deriveSdCredential } from './proof/sd/derive-sd-credential.ts';
export type { SdTools } from './proof/sd/sd-tools.ts';
export { type SdProofToVerify, type SdVerdict, verifySdProof } from './proof/sd/verify-sd-proof.ts';
export { webSdTools } from './proof/sd/web-sd-tools.ts';
export { type JoseOptions, signJose } from './proof/sign-jose.ts';
export { signVcJwt } from './proof/sign-vc-jwt.ts';
export { type VerifyOptions, verifyProofs } from './proof/verify-proofs.ts';
export {
  type JwtCode,
  type JwtResult,
  unexpectedHeaders,
  type VerifyJwtOptions,
  verifyVcJwt,
} from './proof/verify-vc-jwt.ts';
export { type VerifyVpJwtOptions, type VpJwtResult, verifyVpJwt } from './proof/verify-vp-jwt.ts';
export { webTools } from './proof/web-tools.ts';
export { allocateStatusIndex } from './status/allocate-status-index.ts';
export { type Compression, plainCompression } from './status/compression.ts';
export { type Revocation, readRevocationList, revocationList } from './status/revocation-list.ts';
export {
  decodeStatusList,
  encodeStatusList,
  fewestEntries,
  readStatus,
  statusBits,
  writeStatus,
} from './status/status-bits.ts';
export {
  readStatusEntry,
  type StatusEntry,
  type StatusEntryInput,
  type StatusPurpose,
  statusEntry,
} from './status/status-entry.ts';
export {
  readStatusList,
  type StatusListInput,
  type StatusReading,
  statusListCredential,
} from './status/status-list-credential.ts';
export { dccRegistry } from './trust/dcc-registry.ts';
export { loadTrustList } from './trust/load-trust-list.ts';
export { plainList } from './trust/plain-list.ts';
export { trustServiceList } from './trust/trust-service-list.ts';
export { type AnswerCache, type CachedAnswer, memoryCache } from './verify/answer-cache.ts';
export { type CheckCode, checkRemedies, checkSentences } from './verify/check-sentences.ts';
export type { Environment, Federation, Fetch, FetchAnswer, KnownIssuer, TrustList } from './verify/environment.ts';
export { fetchFromSnapshot } from './verify/fetch-from-snapshot.ts';
export { defaultLimits, type Limits } from './verify/limits.ts';
export { type FoundProblem, type ProblemDetails, problemDetails } from './verify/problem-details.ts';
export type {
  BadgeFormat,
  BadgeVersion,
  BadgeView,
  Check,
  CheckId,
  FetchFailure,
  Outcome,
  RecipientIdentifier,
  Report,
  RequestMade,
  Snapshot,
  SnapshotEntry,
  Verdict,
} from './verify/report.ts';
export { type VerifyInput, verify, verifyAll } from './verify/verify.ts';
