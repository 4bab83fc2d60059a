import { describe, expect, it } from 'vitest';
import { achievementDocument } from './achievement-document.ts';
import { identityHash } from './identity-hash.ts';
import { type CredentialInput, openBadgeCredential } from './open-badge-credential.ts';
import { profileDocument } from './profile-document.ts';
import { schemaProblems } from './schema/schema-problems.ts';

const achievement = {
  id: 'https://hub.example/achievements/1',
  name: 'Facilitator',
  description: 'Leads a group.',
  criteria: { narrative: 'Led six meetings.' },
};

const smallest: CredentialInput = {
  id: 'https://hub.example/credentials/1',
  issuer: { id: 'did:web:hub.example', name: 'Hub' },
  achievement,
  subject: { id: 'did:key:z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi' },
  validFrom: new Date('2026-01-05T10:00:00.900Z'),
};

describe('a credential', () => {
  it('with the least that can be said is strict Open Badges 3.0', () => {
    const document = openBadgeCredential(smallest);

    expect(document).toEqual({
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
        'https://w3id.org/security/suites/ed25519-2020/v1',
      ],
      id: 'https://hub.example/credentials/1',
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      name: 'Facilitator',
      issuer: { id: 'did:web:hub.example', type: ['Profile'], name: 'Hub' },
      validFrom: '2026-01-05T10:00:00Z',
      awardedDate: '2026-01-05T10:00:00Z',
      credentialSubject: {
        id: 'did:key:z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi',
        type: ['AchievementSubject'],
        achievement: { ...achievement, type: ['Achievement'] },
      },
    });
    expect(schemaProblems(document, 'strict')).toEqual([]);
  });

  it('publishes the hash of an address and never the address', () => {
    const salt = '9f3c2b1a00ff41d2a7c45e9033aa1b2c';
    const identifiers = [{ type: 'emailAddress' as const, value: ' Ana@Example.org', salt }];

    const document = openBadgeCredential({ ...smallest, subject: { identifiers } });

    expect(JSON.stringify(document).toLowerCase()).not.toContain('ana@example.org');
    expect(document.credentialSubject).toMatchObject({
      identifier: [
        {
          type: 'IdentityObject',
          hashed: true,
          identityHash: identityHash('ana@example.org', salt),
          identityType: 'emailAddress',
          salt,
        },
      ],
    });
  });

  it('shows a name in plain words', () => {
    const identifiers = [{ type: 'name' as const, value: 'Ana Flores' }];

    const document = openBadgeCredential({ ...smallest, subject: { identifiers } });

    expect(document.credentialSubject).toMatchObject({
      identifier: [{ type: 'IdentityObject', hashed: false, identityHash: 'Ana Flores', identityType: 'name' }],
    });
  });

  it('keeps the first award when it is issued again', () => {
    const document = openBadgeCredential({ ...smallest, awardedDate: new Date('2025-01-01T00:00:00Z') });

    expect(document).toMatchObject({ validFrom: '2026-01-05T10:00:00Z', awardedDate: '2025-01-01T00:00:00Z' });
  });

  it('with everything that can be said is still strict', () => {
    const profile = {
      id: 'https://other.example/',
      parentOrg: { id: 'https://parent.example/' },
      image: { id: 'https://other.example/i.png' },
      otherIdentifier: [{ identifier: '12345', identifierType: 'sourcedId' as const }],
    };

    const document = openBadgeCredential({
      ...smallest,
      description: 'For a year of work.',
      image: { id: 'data:image/png;base64,AAAA', caption: 'A table' },
      validUntil: new Date('2030-01-01T00:00:00Z'),
      achievement: {
        ...achievement,
        criteria: { id: 'https://hub.example/how' },
        achievementType: 'ext:Facilitation',
        tag: ['a', 'b'],
        alignment: [{ targetName: 'Moderation', targetUrl: 'https://skills.example/1', targetType: 'CFItem' }],
        image: { id: 'https://hub.example/i.png' },
        version: '2',
        inLanguage: 'pt-BR',
        creator: profile,
        related: [{ id: 'https://hub.example/achievements/0', version: '1' }],
        resultDescription: [
          {
            id: 'urn:uuid:f6ab24cd-86e8-4eaf-b8c6-ded74e8fd41c',
            name: 'Meetings',
            resultType: 'RubricCriterionLevel',
            rubricCriterionLevel: [{ id: 'urn:uuid:d05a0867-d0ad-4b03-bdb5-28fb5d2aab7a', name: 'Many', points: '4' }],
          },
        ],
      },
      subject: {
        ...smallest.subject,
        narrative: 'Patient.',
        activityStartDate: new Date('2025-01-01T00:00:00Z'),
        activityEndDate: new Date('2025-12-31T00:00:00Z'),
        creditsEarned: 2.5,
        source: profile,
        result: [
          { resultDescription: 'urn:uuid:f6ab24cd-86e8-4eaf-b8c6-ded74e8fd41c', status: 'Completed', value: '12' },
        ],
      },
      evidence: [{ id: 'https://hub.example/e/1', genre: 'Minutes' }, { narrative: 'Told by the group.' }],
      status: { list: 'https://hub.example/status/1', index: 4711, suspensionList: 'https://hub.example/status/2' },
    });

    expect(schemaProblems(document, 'strict')).toEqual([]);
    expect(document).toMatchObject({
      credentialStatus: { statusListIndex: '4711', statusReference: ['https://hub.example/status/2'] },
      credentialSubject: { achievement: { creator: { type: ['Profile'], parentOrg: { type: ['Profile'] } } } },
    });
  });

  it('leaves out what is empty', () => {
    const document = openBadgeCredential({
      ...smallest,
      evidence: [],
      achievement: { ...achievement, tag: [], alignment: [] },
    });

    expect(JSON.stringify(document)).not.toContain('[]');
    expect(document).not.toHaveProperty('evidence');
  });
});

describe('documents to publish', () => {
  const context = [
    'https://www.w3.org/ns/credentials/v2',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  ];

  it('give an achievement its context', () => {
    expect(achievementDocument(achievement)).toEqual({ '@context': context, ...achievement, type: ['Achievement'] });
  });

  it('give a profile its context, and what a controller document adds', () => {
    const document = profileDocument(
      { id: 'https://hub.example/', name: 'Hub' },
      { assertionMethod: ['https://hub.example/#k'] },
    );

    expect(document).toEqual({
      '@context': context,
      id: 'https://hub.example/',
      type: ['Profile'],
      name: 'Hub',
      assertionMethod: ['https://hub.example/#k'],
    });
  });
});
