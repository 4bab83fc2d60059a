import { describe, expect, it } from 'vitest';
import { sampleCredential } from '../testing/sample-credential.ts';
import { achievementDocument } from './achievement-document.ts';
import { invalidReasons } from './build/invalid-reasons.ts';
import { clrCredential } from './clr-credential.ts';
import { endorsementCredential } from './endorsement-credential.ts';
import { envelopedCredential, envelopedPresentation } from './enveloped-credential.ts';
import type { JsonObject } from './json.ts';
import { openBadgeCredential } from './open-badge-credential.ts';
import { profileDocument } from './profile-document.ts';
import { verifiablePresentation } from './verifiable-presentation.ts';

const achievement = {
  id: 'https://hub.example/achievements/1',
  name: 'Facilitator',
  description: 'Leads a group.',
  criteria: { narrative: 'Led six meetings.' },
};
const subject = { id: 'did:key:z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi' };
const issuer = { id: 'did:web:hub.example', name: 'Hub' };
const validFrom = new Date('2026-01-05T10:00:00Z');
const smallest = { id: 'https://hub.example/credentials/1', issuer, achievement, subject, validFrom };
const signed = { ...sampleCredential(), proof: [{ type: 'DataIntegrityProof' }] };

/** Callers without types give whatever they have. */
const build = (make: (input: never) => unknown, input: unknown) => make(input as never);
const refusal = (pointer: string, reason: string) =>
  expect.objectContaining({ code: 'document.invalid', values: expect.objectContaining({ pointer, reason }) });

type Refused = [what: string, change: JsonObject, pointer: string, reason: keyof typeof invalidReasons];

