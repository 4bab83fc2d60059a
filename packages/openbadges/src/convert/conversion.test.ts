import { describe, expect, it } from 'vitest';
import { badgeView } from '../import/badge-view.ts';
import type { LinkedDocuments } from '../import/view-of-assertion.ts';
import { dataModelProblems } from '../model/data-model/data-model-problems.ts';
import type { JsonObject } from '../model/json.ts';
import { olderSchemaProblems } from '../model/schema/older-schema-problems.ts';
import { schemaProblems } from '../model/schema/schema-problems.ts';
import { conformance } from '../testing/conformance.ts';
import { sampleCredential } from '../testing/sample-credential.ts';
import { type ToOpenBadges2, toOpenBadges2 } from './to-open-badges-2.ts';
import { type ToOpenBadges3, toOpenBadges3 } from './to-open-badges-3.ts';

const issuer = {
  '@context': 'https://w3id.org/openbadges/v2',
  id: 'https://issuer.example/profile',
  type: 'Issuer',
  name: 'A school',
  url: 'https://issuer.example',
  email: 'badges@issuer.example',
  telephone: '+15551234567',
  publicKey: 'https://issuer.example/key',
};
const badge = {
  id: 'https://issuer.example/badge',
  type: 'BadgeClass',
  '@language': 'es',
  name: 'Robótica',
  description: 'Con robots.',
  image: { id: 'https://issuer.example/badge.png', caption: 'Un robot', author: 'https://artist.example' },
  criteria: 'https://issuer.example/criteria',
  alignment: [{ targetName: 'Goal', targetUrl: 'https://goal.example', targetCode: 'G1' }, { targetName: 'Nowhere' }],
  tags: ['robots'],
  version: 2,
  'extensions:ApplyLink': { url: 'https://issuer.example/apply' },
  issuer,
};
const assertion = {
  '@context': 'https://w3id.org/openbadges/v2',
  id: 'https://issuer.example/assertion/1',
  type: 'Assertion',
  recipient: { type: 'email', hashed: true, salt: 'deadsea', identity: `sha256$${'a1'.repeat(32)}` },
  badge,
  issuedOn: '2016-12-31T23:59Z',
  expires: '2030-01-01T00:00:00+02:00',
  evidence: [
    'https://issuer.example/work',
    { id: 'https://issuer.example/e', narrative: 'Built one.', genre: 'Video' },
  ],
  narrative: 'Six robots.',
  image: 'https://issuer.example/baked.png',
  verification: { type: 'hosted' },
};
const up: ToOpenBadges3 = {
  id: 'https://issuer.example/credentials/1',
  achievementId: 'https://issuer.example/achievements/1',
  issuer: { id: 'did:web:issuer.example' },
};
const down: ToOpenBadges2 = {
  id: 'https://hub.example/ob2/assertions/1',
  badgeId: 'https://hub.example/ob2/badges/1',
  issuer: { id: 'https://hub.example/ob2/issuer' },
};

function isGood3(document: JsonObject) {
  expect(schemaProblems(document, 'strict')).toEqual([]);
  expect(dataModelProblems(document)).toEqual([]);
}

function isGood2(document: JsonObject) {
  expect(olderSchemaProblems(document, '2.0')).toEqual([]);
  expect(olderSchemaProblems(document.badge, '2.0', 'badge-class')).toEqual([]);
  expect(olderSchemaProblems((document.badge as JsonObject).issuer, '2.0', 'issuer')).toEqual([]);
}

