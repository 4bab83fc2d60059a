import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { issueCredential } from '../proof/issue-credential.ts';
import { verifyProofs } from '../proof/verify-proofs.ts';
import { keyIssuer, tools } from '../testing/issuers.ts';
import { sampleCredential } from '../testing/sample-credential.ts';
import type { AchievementInput } from './achievement-document.ts';
import { achievementDocument } from './achievement-document.ts';
import { clrCredential } from './clr-credential.ts';
import { dataModelProblems } from './data-model/data-model-problems.ts';
import { endorsementCredential } from './endorsement-credential.ts';
import { envelopedCredential, envelopedPresentation } from './enveloped-credential.ts';
import { isUrl } from './is-url.ts';
import type { JsonObject } from './json.ts';
import { type CredentialInput, openBadgeCredential } from './open-badge-credential.ts';
import { type ProfileInput, profileDocument } from './profile-document.ts';
import { schemaProblems } from './schema/schema-problems.ts';
import { verifiablePresentation } from './verifiable-presentation.ts';
import { achievementTypes, alignmentTargetTypes, identifierTypes, resultStatuses, resultTypes } from './vocabulary.ts';

const signer = keyIssuer();
const created = new Date('2026-01-05T10:00:00Z');

/** Signing in safe mode loses no term, so that a signature covers every member. */
async function signed(document: JsonObject) {
  return issueCredential(document, { key: signer.key, verificationMethod: signer.method, created }, tools);
}

async function isSignable(document: JsonObject) {
  const { proofs } = await verifyProofs(await signed(document), {}, tools);
  expect(proofs.map(({ code }) => code)).toEqual(['proof.valid', 'proof.valid']);
}

const profile: ProfileInput = {
  id: signer.id,
  name: 'Ana Flores',
  url: 'https://ana.example/',
  phone: '+15551234567',
  email: 'ana@ana.example',
  description: 'A person.',
  official: 'The registrar',
  image: { id: 'https://ana.example/i.png', caption: 'Ana' },
  address: {
    addressCountry: 'Peru',
    addressCountryCode: 'PE',
    addressRegion: 'Lima',
    addressLocality: 'Lima',
    streetAddress: 'Av. 1',
    postOfficeBoxNumber: '4',
    postalCode: '15001',
    geo: { latitude: -12.04, longitude: -77.03 },
  },
  parentOrg: { id: 'https://parent.example/', name: 'Parent' },
  otherIdentifier: [{ identifier: '123', identifierType: 'sourcedId' }],
  familyName: 'Flores',
  givenName: 'Ana',
  additionalName: 'M.',
  patronymicName: 'P.',
  honorificPrefix: 'Dr.',
  honorificSuffix: 'Jr.',
  familyNamePrefix: 'de',
  dateOfBirth: '1990-02-28',
};

const everything: Omit<CredentialInput, 'endorsement'> = {
  id: 'https://hub.example/credentials/1',
  name: 'A badge',
  description: 'Of everything.',
  image: { id: 'https://hub.example/i.png' },
  issuer: profile,
  validFrom: created,
  validUntil: new Date('2030-01-01T00:00:00Z'),
  awardedDate: new Date('2025-01-01T00:00:00Z'),
  status: { list: 'https://hub.example/status/1', index: 0 },
  credentialSchema: [{ id: 'https://hub.example/schema.json', type: '1EdTechJsonSchemaValidator2019' }],
  refreshService: { id: 'https://hub.example/refresh/1', type: '1EdTechCredentialRefresh' },
  termsOfUse: [{ id: 'https://hub.example/terms', type: 'https://hub.example/#Terms' }],
  evidence: [{ id: 'https://hub.example/e', name: 'E', description: 'D', narrative: 'N', genre: 'G', audience: 'A' }],
  achievement: {
    id: 'https://hub.example/achievements/1',
    types: ['https://w3id.org/openbadges#BadgeClass'],
    name: 'Facilitator',
    description: 'Leads.',
    criteria: { id: 'https://hub.example/how', narrative: '*Lead.*' },
    achievementType: 'ext:MentorBadge',
    tag: ['a'],
    alignment: [{ targetName: 'A', targetUrl: 'https://a.example/', targetCode: '1', targetType: 'CTDL' }],
    image: { id: 'data:image/png;base64,AAAA' },
    version: '1',
    inLanguage: 'pt-BR',
    creator: profile,
    fieldOfStudy: 'Groups',
    specialization: 'Small ones',
    humanCode: 'G1',
    creditsAvailable: 2.5,
    otherIdentifier: [{ identifier: 'x', identifierType: 'ext:x' }],
    related: [{ id: 'https://hub.example/achievements/0', inLanguage: 'en', version: '0' }],
    resultDescription: [
      {
        id: 'urn:uuid:1',
        name: 'Level',
        resultType: 'RubricCriterionLevel',
        requiredLevel: 'urn:uuid:3',
        rubricCriterionLevel: [
          { id: 'urn:uuid:2', name: 'One', points: '1', level: '1', description: 'Low' },
          { id: 'urn:uuid:3', name: 'Two', points: '2' },
        ],
      },
      { id: 'urn:uuid:4', name: 'Grade', resultType: 'LetterGrade', allowedValue: ['B', 'A'], requiredValue: 'B' },
      { id: 'urn:uuid:5', name: 'Done', resultType: 'Status' },
      { id: 'urn:uuid:6', name: 'Points', resultType: 'RawScore', valueMin: '0', valueMax: '9' },
    ],
  },
  subject: {
    id: 'did:key:z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi',
    identifiers: [
      { type: 'emailAddress', value: 'a@b.example', salt: 'ff' },
      { type: 'emailAddress', hash: `md5$${'0'.repeat(32)}` },
      { type: 'name', value: 'Ana' },
    ],
    narrative: 'N',
    activityStartDate: new Date('2024-01-01T00:00:00Z'),
    activityEndDate: new Date('2024-12-31T00:00:00Z'),
    creditsEarned: 2,
    licenseNumber: '7',
    role: 'Facilitator',
    term: 'Autumn',
    image: { id: 'https://hub.example/baked.png' },
    source: { id: 'https://assessor.example/', name: 'Assessor' },
    result: [
      { resultDescription: 'urn:uuid:1', achievedLevel: 'urn:uuid:3' },
      {
        resultDescription: 'urn:uuid:4',
        value: 'A',
        alignment: [{ targetName: 'A', targetUrl: 'https://a.example/' }],
      },
      { resultDescription: 'urn:uuid:5', status: 'Completed' },
    ],
  },
};

