/** OB 3.0 AchievementType; others are written `ext:Name`. */
export const achievementTypes = [
  'Achievement',
  'ApprenticeshipCertificate',
  'Assessment',
  'Assignment',
  'AssociateDegree',
  'Award',
  'Badge',
  'BachelorDegree',
  'Certificate',
  'CertificateOfCompletion',
  'Certification',
  'CommunityService',
  'Competency',
  'Course',
  'CoCurricular',
  'Degree',
  'Diploma',
  'DoctoralDegree',
  'Fieldwork',
  'GeneralEducationDevelopment',
  'JourneymanCertificate',
  'LearningProgram',
  'License',
  'Membership',
  'ProfessionalDoctorate',
  'QualityAssuranceCredential',
  'MasterCertificate',
  'MasterDegree',
  'MicroCredential',
  'ResearchDoctorate',
  'SecondarySchoolDiploma',
] as const;

/** OB 3.0 AlignmentTargetType; others are written `ext:Name`. */
export const alignmentTargetTypes = [
  'ceasn:Competency',
  'ceterms:Credential',
  'CFItem',
  'CFRubric',
  'CFRubricCriterion',
  'CFRubricCriterionLevel',
  'CTDL',
] as const;

/** OB 3.0 IdentifierTypeEnum; others are written `ext:Name`. */
export const identifierTypes = [
  'name',
  'sourcedId',
  'systemId',
  'productId',
  'userName',
  'accountId',
  'emailAddress',
  'nationalIdentityNumber',
  'isbn',
  'issn',
  'lisSourcedId',
  'oneRosterSourcedId',
  'sisSourcedId',
  'ltiContextId',
  'ltiDeploymentId',
  'ltiToolId',
  'ltiPlatformId',
  'ltiUserId',
  'identifier',
] as const;

/** OB 3.0 ResultType; others are written `ext:Name`. */
export const resultTypes = [
  'GradePointAverage',
  'LetterGrade',
  'Percent',
  'PerformanceLevel',
  'PredictedScore',
  'RawScore',
  'Result',
  'RubricCriterion',
  'RubricCriterionLevel',
  'RubricScore',
  'ScaledScore',
  'Status',
] as const;

/** OB 3.0 ResultStatusType, closed. */
export const resultStatuses = [
  'Completed',
  'Enrolled',
  'Failed',
  'InProgress',
  'OnHold',
  'Provisional',
  'Withdrew',
] as const;

/** CLR 2.0 associationType, closed: how one achievement stands to another. */
export const associationTypes = [
  'exactMatchOf',
  'isChildOf',
  'isParentOf',
  'isPartOf',
  'isPeerOf',
  'isRelatedTo',
  'precedes',
  'replacedBy',
] as const;

type Extension = `ext:${string}`;
/** OB 3.0 AchievementType, or an extension of it. */
export type AchievementType = (typeof achievementTypes)[number] | Extension;
/** OB 3.0 AlignmentTargetType, or an extension of it. */
export type AlignmentTargetType = (typeof alignmentTargetTypes)[number] | Extension;
/** OB 3.0 IdentifierTypeEnum, or an extension of it. */
export type IdentifierType = (typeof identifierTypes)[number] | Extension;
/** OB 3.0 ResultType, or an extension of it. */
export type ResultType = (typeof resultTypes)[number] | Extension;
/** OB 3.0 ResultStatusType. */
export type ResultStatus = (typeof resultStatuses)[number];
/** CLR 2.0 AssociationType. */
export type AssociationType = (typeof associationTypes)[number];