describe('an assertion of 2.0 becomes a credential', () => {
  it('with ids of its own, related to what it was, and the original as evidence', () => {
    const { document } = toOpenBadges3(assertion, up);

    isGood3(document);
    expect(document).toMatchObject({
      id: up.id,
      name: 'Robótica',
      issuer: {
        id: 'did:web:issuer.example',
        name: 'A school',
        email: 'badges@issuer.example',
        phone: '+15551234567',
        otherIdentifier: [{ type: 'IdentifierEntry', identifier: issuer.id, identifierType: 'identifier' }],
      },
      validFrom: '2016-12-31T23:59:00Z',
      awardedDate: '2016-12-31T23:59:00Z',
      validUntil: '2029-12-31T22:00:00Z',
      credentialSubject: {
        narrative: 'Six robots.',
        identifier: [
          { hashed: true, identityHash: `sha256$${'a1'.repeat(32)}`, salt: 'deadsea', identityType: 'emailAddress' },
        ],
        achievement: {
          id: up.achievementId,
          type: ['Achievement', 'https://w3id.org/openbadges#BadgeClass'],
          description: 'Con robots.',
          criteria: { id: 'https://issuer.example/criteria' },
          image: { id: 'https://issuer.example/badge.png', type: 'Image', caption: 'Un robot' },
          alignment: [{ targetName: 'Goal', targetUrl: 'https://goal.example', targetCode: 'G1' }],
          tag: ['robots'],
          version: '2',
          inLanguage: 'es',
          related: [
            {
              type: ['Related', 'https://w3id.org/openbadges#BadgeClass'],
              id: badge.id,
              version: 'Open Badges v2p0',
            },
          ],
        },
      },
      evidence: [
        { id: assertion.id, type: ['Evidence', 'https://w3id.org/openbadges#Assertion'] },
        { id: 'https://issuer.example/work', type: ['Evidence'] },
        { id: 'https://issuer.example/e', narrative: 'Built one.', genre: 'Video' },
      ],
    });
  });

  it('and is told what is not in it; its signature is never claimed to hold', () => {
    const { document, notes } = toOpenBadges3(assertion, up);

    expect(document).not.toHaveProperty('proof');
    expect(notes.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining([
        '',
        '/image',
        '/badge/alignment',
        '/badge/extensions:ApplyLink',
        '/badge/issuer/publicKey',
      ]),
    );
    expect(notes.find(({ pointer }) => pointer === '')?.sentence).toContain('has to be signed');
  });

  it('and is left as it was', () => {
    const before = structuredClone(assertion);

    toOpenBadges3(assertion, up);

    expect(assertion).toEqual(before);
  });

  it('with the documents that it only names', () => {
    const linked = { badge: { ...badge, issuer: issuer.id }, issuer };

    const { document } = toOpenBadges3({ ...assertion, badge: badge.id }, { ...up, linked });

    expect(document).toEqual(toOpenBadges3(assertion, up).document);
  });

  it.each<[string, JsonObject, JsonObject]>([
    [
      'an address for its id',
      { type: 'url', hashed: false, identity: 'https://ana.example' },
      { id: 'https://ana.example' },
    ],
    [
      'an e-mail address in plain words',
      { type: 'email', hashed: false, identity: 'Ana@example.org' },
      { identifier: [{ hashed: false, identityHash: 'ana@example.org' }] },
    ],
    [
      'a telephone number',
      { type: 'telephone', hashed: false, identity: '+15551234567' },
      { identifier: [{ identityType: 'ext:telephone' }] },
    ],
    [
      'a kind of the prototype',
      { type: 'constructor', hashed: false, identity: 'a b' },
      { identifier: [{ identityType: 'identifier' }] },
    ],
  ])('about %s', (_, recipient, expected) => {
    const { document } = toOpenBadges3({ ...assertion, recipient }, up);

    isGood3(document);
    expect(document.credentialSubject).toMatchObject(expected);
  });

  it('about somebody who was hashed in a way of long ago only when they are named anew', () => {
    const old = { ...assertion, recipient: { type: 'email', hashed: true, identity: `sha1$${'a1'.repeat(20)}` } };

    expect(() => toOpenBadges3(old, up)).toThrow(
      expect.objectContaining({ values: expect.objectContaining({ reason: 'about-nobody' }) }),
    );
    isGood3(toOpenBadges3(old, { ...up, subject: { id: 'did:key:z6Mk' } }).document);
  });

  it.each<[string, JsonObject, string]>([
    ['is revoked', { ...assertion, revoked: true }, 'convert.revoked'],
    ['is a credential', sampleCredential(), 'convert.not-a-badge'],
    ['is a badge class', badge, 'convert.not-a-badge'],
    ['names no name', { ...assertion, badge: { ...badge, name: '' } }, 'document.invalid'],
    ['names no criteria', { ...assertion, badge: { ...badge, criteria: undefined } }, 'document.invalid'],
    ['names no date', { ...assertion, issuedOn: 'long ago' }, 'document.invalid'],
    ['names nothing but a class elsewhere', { ...assertion, badge: badge.id }, 'document.invalid'],
  ])('not when it %s', (_, document, code) => {
    expect(() => toOpenBadges3(document, up)).toThrow(expect.objectContaining({ code }));
  });
});