const endorsementBy = (about: string) =>
  endorsementCredential({
    id: 'https://hub.example/endorsements/1',
    name: 'Endorsed',
    issuer: { id: signer.id },
    subject: { id: about, endorsementComment: '**Good.**' },
    validFrom: created,
    status: { revocationList: 'https://hub.example/revoked' },
  });

describe('a document with everything that can be said', () => {
  it('as a credential is strict, keeps the data model, and is covered by its signature to the last member', async () => {
    const endorsement = [await signed(endorsementBy('https://hub.example/credentials/1'))];
    const document = openBadgeCredential({ ...everything, endorsement });

    expect(schemaProblems(document, 'strict')).toEqual([]);
    expect(dataModelProblems(document)).toEqual([]);
    await isSignable(document);
  });

  it('as an endorsement is strict and signable', async () => {
    const document = endorsementBy(everything.achievement.id);

    expect(document).toMatchObject({
      '@context': expect.arrayContaining(['https://purl.imsglobal.org/spec/ob/v3p0/extensions.json']),
      credentialStatus: { id: 'https://hub.example/revoked', type: '1EdTechRevocationList' },
      credentialSubject: {
        id: everything.achievement.id,
        type: ['EndorsementSubject'],
        endorsementComment: '**Good.**',
      },
    });
    expect(schemaProblems(document, 'strict', 'endorsement')).toEqual([]);
    await isSignable(document);
  });

  it('as a record of signed credentials is strict and signable, and leaves each as it was signed', async () => {
    const credential = await signed(openBadgeCredential(everything));
    const enveloped = envelopedCredential('eyJhbGciOiJFZERTQSJ9.e30.AA');
    const association = {
      associationType: 'precedes' as const,
      sourceId: 'urn:a',
      targetId: everything.achievement.id,
    };
    const achievement: AchievementInput[] = [
      { id: 'urn:a', name: 'A', description: 'B', criteria: { narrative: 'C' } },
    ];
    const record = (verifiableCredential: JsonObject[]) =>
      clrCredential({
        ...everything,
        name: 'Record',
        partial: true,
        subject: { ...everything.subject, ...{ verifiableCredential, achievement, association: [association] } },
      } as never);

    expect(() => record([credential])).toThrow(expect.objectContaining({ code: 'document.invalid' }));
    const { achievement: _, subject: __, evidence: ___, ...shared } = everything;
    const subject = { id: signer.id, verifiableCredential: [credential], achievement, association: [association] };
    const document = clrCredential({ ...shared, name: 'Record', partial: true, subject });

    expect(document['@context']).toEqual([
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      'https://w3id.org/security/suites/ed25519-2020/v1',
      'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
    ]);
    expect(schemaProblems(document, 'strict', 'clr')).toEqual([]);
    expect(dataModelProblems(document)).toEqual([]);
    expect((document.credentialSubject as JsonObject).verifiableCredential).toEqual([credential]);
    await isSignable(document);
    const mixed = { ...subject, verifiableCredential: [credential, enveloped] };
    expect(schemaProblems(clrCredential({ ...shared, name: 'R', subject: mixed }), 'strict', 'clr')).toEqual([]);
  });

  it('as a presentation keeps the data model and is signable', async () => {
    const credential = await signed(sampleCredential(signer.id));
    const document = verifiablePresentation({
      id: 'urn:uuid:p',
      holder: signer.id,
      verifiableCredential: [credential],
    });

    expect(dataModelProblems(document, { kind: 'presentation' })).toEqual([]);
    expect(schemaProblems(document, 'strict', 'presentation')).toEqual([]);
    await isSignable(document);
    expect(verifiablePresentation({})).toEqual({
      '@context': ['https://www.w3.org/ns/credentials/v2', 'https://w3id.org/security/suites/ed25519-2020/v1'],
      type: ['VerifiablePresentation'],
    });
  });

  it('as a profile or an achievement of its own is strict', () => {
    expect(schemaProblems(profileDocument(profile), 'strict', 'profile')).toEqual([]);
    expect(schemaProblems(achievementDocument(everything.achievement), 'strict', 'achievement-document')).toEqual([]);
  });

  it('as an envelope carries the token as it is', () => {
    expect(envelopedPresentation('eyJ.e30.AA')).toEqual({
      '@context': 'https://www.w3.org/ns/credentials/v2',
      id: 'data:application/vp+jwt,eyJ.e30.AA',
      type: 'EnvelopedVerifiablePresentation',
    });
    expect(dataModelProblems(envelopedPresentation('eyJ.e30.AA'))).toEqual([]);
  });
});

