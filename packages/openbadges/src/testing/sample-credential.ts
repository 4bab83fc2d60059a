import type { JsonObject } from '../model/json.ts';
import { openBadgeCredential } from '../model/open-badge-credential.ts';

/** A credential with everything an issuer usually says, under this issuer's id. */
export function sampleCredential(issuer = 'did:web:hub.example:issuers:alliance'): JsonObject {
  return openBadgeCredential({
    id: 'https://hub.example/credentials/0b7c',
    issuer: { id: issuer, name: 'Badge Alliance', url: 'https://hub.example/', email: 'badges@hub.example' },
    achievement: {
      id: 'https://hub.example/achievements/facilitator',
      name: 'Facilitator',
      description: 'Leads a working group from charter to conclusion.',
      criteria: { narrative: 'Led at least **six** meetings.', id: 'https://hub.example/achievements/facilitator#how' },
      achievementType: 'Badge',
      tag: ['facilitation', 'governance'],
      image: { id: 'https://hub.example/i/facilitator.png', caption: 'A round table' },
      alignment: [
        { targetName: 'Moderation', targetUrl: 'https://skills.example/moderation', targetType: 'ceasn:Competency' },
        { targetName: 'Leadership', targetUrl: 'https://skills.example/leadership', targetFramework: 'Skills' },
      ],
    },
    subject: {
      id: 'did:key:z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi',
      identifiers: [
        { type: 'emailAddress', value: 'Ana@Example.org', salt: '9f3c2b1a00ff41d2a7c45e9033aa1b2c' },
        { type: 'name', value: 'Ana Flores' },
      ],
      narrative: 'Led the endorsement group.',
    },
    validFrom: new Date('2026-01-05T10:00:00Z'),
    validUntil: new Date('2031-01-05T10:00:00Z'),
    evidence: [{ id: 'https://hub.example/e/1', name: 'Minutes', narrative: 'Six meetings.' }],
    status: { list: 'https://hub.example/status/1', index: 4711, suspensionList: 'https://hub.example/status/2' },
  });
}
