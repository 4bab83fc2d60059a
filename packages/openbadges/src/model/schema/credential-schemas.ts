import { z } from 'zod';
import { type Classes, classesOf } from './classes.ts';
import { type Dialect, type DialectName, dialects } from './dialect.ts';
import { dateTime } from './values.ts';

export type Envelope = 'vc-1.1' | 'vc-2.0';

/** What a document may be checked as. */
export interface CredentialSchemas {
  achievement: z.ZodType;
  endorsement: z.ZodType;
  profile: z.ZodType;
}

/** The official schemas of OB 3.0, one set per dialect and per envelope. */
export const credentialSchemas: Record<DialectName, Record<Envelope, CredentialSchemas>> = {
  strict: { 'vc-1.1': schemasOf('strict', 'vc-1.1'), 'vc-2.0': schemasOf('strict', 'vc-2.0') },
  'json-ld': { 'vc-1.1': schemasOf('json-ld', 'vc-1.1'), 'vc-2.0': schemasOf('json-ld', 'vc-2.0') },
};

function schemasOf(name: DialectName, envelope: Envelope): CredentialSchemas {
  const dialect = dialects[name];
  const { text, type } = dialect;
  let endorsement: z.ZodType = z.unknown();
  const classes = classesOf(dialect, () => endorsement, envelope === 'vc-1.1');
  const shared = { ...credentialMembers(dialect), ...datesAndIssuer(dialect, envelope, classes) };
  endorsement = z.looseObject({
    ...shared,
    type: type(['VerifiableCredential'], ['EndorsementCredential']),
    name: text,
    credentialSubject: z.looseObject({
      id: text,
      type: type(['EndorsementSubject']),
      endorsementComment: text.optional(),
    }),
  });
  const achievement = z.looseObject({
    ...shared,
    type: type(['VerifiableCredential'], ['AchievementCredential', 'OpenBadgeCredential']),
    name: envelope === 'vc-1.1' ? text : text.optional(),
    image: classes.image.optional(),
    credentialSubject: classes.subject,
    ...classes.endorsements,
  });
  return { achievement, endorsement, profile: classes.profile };
}

/** VC 1.1 wants the issuer as an object, and its dates under their first names. */
function datesAndIssuer({ text, context }: Dialect, envelope: Envelope, { profile }: Classes) {
  if (envelope === 'vc-1.1') {
    return {
      '@context': context('https://www.w3.org/2018/credentials/v1'),
      issuer: profile,
      issuanceDate: dateTime,
      expirationDate: dateTime.optional(),
    };
  }
  return {
    '@context': context('https://www.w3.org/ns/credentials/v2'),
    issuer: z.union([profile, text]),
    validFrom: dateTime,
    validUntil: dateTime.optional(),
  };
}

function credentialMembers({ text, many, type }: Dialect) {
  const maybe = text.optional();
  const proof = z.looseObject({
    type: text,
    created: dateTime.optional(),
    cryptosuite: maybe,
    challenge: maybe,
    domain: maybe,
    nonce: maybe,
    proofPurpose: maybe,
    proofValue: maybe,
    verificationMethod: maybe,
  });
  const evidence = z.looseObject({
    type: type(['Evidence']),
    id: maybe,
    name: maybe,
    description: maybe,
    narrative: maybe,
    genre: maybe,
    audience: maybe,
  });
  return {
    id: text,
    description: maybe,
    awardedDate: dateTime.optional(),
    proof: many(proof).optional(),
    credentialSchema: many(z.looseObject({ id: text, type: text })).optional(),
    credentialStatus: z.looseObject({ id: maybe, type: text }).optional(),
    refreshService: z.looseObject({ id: text, type: text }).optional(),
    termsOfUse: many(z.looseObject({ type: text, id: maybe })).optional(),
    evidence: many(evidence).optional(),
  };
}
