import { openBadgeCredential } from 'openbadges';

export const issuerDid = 'did:web:hub.example:issuers:alliance';
export const verificationDate = new Date('2026-02-01T00:00:00Z');

/** A realistic credential: about 3 kB signed. */
export function benchmarkCredential(issuer = issuerDid) {
  return openBadgeCredential({
    id: 'https://hub.example/credentials/crd_01940c2f-6c4a-7b5e-9d2a-0b7c1e5f8a31',
    issuer: {
      id: issuer,
      name: 'Badge Alliance',
      url: 'https://hub.example/',
      email: 'badges@hub.example',
      description: 'Organizations that recognise what people can do.',
      image: { id: 'https://hub.example/i/alliance.png' },
    },
    achievement: {
      id: 'https://hub.example/achievements/ach_01940c2f-6c4a-7b5e-9d2a-4e1f0a9b7c22',
      name: 'Facilitator of a working group',
      description: 'Leads a working group from its charter to its conclusion and leaves written results.',
      criteria: {
        narrative: 'The facilitator **led at least six meetings**, kept minutes, and brought one decision to consent.',
        id: 'https://hub.example/achievements/facilitator#criteria',
      },
      achievementType: 'Badge',
      tag: ['facilitation', 'governance', 'working groups'],
      image: { id: 'https://hub.example/i/facilitator.png', caption: 'Chairs around a table' },
      alignment: [
        {
          targetName: 'Moderate a discussion',
          targetUrl: 'http://data.europa.eu/esco/skill/0b4d8a0c-0a3c-4a51-9d4c-5ad1e7c3d9ad',
          targetFramework: 'ESCO',
          targetType: 'ceasn:Competency',
        },
        {
          targetName: 'Lead a team',
          targetUrl: 'http://data.europa.eu/esco/skill/3d4e8b1a-7f7c-4a0d-8f6e-7d3d3e7a9d10',
          targetFramework: 'ESCO',
          targetType: 'ceasn:Competency',
        },
      ],
    },
    subject: {
      id: 'did:key:z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi',
      identifiers: [{ type: 'emailAddress', value: 'ana@example.org', salt: '9f3c2b1a00ff41d2a7c45e9033aa1b2c' }],
      narrative: 'Led the endorsement working group in its first year.',
    },
    validFrom: new Date('2026-01-05T10:00:00Z'),
    evidence: [
      {
        id: 'https://hub.example/evidence/minutes-2025',
        name: 'Minutes of six meetings',
        narrative: 'Agendas, minutes and the decision of the group.',
        genre: 'Minutes',
      },
    ],
    status: { list: 'https://hub.example/status/1', index: 4711 },
  });
}
