import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../json.ts';
import { achievementTypes, alignmentTargetTypes, identifierTypes, resultStatuses, resultTypes } from '../vocabulary.ts';
import { openBadges3Schemas } from './open-badges-3-schemas.ts';

const strict = openBadges3Schemas('strict');
const tolerant = openBadges3Schemas('json-ld');
type ClassName = keyof typeof strict;

const achievement = { id: 'urn:a', type: ['Achievement'], name: 'A', description: 'B', criteria: {} };

const smallest: [name: ClassName, document: JsonObject][] = [
  ['Image', { id: 'urn:i', type: 'Image' }],
  ['IdentifierEntry', { type: 'IdentifierEntry', identifier: '1', identifierType: 'name' }],
  ['IdentityObject', { type: 'IdentityObject', hashed: false, identityHash: 'a', identityType: 'name' }],
  ['GeoCoordinates', { type: 'GeoCoordinates', latitude: 1, longitude: 2 }],
  ['Address', { type: ['Address'] }],
  ['Alignment', { type: ['Alignment'], targetName: 'A', targetUrl: 'urn:a' }],
  ['Related', { id: 'urn:a', type: ['Related'] }],
  ['Evidence', { type: ['Evidence'] }],
  ['RubricCriterionLevel', { id: 'urn:l', type: ['RubricCriterionLevel'], name: 'One' }],
  ['ResultDescription', { id: 'urn:r', type: ['ResultDescription'], name: 'A', resultType: 'Percent' }],
  ['Result', { type: ['Result'] }],
  ['Proof', { type: 'DataIntegrityProof' }],
  ['CredentialSchema', { id: 'urn:s', type: 'JsonSchema' }],
  ['CredentialStatus', { type: 'BitstringStatusListEntry' }],
  ['RefreshService', { id: 'urn:s', type: '1EdTechCredentialRefresh' }],
  ['TermsOfUse', { type: 'Policy' }],
  ['Achievement', achievement],
  ['AchievementSubject', { type: ['AchievementSubject'], achievement }],
  ['EndorsementSubject', { id: 'urn:a', type: ['EndorsementSubject'] }],
  ['Association', { type: 'Association', associationType: 'precedes', sourceId: 'urn:a', targetId: 'urn:b' }],
  ['ClrSubject', { type: ['ClrSubject'], verifiableCredential: [{ type: ['VerifiableCredential'] }] }],
];
const closed: ClassName[] = ['Image', 'IdentifierEntry', 'IdentityObject', 'Association'];

const accepts = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success;

describe('the smallest value of a class', () => {
  it.each(smallest)('%s conforms, and with a member missing or of another type does not', (name, document) => {
    expect([accepts(strict[name], document), accepts(tolerant[name], document)]).toEqual([true, true]);

    for (const member of Object.keys(document)) {
      const { [member]: _, ...rest } = document;
      expect([member, accepts(strict[name], rest), accepts(tolerant[name], rest)]).toEqual([member, false, false]);
      const wrong = { ...document, [member]: [4] };
      expect([member, accepts(strict[name], wrong), accepts(tolerant[name], wrong)]).toEqual([member, false, false]);
    }
  });

  it.each(smallest)('%s keeps what it does not know, or is closed', (name, document) => {
    const more = { ...document, more: { a: 1 } };

    const parsed = strict[name].safeParse(more);

    expect(parsed.success ? parsed.data : 'refused').toEqual(closed.includes(name) ? 'refused' : more);
  });
});

describe('where it is read', () => {
  it('one value stands for a list, and a map of languages for a text', () => {
    const read = {
      ...achievement,
      type: 'Achievement',
      name: { en: 'A', 'pt-BR': 'B' },
      tag: 'a',
      alignment: { type: 'Alignment', targetName: 'A', targetUrl: 'urn:a' },
    };

    expect(accepts(tolerant.Achievement, read)).toBe(true);
    expect(accepts(strict.Achievement, read)).toBe(false);
    expect(accepts(tolerant.Achievement, { ...read, name: { english: 'A' } })).toBe(false);
  });
});

describe('the words of the standard', () => {
  const { Alignment, Achievement, IdentifierEntry, ResultDescription, Result } = strict;
  const [entry, described] = [smallest[1]?.[1], smallest[9]?.[1]];
  const lists: [name: string, words: readonly string[], check: (word: string) => boolean, isOpen: boolean][] = [
    [
      'achievementType',
      achievementTypes,
      (word) => accepts(Achievement, { ...achievement, achievementType: word }),
      true,
    ],
    ['targetType', alignmentTargetTypes, (word) => accepts(Alignment, { ...smallest[5]?.[1], targetType: word }), true],
    ['identifierType', identifierTypes, (word) => accepts(IdentifierEntry, { ...entry, identifierType: word }), true],
    ['resultType', resultTypes, (word) => accepts(ResultDescription, { ...described, resultType: word }), true],
    ['status', resultStatuses, (word) => accepts(Result, { type: ['Result'], status: word }), false],
  ];

  it.each(lists)(
    'for %s are all accepted, an extension where the standard allows one, and nothing else',
    (_, words, check, isOpen) => {
      expect(words.filter((word) => !check(word))).toEqual([]);
      expect(check('ext:MentorBadge')).toBe(isOpen);
      expect([check('Mentor'), check(''), check('constructor')]).toEqual([false, false, false]);
    },
  );
});

describe('of VC 1.1', () => {
  const older = openBadges3Schemas('strict', 'vc-1.1');
  const subject = { type: ['AchievementSubject'], achievement };

  it('the subject is closed', () => {
    expect(accepts(older.AchievementSubject, subject)).toBe(true);
    expect(accepts(older.AchievementSubject, { ...subject, name: 'Ana' })).toBe(false);
  });

  it('the issuer is an object, and the dates have their older names', () => {
    const credential = {
      '@context': ['https://www.w3.org/2018/credentials/v1', 'https://purl.imsglobal.org/spec/ob/v3p0/context.json'],
      id: 'urn:c',
      type: ['VerifiableCredential', 'AchievementCredential'],
      name: 'A',
      issuer: { id: 'urn:i', type: ['Profile'] },
      issuanceDate: '2020-01-01T00:00:00Z',
      credentialSubject: subject,
    };

    expect(accepts(older.AchievementCredential, credential)).toBe(true);
    for (const member of ['name', 'issuanceDate', 'issuer']) {
      expect(accepts(older.AchievementCredential, { ...credential, [member]: undefined })).toBe(false);
    }
    expect(accepts(older.AchievementCredential, { ...credential, issuer: 'urn:i' })).toBe(false);
  });
});