describe('a credential is not built', () => {
  const at = '/credentialSubject/achievement';
  const described = {
    id: 'urn:r',
    name: 'Level',
    resultType: 'RubricCriterionLevel',
    rubricCriterionLevel: [{ id: 'urn:l1', name: 'One' }],
  };
  const earned = (change: JsonObject) => ({ achievement: { ...achievement, ...change } });
  const about = (change: JsonObject) => ({ subject: { ...subject, ...change } });
  const resulted = (result: JsonObject, description: JsonObject = described) => ({
    achievement: { ...achievement, resultDescription: [description] },
    subject: { ...subject, result: [result] },
  });

  it.each<Refused>([
    ['about nobody', { subject: {} }, '/credentialSubject', 'about-nobody'],
    ['about an empty list', { subject: { identifiers: [] } }, '/credentialSubject', 'about-nobody'],
    ['about null', { subject: null }, '/credentialSubject', 'missing'],
    ['about a text', { subject: 'Ana' }, '/credentialSubject', 'not-an-object'],
    ['about somebody without an address', about({ id: 'Ana' }), '/credentialSubject/id', 'not-a-url'],
    ['without an id', { id: undefined }, '/id', 'missing'],
    ['with a word as id', { id: 'one' }, '/id', 'not-a-url'],
    ['with an empty id', { id: '' }, '/id', 'not-a-url'],
    ['with an id of two lines', { id: 'https://a.example/\n' }, '/id', 'not-a-url'],
    ['without an issuer', { issuer: undefined }, '/issuer', 'missing'],
    ['with an issuer by address only', { issuer: 'did:web:a' }, '/issuer', 'not-an-object'],
    ['with a nameless issuer', { issuer: { ...issuer, name: ' ' } }, '/issuer/name', 'empty'],
    ['with a picture as text', { issuer: { ...issuer, image: 'urn:i' } }, '/issuer/image', 'not-an-object'],
    ['with half a character', { description: '\ud83d' }, '/description', 'broken-text'],
    ['without a beginning', { validFrom: undefined }, '/validFrom', 'missing'],
    ['from no day', { validFrom: new Date('never') }, '/validFrom', 'not-a-date'],
    ['from the year 12000', { validFrom: new Date(Date.UTC(12000, 0)) }, '/validFrom', 'not-a-date'],
    ['from a text', { validFrom: '2026-01-01T00:00:00Z' }, '/validFrom', 'not-a-date'],
    ['until before it begins', { validUntil: new Date(0) }, '/validUntil', 'ends-before-it-begins'],
    ['for nothing', { achievement: undefined }, at, 'missing'],
    ['for no reason', earned({ criteria: {} }), `${at}/criteria`, 'no-criteria'],
    ['without criteria', earned({ criteria: undefined }), `${at}/criteria`, 'missing'],
    ['with a nameless achievement', earned({ name: '' }), `${at}/name`, 'empty'],
    ['with a number as description', earned({ description: 4 }), `${at}/description`, 'not-a-text'],
    ['with a kind of one’s own', earned({ achievementType: 'Boost' }), `${at}/achievementType`, 'not-in-vocabulary'],
    ['with a broken extension', earned({ achievementType: 'ext:a b' }), `${at}/achievementType`, 'not-in-vocabulary'],
    ['in no language', earned({ inLanguage: 'English' }), `${at}/inLanguage`, 'not-a-language'],
    ['with endless credits', earned({ creditsAvailable: Number.NaN }), `${at}/creditsAvailable`, 'not-a-number'],
    ['with one tag and no list', earned({ tag: 'a' }), `${at}/tag`, 'not-a-list'],
    ['with an empty tag', earned({ tag: ['a', ''] }), `${at}/tag/1`, 'empty'],
    ['with endless tags', earned({ tag: Array(10_001).fill('a') }), `${at}/tag`, 'too-many'],
    ['aligned with nothing', earned({ alignment: [{ targetName: 'A' }] }), `${at}/alignment/0/targetUrl`, 'missing'],
    ['with what no class has', earned({ colour: 'red' }), `${at}/colour`, 'unknown-member'],
    ['with a slash in a name', { 'a/b~': 1 }, '/a~1b~0', 'unknown-member'],
    [
      'with two descriptions of one id',
      earned({ resultDescription: [described, described] }),
      `${at}/resultDescription/1/id`,
      'repeated',
    ],
    [
      'with a level that is none',
      earned({ resultDescription: [{ ...described, requiredLevel: 'urn:l9' }] }),
      `${at}/resultDescription/0/requiredLevel`,
      'not-among-levels',
    ],
    [
      'with a value that is not allowed',
      earned({ resultDescription: [{ ...described, allowedValue: ['A'], requiredValue: 'B' }] }),
      `${at}/resultDescription/0/requiredValue`,
      'not-among-values',
    ],
    [
      'with an unknown result',
      resulted({ resultDescription: 'urn:x' }),
      '/credentialSubject/result/0/resultDescription',
      'not-described',
    ],
    [
      'with a level of nothing',
      resulted({ achievedLevel: 'urn:l1' }),
      '/credentialSubject/result/0/achievedLevel',
      'not-among-levels',
    ],
    [
      'with a status that is not said',
      resulted({ resultDescription: 'urn:r' }, { ...described, resultType: 'Status' }),
      '/credentialSubject/result/0/status',
      'no-status',
    ],
    [
      'with a status of one’s own',
      resulted({ status: 'Done' }),
      '/credentialSubject/result/0/status',
      'not-in-vocabulary',
    ],
    [
      'with a result that is not allowed',
      resulted({ resultDescription: 'urn:r', value: 'C' }, { ...described, allowedValue: ['A', 'B'] }),
      '/credentialSubject/result/0/value',
      'not-among-values',
    ],
    [
      'that ended before it began',
      about({ activityStartDate: validFrom, activityEndDate: new Date(0) }),
      '/credentialSubject/activityEndDate',
      'ends-before-it-begins',
    ],
    [
      'known by nothing',
      about({ identifiers: [{ type: 'emailAddress' }] }),
      '/credentialSubject/identifier/0/identityHash',
      'not-a-text',
    ],
    [
      'known by what is none',
      about({ identifiers: [{ type: 'shoe', value: '4' }] }),
      '/credentialSubject/identifier/0/identityType',
      'not-in-vocabulary',
    ],
    [
      'with an empty salt',
      about({ identifiers: [{ type: 'name', value: 'A', salt: '' }] }),
      '/credentialSubject/identifier/0/salt',
      'empty',
    ],
    ['with two statuses', { status: [{ list: 'urn:a', index: 1 }] }, '/credentialStatus', 'more-than-one'],
    [
      'with a place before the first',
      { status: { list: 'https://a.example/1', index: -1 } },
      '/credentialStatus/statusListIndex',
      'malformed',
    ],
    [
      'with a place in no list',
      { status: { list: 'one', index: 1 } },
      '/credentialStatus/statusListCredential',
      'not-a-url',
    ],
    ['with an unsigned endorsement', { endorsement: [sampleCredential()] }, '/endorsement/0/type', 'not-a-credential'],
    ['with an endorsement that is none', { endorsement: [{}] }, '/endorsement/0/@context', 'not-a-credential'],
    ['with an endorsement as a word', { endorsementJwt: ['yes'] }, '/endorsementJwt/0', 'not-a-token'],
    [
      'with a kind of schema of two words',
      { credentialSchema: [{ id: 'urn:s', type: 'a b' }] },
      '/credentialSchema/0/type',
      'malformed',
    ],
    ['with a member of the prototype', JSON.parse('{"__proto__":{"a":1}}'), '/__proto__', 'unknown-member'],
  ])('%s', (_, change, pointer, reason) => {
    expect(() => build(openBadgeCredential, { ...smallest, ...change })).toThrow(refusal(pointer, reason));
    expect(invalidReasons[reason].remedy).not.toBe('');
  });

  it.each([undefined, null, 4, 'text', []])('from %j', (input) => {
    for (const make of [openBadgeCredential, endorsementCredential, clrCredential, verifiablePresentation]) {
      expect(() => build(make, input)).toThrow(refusal('', 'not-an-object'));
    }
  });

  it('under a profile that is its own parent', () => {
    const endless: JsonObject = { ...issuer };
    endless.parentOrg = endless;

    expect(() => build(openBadgeCredential, { ...smallest, issuer: endless })).toThrow(
      refusal(expect.stringMatching(/^(\/issuer)(\/parentOrg)+$/), 'too-deep'),
    );
  });

  it('with an unsigned endorsement of the right kind', () => {
    const endorsement = endorsementCredential({ ...given(), name: 'Known', subject: { id: achievement.id } });

    expect(() => openBadgeCredential({ ...smallest, endorsement: [endorsement] })).toThrow(
      refusal('/endorsement/0/proof', 'not-signed'),
    );
  });
});

