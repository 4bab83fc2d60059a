import { z } from 'zod';
import { achievementTypes, alignmentTargetTypes, identifierTypes, resultStatuses, resultTypes } from '../vocabulary.ts';
import type { Dialect } from './dialect.ts';
import { compactJws, date, dateTime, languageCode, word } from './values.ts';

/** The classes of OB 3.0 that credentials are made of, in one dialect. Open classes keep what they do not know. */
export type Classes = ReturnType<typeof classesOf>;

export function classesOf(dialect: Dialect, endorsement: () => z.ZodType, closedSubject: boolean) {
  const { text, many, type, exactly } = dialect;
  const maybe = text.optional();
  const endorsements = {
    endorsement: many(z.lazy(endorsement)).optional(),
    endorsementJwt: many(compactJws).optional(),
  };
  const image = z.strictObject({ id: text, type: exactly('Image'), caption: maybe });
  const identifierEntry = z.strictObject({
    type: exactly('IdentifierEntry'),
    identifier: text,
    identifierType: word(identifierTypes),
  });
  const alignment = z.looseObject({
    type: type(['Alignment']),
    targetName: text,
    targetUrl: text,
    targetCode: maybe,
    targetDescription: maybe,
    targetFramework: maybe,
    targetType: word(alignmentTargetTypes).optional(),
  });
  const alignments = many(alignment).optional();
  const profile: z.ZodType = z.looseObject({
    id: text,
    type: type(['Profile']),
    ...optional(['name', 'url', 'phone', 'description', 'email', 'official', ...names], maybe),
    ...endorsements,
    image: image.optional(),
    address: addressOf(dialect).optional(),
    otherIdentifier: many(identifierEntry).optional(),
    parentOrg: z.lazy(() => profile).optional(),
    dateOfBirth: date.optional(),
  });
  const achievement = z.looseObject({
    id: text,
    type: type(['Achievement']),
    name: text,
    description: text,
    criteria: z.looseObject({ id: maybe, narrative: maybe }),
    achievementType: word(achievementTypes).optional(),
    alignment: alignments,
    creator: profile.optional(),
    creditsAvailable: z.number().optional(),
    ...endorsements,
    ...optional(['fieldOfStudy', 'humanCode', 'specialization', 'version'], maybe),
    image: image.optional(),
    inLanguage: languageCode.optional(),
    otherIdentifier: many(identifierEntry).optional(),
    related: many(
      z.looseObject({ id: text, type: type(['Related']), inLanguage: languageCode.optional(), version: maybe }),
    ).optional(),
    resultDescription: many(resultDescriptionOf(dialect, alignments)).optional(),
    tag: many(text).optional(),
  });
  const identity = z.strictObject({
    type: exactly('IdentityObject'),
    hashed: z.boolean(),
    identityHash: text,
    identityType: word(identifierTypes),
    salt: maybe,
  });
  const result = z.looseObject({
    type: type(['Result']),
    ...optional(['achievedLevel', 'resultDescription', 'value'], maybe),
    alignment: alignments,
    status: z.enum(resultStatuses).optional(),
  });
  const subjectMembers = {
    id: maybe,
    type: type(['AchievementSubject']),
    achievement,
    activityStartDate: dateTime.optional(),
    activityEndDate: dateTime.optional(),
    creditsEarned: z.number().optional(),
    identifier: many(identity).optional(),
    image: image.optional(),
    ...optional(['licenseNumber', 'narrative', 'role', 'term'], maybe),
    result: many(result).optional(),
    source: profile.optional(),
  };
  // The official VC 1.1 class is closed, the VC 2.0 one is not.
  const subject = closedSubject ? z.strictObject(subjectMembers) : z.looseObject(subjectMembers);
  return { achievement, endorsements, image, profile, subject };
}

const names = [
  'familyName',
  'givenName',
  'additionalName',
  'patronymicName',
  'honorificPrefix',
  'honorificSuffix',
  'familyNamePrefix',
];

function optional(members: string[], value: z.ZodType): Record<string, z.ZodType> {
  return Object.fromEntries(members.map((member) => [member, value]));
}

function addressOf({ text, type, exactly }: Dialect): z.ZodType {
  const parts = ['Country', 'CountryCode', 'Region', 'Locality'].map((part) => `address${part}`);
  const geo = z.looseObject({ type: exactly('GeoCoordinates'), latitude: z.number(), longitude: z.number() });
  return z.looseObject({
    type: type(['Address']),
    ...optional([...parts, 'streetAddress', 'postOfficeBoxNumber', 'postalCode'], text.optional()),
    geo: geo.optional(),
  });
}

function resultDescriptionOf({ text, many, type }: Dialect, alignment: z.ZodType): z.ZodType {
  const maybe = text.optional();
  const level = z.looseObject({
    id: text,
    type: type(['RubricCriterionLevel']),
    name: text,
    alignment,
    ...optional(['description', 'level', 'points'], maybe),
  });
  return z.looseObject({
    id: text,
    type: type(['ResultDescription']),
    name: text,
    resultType: word(resultTypes),
    alignment,
    allowedValue: many(text).optional(),
    ...optional(['requiredLevel', 'requiredValue', 'valueMin', 'valueMax'], maybe),
    rubricCriterionLevel: many(level).optional(),
  });
}
