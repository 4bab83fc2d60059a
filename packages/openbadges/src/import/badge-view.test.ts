import { describe, expect, it } from 'vitest';
import { badgeView } from './badge-view.ts';
import { detectDocument } from './detect-document.ts';

const v3 = {
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  id: 'urn:uuid:1',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: {
    id: 'did:web:issuer.example',
    type: ['Profile'],
    name: 'A school',
    image: 'https://issuer.example/logo.png',
  },
  validFrom: '2026-01-05T10:00:00Z',
  credentialSubject: {
    type: ['AchievementSubject'],
    identifier: [
      { type: 'IdentityObject', identityType: 'name', hashed: false, identityHash: 'Ada Example' },
      { type: 'IdentityObject', identityType: 'emailAddress', hashed: true, identityHash: 'sha256$00', salt: 's' },
    ],
    result: [{ type: ['Result'], resultDescription: 'urn:r', achievedLevel: 'urn:l2' }],
    achievement: {
      id: 'https://issuer.example/a/1',
      type: ['Achievement'],
      name: 'Facilitator',
      description: 'Led a group.',
      criteria: { id: 'https://issuer.example/criteria', narrative: '**Lead**' },
      image: { id: 'https://issuer.example/a.png', type: 'Image' },
      tag: ['group', 'work'],
      alignment: [
        { type: ['Alignment'], targetName: 'Leading', targetUrl: 'https://esco.example/1', targetFramework: 'ESCO' },
      ],
      creator: { id: 'https://creator.example', name: 'A ministry' },
      resultDescription: [
        {
          id: 'urn:r',
          name: 'Level',
          rubricCriterionLevel: [
            { id: 'urn:l1', name: 'One' },
            { id: 'urn:l2', name: 'Two' },
          ],
        },
      ],
    },
  },
  evidence: [{ type: ['Evidence'], id: 'https://issuer.example/e', narrative: 'Photos' }],
};