const given = () => ({ id: 'https://hub.example/c/2', issuer, validFrom });

describe('nor is another document', () => {
  const record = { ...given(), name: 'Record', subject: { ...subject, verifiableCredential: [signed] } };

  it.each<[string, (input: never) => unknown, JsonObject, string, string]>([
    ['an achievement without an address', achievementDocument, { ...achievement, id: '' }, '/id', 'not-a-url'],
    ['a profile without an address', profileDocument, { name: 'A' }, '/id', 'missing'],
    [
      'a profile in no country',
      profileDocument,
      { ...issuer, address: { addressCountryCode: 'Peru' } },
      '/address/addressCountryCode',
      'not-a-country',
    ],
    [
      'a profile born on no day',
      profileDocument,
      { ...issuer, dateOfBirth: '1990-02-31' },
      '/dateOfBirth',
      'not-a-date',
    ],
    [
      'a profile nowhere',
      profileDocument,
      { ...issuer, address: { geo: { latitude: 1 } } },
      '/address/geo/longitude',
      'missing',
    ],
    ['a profile under a nameless one', profileDocument, { ...issuer, parentOrg: {} }, '/parentOrg/id', 'missing'],
    [
      'an endorsement without a name',
      endorsementCredential,
      { ...given(), subject: { id: 'urn:a' } },
      '/name',
      'missing',
    ],
    [
      'an endorsement of nothing',
      endorsementCredential,
      { ...given(), name: 'A', subject: {} },
      '/credentialSubject/id',
      'missing',
    ],
    [
      'a record of nothing',
      clrCredential,
      { ...record, subject: { ...subject, verifiableCredential: [] } },
      '/credentialSubject/verifiableCredential',
      'missing',
    ],
    [
      'a record about nobody',
      clrCredential,
      { ...record, subject: { verifiableCredential: [signed] } },
      '/credentialSubject',
      'about-nobody',
    ],
    [
      'a record of what nobody signed',
      clrCredential,
      { ...record, subject: { ...subject, verifiableCredential: [sampleCredential()] } },
      '/credentialSubject/verifiableCredential/0/proof',
      'not-signed',
    ],
    [
      'a record that relates what it does not hold',
      clrCredential,
      {
        ...record,
        subject: {
          ...record.subject,
          association: [{ associationType: 'precedes', sourceId: 'urn:a', targetId: 'urn:b' }],
        },
      },
      '/credentialSubject/association/0/sourceId',
      'not-resolvable',
    ],
    [
      'a presentation of a text',
      verifiablePresentation,
      { verifiableCredential: ['ey.ey.AA'] },
      '/verifiableCredential/0',
      'not-an-object',
    ],
    [
      'a presentation of no credential',
      verifiablePresentation,
      { verifiableCredential: [{}] },
      '/verifiableCredential/0/@context',
      'not-a-credential',
    ],
    ['a presentation by a word', verifiablePresentation, { holder: 'me' }, '/holder', 'not-a-url'],
    ['an envelope of a text', envelopedCredential, 'text' as never, '/id', 'not-a-token'],
    ['an envelope of an object', envelopedPresentation, {}, '/id', 'not-a-token'],
  ])('%s', (_, make, input, pointer, reason) => {
    expect(() => build(make, input)).toThrow(refusal(pointer, reason));
  });
});