describe('a credential becomes an assertion of 2.0', () => {
  it('with its badge class and its issuer in it, related to what they were', () => {
    const { document } = toOpenBadges2(sampleCredential(), down);

    isGood2(document);
    expect(document).toMatchObject({
      id: down.id,
      recipient: { type: 'email', hashed: true, salt: '9f3c2b1a00ff41d2a7c45e9033aa1b2c' },
      issuedOn: '2026-01-05T10:00:00Z',
      expires: '2031-01-05T10:00:00Z',
      narrative: 'Led the endorsement group.',
      verification: { type: 'HostedBadge' },
      evidence: [{ id: 'https://hub.example/e/1', name: 'Minutes', narrative: 'Six meetings.' }],
      related: [{ id: 'https://hub.example/credentials/0b7c', version: 'Open Badges v3p0' }],
      badge: {
        id: down.badgeId,
        name: 'Facilitator',
        criteria: { narrative: 'Led at least **six** meetings.' },
        image: { id: 'https://hub.example/i/facilitator.png', caption: 'A round table' },
        tags: ['facilitation', 'governance'],
        related: [
          {
            id: 'https://hub.example/achievements/facilitator',
            type: ['https://purl.imsglobal.org/spec/vc/ob/vocab.html#Achievement'],
            version: 'Open Badges v3p0',
          },
        ],
        issuer: { id: 'https://hub.example/ob2/issuer', name: 'Badge Alliance', email: 'badges@hub.example' },
      },
    });
  });

  it('and is told what is not in it; its proof is never claimed to hold', () => {
    const signed = { ...sampleCredential(), proof: [{ type: 'DataIntegrityProof', proofValue: 'zSecret' }] };

    const { document, notes } = toOpenBadges2(signed, down);

    expect(JSON.stringify(document)).not.toMatch(/proof|zSecret|Status/);
    expect(notes.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining([
        '/proof',
        '/credentialStatus',
        '/issuer/id',
        '/credentialSubject/id',
        '/credentialSubject/identifier/1',
        '/credentialSubject/achievement/achievementType',
        '/credentialSubject/achievement/alignment/targetType',
      ]),
    );
  });

  it('for a key to sign', () => {
    const { document } = toOpenBadges2(sampleCredential(), {
      ...down,
      id: 'urn:uuid:1',
      creator: 'https://hub.example/key',
    });

    isGood2(document);
    expect(document.verification).toEqual({ type: 'SignedBadge', creator: 'https://hub.example/key' });
  });

  it('of VC 1.1 too, in the wished language', () => {
    const older = structuredClone(sampleCredential());
    const { validFrom, validUntil: _, awardedDate: __, ...rest } = older;
    const subject = rest.credentialSubject as { achievement: JsonObject };
    subject.achievement.name = { en: 'Facilitator', de: 'Moderator' };
    const document = { ...rest, '@context': ['https://www.w3.org/2018/credentials/v1'], issuanceDate: validFrom };

    expect(toOpenBadges2(document, { ...down, language: 'de' }).document).toMatchObject({
      issuedOn: '2026-01-05T10:00:00Z',
      badge: { name: 'Moderator' },
    });
  });

  it.each<[string, JsonObject, Partial<ToOpenBadges2>, string]>([
    ['is no badge', { type: 'Nothing' }, {}, 'convert.not-a-badge'],
    ['has no picture', pictureless(), {}, 'document.invalid'],
    [
      'has no issuer with an address',
      { ...sampleCredential(), issuer: { name: 'A' } },
      { issuer: {} },
      'document.invalid',
    ],
    ['is about nobody', { ...sampleCredential(), credentialSubject: { achievement: {} } }, {}, 'document.invalid'],
    ['goes to no address', sampleCredential(), { id: 'here' }, 'document.invalid'],
  ])('not when it %s', (_, document, change, code) => {
    expect(() => toOpenBadges2(document, { ...down, ...change })).toThrow(expect.objectContaining({ code }));
  });

  it('with a picture that is said, where it has none', () => {
    isGood2(toOpenBadges2(pictureless(), { ...down, image: 'https://hub.example/i.png' }).document);
  });
});

