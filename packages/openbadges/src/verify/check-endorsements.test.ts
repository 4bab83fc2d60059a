import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../model/json.ts';
import { badgeBy, keyIssuer, signedBy, type TestIssuer } from '../testing/issuers.ts';
import { codeOf, environment } from '../testing/verifying.ts';
import { verify } from './verify.ts';

describe('an endorsement inside a badge', () => {
  const endorsement = (by: TestIssuer, about: string) =>
    signedBy(by, {
      '@context': badgeBy(by)['@context'],
      id: 'https://endorser.example/endorsements/1',
      type: ['VerifiableCredential', 'EndorsementCredential'],
      name: 'Endorsement',
      issuer: { id: by.id, type: ['Profile'], name: 'A trade body' },
      validFrom: '2026-01-01T00:00:00Z',
      credentialSubject: { id: about, type: ['EndorsementSubject'], endorsementComment: 'We accept this.' },
    });

  async function endorsed(change: (document: JsonObject) => void, about = 'https://issuer.example/achievements/1') {
    const [issuer, endorser] = [keyIssuer(), keyIssuer()];
    const document: JsonObject = badgeBy(issuer);
    const inner = await endorsement(endorser, about);
    change(inner);
    Object.assign((document.credentialSubject as { achievement: JsonObject }).achievement, { endorsement: [inner] });
    return verify(await signedBy(issuer, document), environment());
  }

  it('has a report of its own', async () => {
    const report = await endorsed(() => undefined);

    expect([report.verdict, codeOf(report, 'endorsements')]).toEqual(['valid', 'passed endorsements.confirmed']);
    expect(report.inner).toMatchObject([
      { role: 'endorsement', report: { verdict: 'valid', badge: { issuer: { name: 'A trade body' } } } },
    ]);
  });

  it('that was changed is a warning and leaves the badge valid', async () => {
    const report = await endorsed((inner) => Object.assign(inner, { name: 'A better endorsement' }));

    expect([report.verdict, codeOf(report, 'endorsements')]).toEqual([
      'valid',
      'warning endorsements.some-unconfirmed',
    ]);
    expect(report.inner[0]?.report.verdict).toBe('invalid');
  });

  it('of something else does not count', async () => {
    const report = await endorsed(() => undefined, 'https://issuer.example/achievements/2');

    expect(codeOf(report, 'endorsements')).toBe('warning endorsements.some-unconfirmed');
  });
});
