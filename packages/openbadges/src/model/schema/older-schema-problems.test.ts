import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { conformance } from '../../testing/conformance.ts';
import type { JsonObject } from '../json.ts';
import { type OlderKind, type OlderVersion, olderSchemaProblems } from './older-schema-problems.ts';

const at = (document: unknown, version: OlderVersion, kind?: OlderKind) =>
  olderSchemaProblems(document, version, kind).map(({ code, pointer }) => `${code} ${pointer}`);

const assertion = {
  '@context': 'https://w3id.org/openbadges/v2',
  id: 'https://issuer.example/a/1',
  type: 'Assertion',
  recipient: { type: 'email', hashed: false, identity: 'ana@example.org' },
  badge: 'https://issuer.example/b/1',
  verification: { type: 'hosted' },
  issuedOn: '2020-01-01T00:00:00Z',
};
const badgeClass = {
  id: 'https://issuer.example/b/1',
  type: 'BadgeClass',
  name: 'Robotics',
  description: 'Robots.',
  image: 'https://issuer.example/i.png',
  criteria: 'https://issuer.example/c',
  issuer: 'https://issuer.example/',
};
const issuer = {
  id: 'https://issuer.example/',
  type: 'Issuer',
  name: 'A',
  url: 'https://issuer.example',
  email: 'a@b.example',
};
const { type: _, id: __, ...unnamed } = assertion;
const v10 = {
  ...unnamed,
  uid: '1',
  issuedOn: 1420070400,
  verify: { type: 'hosted', url: 'https://issuer.example/a/1' },
};
const v05 = {
  recipient: 'ana@example.org',
  badge: {
    name: 'A',
    image: '/i.png',
    description: 'A',
    criteria: '/c',
    issuer: { origin: 'http://old.example', name: 'Old' },
  },
};
const endorsement = {
  id: 'https://issuer.example/e/1',
  type: 'Endorsement',
  claim: { id: 'https://issuer.example/b/1' },
  issuer: 'https://issuer.example/',
  issuedOn: '2020-01-01T00:00Z',
  verification: { type: 'hosted' },
};
const revocations = { type: 'RevocationList', revokedAssertions: ['urn:uuid:1', { id: 'urn:uuid:2' }, { uid: '3' }] };

type Case = [version: OlderVersion, kind: OlderKind, smallest: JsonObject, needed: string[]];
const cases: Case[] = [
  ['2.0', 'assertion', assertion, ['id', 'type', 'recipient', 'badge', 'verification', 'issuedOn']],
  ['2.0', 'badge-class', badgeClass, ['id', 'type', 'name', 'description', 'image', 'criteria', 'issuer']],
  ['2.0', 'issuer', issuer, ['id', 'type', 'name', 'url', 'email']],
  ['2.0', 'profile', issuer, ['id', 'type']],
  ['2.0', 'endorsement', endorsement, ['id', 'type', 'claim', 'issuer', 'issuedOn', 'verification']],
  ['2.0', 'revocation-list', revocations, ['type', 'revokedAssertions']],
  ['1.1', 'assertion', assertion, ['id', 'type', 'recipient', 'badge', 'verification', 'issuedOn']],
  ['1.1', 'badge-class', badgeClass, ['id', 'type', 'name', 'description', 'image', 'criteria', 'issuer']],
  ['1.0', 'assertion', v10, ['uid', 'recipient', 'badge', 'issuedOn']],
  ['1.0', 'issuer', { name: 'A', url: 'https://issuer.example' }, ['name', 'url']],
  ['0.5', 'assertion', v05, ['recipient', 'badge']],
];

describe('the smallest document of an older version', () => {
  it.each(cases)('%s %s conforms, and without each needed member does not', (version, kind, smallest, needed) => {
    expect(at(smallest, version, kind)).toEqual([]);

    for (const member of needed) {
      const { [member]: _, ...rest } = smallest;
      expect(at(rest, version, kind)).toContain(`schema.missing /${member}`);
      expect(at({ ...smallest, [member]: 4.5 }, version, kind).join()).toContain(
        member === 'issuedOn' && version < '2' ? '' : `/${member}`,
      );
    }
  });
});