describe('whatever is built', () => {
  const word = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== '');
  const url = fc
    .oneof(
      fc.webUrl(),
      fc.uuid().map((id) => `urn:uuid:${id}`),
    )
    .filter(isUrl);
  const instant = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true });
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
  const image = maybe(fc.record({ id: url, caption: maybe(word) }));
  const extension = fc.stringMatching(/^ext:[a-zA-Z0-9._][a-zA-Z0-9._-]*$/) as fc.Arbitrary<`ext:${string}`>;
  const from = <Word extends string>(words: readonly Word[]) => fc.oneof(fc.constantFrom(...words), extension);
  const alignment = fc.array(
    fc.record({ targetName: word, targetUrl: url, targetType: maybe(from(alignmentTargetTypes)) }),
  );
  const someone = fc.record({ id: url, name: maybe(word), url: maybe(url), image });
  const identifier = fc.record({
    type: from(identifierTypes),
    value: word,
    salt: maybe(fc.stringMatching(/^[0-9a-f]{2,32}$/)),
  });
  const description = fc.record({
    id: url,
    name: word,
    resultType: from(resultTypes.filter((type) => type !== 'Status')),
    alignment,
  });
  const built = fc.record({
    id: url,
    name: maybe(word),
    issuer: someone,
    image,
    validFrom: instant,
    evidence: fc.array(fc.record({ id: maybe(url), narrative: maybe(word) })),
    achievement: fc.record({
      id: url,
      name: word,
      description: word,
      criteria: fc.oneof(fc.record({ narrative: word }), fc.record({ id: url })),
      achievementType: maybe(from(achievementTypes)),
      tag: maybe(fc.array(word)),
      alignment,
      creator: maybe(someone),
      creditsAvailable: maybe(fc.double({ noNaN: true, noDefaultInfinity: true })),
      resultDescription: fc.uniqueArray(description, { selector: ({ id }) => id }),
    }),
    subject: fc.record({
      id: url,
      identifiers: fc.array(identifier),
      narrative: maybe(word),
      result: fc.array(fc.record({ value: maybe(word), status: maybe(fc.constantFrom(...resultStatuses)) })),
    }),
  });

  it('from good values is strict and keeps the data model', () => {
    fc.assert(
      fc.property(built, (input) => {
        const document = openBadgeCredential(input);

        expect(schemaProblems(document, 'strict')).toEqual([]);
        expect(dataModelProblems(document)).toEqual([]);
        expect(JSON.parse(JSON.stringify(document))).toEqual(document);
      }),
      { numRuns: 300 },
    );
  });

  it('from any values is strict and keeps the data model, or is not built and says why', () => {
    const anything = fc.oneof(fc.jsonValue(), fc.constantFrom(undefined, Number.NaN, new Date('never'), '\ud800', ''));
    const members = fc.constantFrom(
      'id',
      'name',
      'issuer',
      'achievement',
      'subject',
      'validFrom',
      'validUntil',
      'evidence',
      'image',
      'status',
      'endorsement',
      '__proto__',
      'more',
    );

    fc.assert(
      fc.property(built, members, anything, (input, member, value) => {
        const attempt = () =>
          openBadgeCredential(Object.fromEntries([...Object.entries(input), [member, value]]) as never);
        let document: JsonObject;
        try {
          document = attempt();
        } catch (error) {
          expect(error).toMatchObject({
            code: 'document.invalid',
            values: { pointer: expect.any(String), reason: expect.any(String) },
          });
          return;
        }
        expect(schemaProblems(document, 'strict')).toEqual([]);
        expect(dataModelProblems(document)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('takes nothing from the prototype of what it is given', () => {
    const polluted = Object.create({ description: 'From a prototype', evidence: [{ id: 'urn:a' }] });

    const document = openBadgeCredential(
      Object.assign(polluted, everything, { description: undefined, evidence: undefined }),
    );

    expect(document).not.toHaveProperty('description');
    expect(document).not.toHaveProperty('evidence');
  });
});