function pictureless(): JsonObject {
  const credential = structuredClone(sampleCredential());
  delete (credential.credentialSubject as { achievement: JsonObject }).achievement.image;
  return credential;
}

describe('there and back again', () => {
  it('says the same to whoever looks at it', () => {
    const shown = (document: JsonObject) => {
      const { name, description, criteria, criteriaUrl, image, tags, recipient, awardedAt, narrative } =
        badgeView(document) ?? {};
      return {
        name,
        description,
        criteria,
        criteriaUrl,
        image,
        tags,
        to: recipient?.identifiers[0]?.identity,
        awardedAt,
        narrative,
      };
    };
    const { document } = toOpenBadges2(sampleCredential(), down);

    const again = toOpenBadges3(document, up).document;

    isGood3(again);
    expect(shown(document)).toEqual(shown(sampleCredential()));
    expect(shown(again)).toEqual(shown(sampleCredential()));
  });
});

describe('badges before 2.0', () => {
  const { badge: _, ...bare } = assertion;
  const older: [version: string, document: JsonObject, linked: LinkedDocuments][] = [
    [
      '0.5',
      {
        recipient: `sha256$${'a1'.repeat(32)}`,
        salt: 'deadsea',
        issued_on: '2011-06-01',
        badge: {
          version: '0.5.0',
          name: 'Robotics',
          image: '/i.png',
          description: 'Robots.',
          criteria: '/c',
          issuer: { origin: 'http://old.example', name: 'Old', contact: 'a@old.example' },
        },
      },
      { source: 'http://old.example/1.json' },
    ],
    [
      '1.0',
      {
        uid: '1',
        recipient: assertion.recipient,
        badge: badge.id,
        verify: { type: 'hosted', url: assertion.id },
        issuedOn: 1420070400,
      },
      { badge: { ...badge, alignment: [{ name: 'Goal', url: 'https://goal.example' }], issuer: issuer.id }, issuer },
    ],
    [
      '1.1',
      { ...bare, '@context': 'https://w3id.org/openbadges/v1', badge: badge.id, issuedOn: '2015-04-30' },
      { badge: { ...badge, issuer: issuer.id }, issuer },
    ],
  ];

  it.each(older)('of version %s become 2.0 and 3.0, either way alike', (_, document, linked) => {
    const second = toOpenBadges2(document, { ...down, issuer: undefined, linked }).document;
    const third = toOpenBadges3(document, { ...up, linked }).document;

    isGood2(second);
    isGood3(third);
    isGood3(toOpenBadges3(second, up).document);
    expect(badgeView(second)?.awardedAt).toBe(badgeView(third)?.awardedAt);
    expect(badgeView(third)?.name).toBe(badgeView(document, linked)?.name);
  });
});

describe.skipIf(!conformance.present)('the published assertions', () => {
  const read = (path: string) => conformance.json(`ob2/${path}`);
  const linked = { badge: read('versions/2_0_basic_badgeclass.json'), issuer: read('versions/2_0_basic_issuer.json') };
  const paths = conformance
    .files('ob2/validator-samples')
    .filter((path) => path.endsWith('.json') && conformance.text(path).startsWith('{'));
  const assertions = paths
    .filter((path) => [conformance.json(path).type].flat().includes('Assertion'))
    .map((path) => [path]);
  const versions = ['0_5', '0_5_1', '1_0_basic', '1_1_basic', '2_0_basic'].map((name) => [
    `ob2/versions/${name}_assertion.json`,
  ]);

  it.each([...assertions, ...versions])('%s becomes a credential', (path) => {
    const document = { issued_on: '2011-06-01', ...conformance.json(path) };
    const { issued_on: _, ...rest } = document;
    const isOldest = path.includes('0_5');

    isGood3(
      toOpenBadges3(isOldest ? document : rest, {
        ...up,
        linked: isOldest ? { source: 'http://oldstyle.com/1' } : linked,
      }).document,
    );
  });
});