describe('an assertion of 2.0', () => {
  it.each<[string, JsonObject, string]>([
    [
      'a hash that is none',
      { recipient: { type: 'email', hashed: true, identity: 'ana@example.org' } },
      'schema.malformed /recipient/identity',
    ],
    [
      'an address that is none',
      { recipient: { type: 'email', hashed: false, identity: 'Ana' } },
      'schema.malformed /recipient/identity',
    ],
    ['a date without a zone', { issuedOn: '2020-01-01T00:00:00' }, 'schema.malformed /issuedOn'],
    ['Unix seconds', { issuedOn: 1420070400 }, 'schema.wrong-type /issuedOn'],
    ['its picture in it', { image: 'data:image/png;base64,AAAA' }, 'schema.malformed /image'],
    ['another type', { type: 'BadgeClass' }, 'schema.not-in-vocabulary /type'],
    ['other types', { type: ['BadgeClass'] }, 'schema.type-wrong /type'],
    ['a broken class inside', { badge: { ...badgeClass, name: undefined } }, 'schema.missing /badge/name'],
  ])('does not conform with %s', (_, change, expected) => {
    expect(at({ ...assertion, ...change }, '2.0')).toContain(expected);
  });

  it('may be no more than revoked', () => {
    expect(at({ id: 'https://issuer.example/a/1', revoked: true, revocationReason: 'Error' }, '2.0')).toEqual([]);
    expect(at({ revoked: true }, '2.0')).toEqual(['schema.missing /id']);
  });

  it('says what is required only where the criteria do', () => {
    expect(at({ ...badgeClass, criteria: {} }, '2.0', 'badge-class')).toEqual(['schema.missing /criteria/narrative']);
    expect(at({ ...badgeClass, criteria: { narrative: 'Six.' } }, '2.0', 'badge-class')).toEqual([]);
  });

  it.each([null, undefined, 7, 'text', []])('is not %j', (document) => {
    expect(at(document, '2.0')).toHaveLength(1);
  });
});

describe.skipIf(!conformance.present)('the published samples', () => {
  const samples: [string, OlderVersion, OlderKind, number][] = [
    ['versions/0_5_1_assertion.json', '0.5', 'assertion', 0],
    ['versions/0_5_assertion.json', '0.5', 'assertion', 0],
    ['versions/1_0_basic_assertion.json', '1.0', 'assertion', 0],
    ['versions/1_0_basic_assertion_with_extra_properties.json', '1.0', 'assertion', 0],
    ['versions/1_0_assertion_with_errors.json', '1.0', 'assertion', 1],
    ['versions/1_0_basic_badgeclass.json', '1.0', 'badge-class', 0],
    ['versions/1_0_basic_issuer.json', '1.0', 'issuer', 0],
    ['versions/1_1_basic_assertion.json', '1.1', 'assertion', 0],
    ['versions/1_1_basic_badgeclass.json', '1.1', 'badge-class', 0],
    ['versions/1_1_basic_issuer.json', '1.1', 'issuer', 0],
    ['versions/2_0_basic_assertion.json', '2.0', 'assertion', 0],
    ['versions/2_0_basic_badgeclass.json', '2.0', 'badge-class', 0],
    ['versions/2_0_basic_issuer.json', '2.0', 'issuer', 0],
    ['validator-samples/assertion-with-data-image.json', '2.0', 'assertion', 1],
    ['validator-samples/assets/endorsement-1.json', '2.0', 'endorsement', 0],
    ['validator-samples/assets/revocation-list.json', '2.0', 'revocation-list', 0],
    ['validator-samples/assets/issuer-invalid-type.json', '2.0', 'issuer', 4],
  ];

  it.each(samples)('%s as %s %s has %d problems', (path, version, kind, count) => {
    expect(olderSchemaProblems(conformance.json(`ob2/${path}`), version, kind)).toHaveLength(count);
  });

  it('of badge classes conform', () => {
    const paths = conformance.files('ob2/validator-samples/assets').filter((path) => /badge/.test(basename(path)));
    const texts = paths.filter((path) => path.endsWith('.json')).map((path) => conformance.text(path));
    const documents = texts.filter((text) => text.startsWith('{')).map((text): JsonObject => JSON.parse(text));
    const badges = documents.filter(({ type }) => type === 'BadgeClass');

    expect(badges.length).toBeGreaterThan(8);
    expect(badges.map((document) => at(document, '2.0', 'badge-class'))).toEqual(badges.map(() => []));
  });
});