describe('the view of a badge', () => {
  it('finds the level of each of a hundred thousand results', () => {
    const numbers = Array.from({ length: 100_000 }, (_, at) => at);
    const result = numbers.map((at) => ({ resultDescription: 'urn:r', achievedLevel: `urn:l${at}` }));
    const rubricCriterionLevel = numbers.map((at) => ({ id: `urn:l${at}`, name: `Level ${at}` }));
    const achievement = { resultDescription: [{ id: 'urn:r', name: 'Level', rubricCriterionLevel }] };

    const view = badgeView({ ...v3, credentialSubject: { ...v3.credentialSubject, result, achievement } });

    expect(view?.results.at(-1)).toMatchObject({ name: 'Level', value: 'Level 99999' });
  });

  it('shows what an Open Badges 3.0 credential says', () => {
    expect(badgeView(v3)).toMatchObject({
      id: 'urn:uuid:1',
      name: 'Facilitator',
      criteria: '**Lead**',
      criteriaUrl: 'https://issuer.example/criteria',
      image: 'https://issuer.example/a.png',
      tags: ['group', 'work'],
      alignments: [{ name: 'Leading', url: 'https://esco.example/1', framework: 'ESCO' }],
      evidence: [{ url: 'https://issuer.example/e', narrative: 'Photos' }],
      results: [{ name: 'Level', value: 'Two' }],
      issuer: { id: 'did:web:issuer.example', name: 'A school', image: 'https://issuer.example/logo.png' },
      creator: { id: 'https://creator.example', name: 'A ministry' },
      recipient: {
        name: 'Ada Example',
        identifiers: [{ type: 'name' }, { type: 'emailAddress', hashed: true, salt: 's' }],
      },
      awardedAt: '2026-01-05T10:00:00Z',
    });
  });

  it('shows whatever else is said of the award', () => {
    const facts = {
      activityStartDate: '2025-01-01T00:00:00Z',
      activityEndDate: '2025-12-31T00:00:00Z',
      creditsEarned: 2.5,
      licenseNumber: '7',
      role: 'Facilitator',
      term: 'Autumn',
    };
    const offered = { creditsAvailable: 3, fieldOfStudy: 'Groups', specialization: 'Small', humanCode: 'G1' };
    const { achievement } = v3.credentialSubject;
    const badge = { ...achievement, ...offered, inLanguage: 'de', version: '2' };
    const source = { id: 'https://assessor.example', type: ['Profile'], name: 'Assessor' };

    expect(
      badgeView({ ...v3, credentialSubject: { ...v3.credentialSubject, ...facts, source, achievement: badge } }),
    ).toMatchObject({
      ...facts,
      ...offered,
      inLanguage: 'de',
      version: '2',
      source: { id: 'https://assessor.example', name: 'Assessor' },
    });
  });

  it('takes single values for arrays, texts for images and maps of languages', () => {
    const { achievement } = v3.credentialSubject;
    const loose = {
      ...v3,
      type: 'OpenBadgeCredential',
      issuer: 'did:web:issuer.example',
      credentialSubject: {
        id: 'did:key:z1',
        achievement: {
          ...achievement,
          name: { de: 'Moderation', en: 'Facilitation' },
          description: [
            { '@value': 'Leiten', '@language': 'de' },
            { '@value': 'Leading', '@language': 'en' },
          ],
          image: 'https://issuer.example/b.png',
          tag: 'group',
          alignment: achievement.alignment[0],
        },
      },
      evidence: v3.evidence[0],
    };

    expect(badgeView(loose)).toMatchObject({
      name: 'Facilitation',
      description: 'Leading',
      image: 'https://issuer.example/b.png',
      tags: ['group'],
      alignments: [{ name: 'Leading' }],
      evidence: [{ narrative: 'Photos' }],
      issuer: { id: 'did:web:issuer.example' },
      recipient: { id: 'did:key:z1', identifiers: [] },
    });
    expect(badgeView(loose, undefined, 'de')).toMatchObject({ name: 'Moderation', description: 'Leiten' });
  });

  it('of a VC 1.1 credential reads its own names for the dates', () => {
    const { validFrom: _, ...rest } = v3;
    const older = {
      ...rest,
      '@context': ['https://www.w3.org/2018/credentials/v1'],
      issuanceDate: '2020-01-01T00:00:00Z',
      expirationDate: '2030-01-01T00:00:00Z',
    };

    expect(badgeView(older)).toMatchObject({ awardedAt: '2020-01-01T00:00:00Z', validUntil: '2030-01-01T00:00:00Z' });
  });

  it('of a 1.1 badge takes the two documents it points to, and renames what has another name', () => {
    const assertion = {
      '@context': 'https://w3id.org/openbadges/v1',
      type: 'Assertion',
      id: 'https://a.example/1',
      recipient: { type: 'email', hashed: true, identity: 'sha256$00', salt: 's' },
      badge: 'https://a.example/class',
      verify: { type: 'hosted', url: 'https://a.example/1' },
      issuedOn: 1420070400,
      expires: '2030-01-01',
    };
    const badge = {
      name: 'Robotics',
      criteria: 'https://a.example/c',
      alignment: [{ name: 'Goal', url: 'https://g.example' }],
      issuer: 'https://a.example/issuer',
    };

    expect(badgeView(assertion, { badge, issuer: { name: 'A school' } })).toMatchObject({
      name: 'Robotics',
      criteriaUrl: 'https://a.example/c',
      alignments: [{ name: 'Goal', url: 'https://g.example' }],
      issuer: { id: 'https://a.example/issuer', name: 'A school' },
      awardedAt: '2015-01-01T00:00:00.000Z',
      validUntil: '2030-01-01T00:00:00Z',
      recipient: { identifiers: [{ type: 'email', hashed: true, identity: 'sha256$00', salt: 's' }] },
    });
  });

  it('of a 0.5 badge shows what is embedded in it, with whole addresses', () => {
    const oldest = {
      recipient: 'sha256$00',
      salt: 's',
      issued_on: '2011-06-01',
      badge: {
        version: '0.5.0',
        name: 'Basic',
        image: '/1.png',
        criteria: '/c',
        issuer: { origin: 'http://old.example', name: 'Old', org: 'Org', contact: 'a@old.example' },
      },
    };

    expect(badgeView(oldest, { source: 'http://old.example/1.json' })).toMatchObject({
      id: 'http://old.example/1.json',
      name: 'Basic',
      image: 'http://old.example/1.png',
      criteriaUrl: 'http://old.example/c',
      issuer: { id: 'http://old.example', name: 'Old: Org', email: 'a@old.example' },
      recipient: { identifiers: [{ type: 'email', hashed: true, salt: 's' }] },
      awardedAt: '2011-06-01T00:00:00Z',
    });
  });

  it.each([[undefined], [4], ['text'], [[]], [{}], [{ type: 'BadgeClass' }]])('of %j is none', (document) => {
    expect(badgeView(document)).toBeUndefined();
  });
});

describe('the version of a document', () => {
  it.each([
    [{ '@context': 'https://w3id.org/openbadges/v2', type: 'Assertion', badge: 'x' }, 'assertion', '2.0'],
    [{ '@context': ['http://w3id.org/openbadges/v2'], type: 'Assertion', badge: 'x' }, 'assertion', '2.0'],
    [{ '@context': 'https://w3id.org/openbadges/v1', type: 'Assertion', badge: 'x' }, 'assertion', '1.1'],
    [{ uid: '1', recipient: { identity: 'a' }, badge: 'x' }, 'assertion', '1.0'],
    [{ recipient: 'a@example.org', badge: {} }, 'assertion', '0.5'],
    [v3, 'credential', '3.0'],
    [
      { '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiablePresentation'] },
      'presentation',
      undefined,
    ],
    [
      { '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiableCredential', 'ClrCredential'] },
      'clr',
      undefined,
    ],
    [{ hello: 'world' }, 'not-a-badge', undefined],
  ])('%j', (document, kind, version) => {
    const detected = detectDocument(document);

    expect([detected.kind, detected.version]).toEqual([kind, version]);
  });
});
