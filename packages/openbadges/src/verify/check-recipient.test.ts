import { describe, expect, it } from 'vitest';
import { badgeBy, keyIssuer, signedBy } from '../testing/issuers.ts';
import { stubFetch } from '../testing/stub-fetch.ts';
import { codeOf, environment } from '../testing/verifying.ts';
import { verify } from './verify.ts';

describe('the recipient of a badge', () => {
  it.each([
    ['learner@example.org', 'valid', 'passed recipient.match'],
    [' Learner@Example.ORG ', 'valid', 'passed recipient.match'],
    ['did:example:learner', 'valid', 'passed recipient.match'],
    ['thief@example.org', 'invalid', 'failed recipient.no-match'],
  ])('typed as %s', async (typed, verdict, code) => {
    const issuer = keyIssuer();
    const fetch = stubFetch({});

    const report = await verify(
      await signedBy(issuer, badgeBy(issuer)),
      environment({}, { recipient: [typed], fetch }),
    );

    expect([report.verdict, codeOf(report, 'recipient')]).toEqual([verdict, code]);
    expect(JSON.stringify(report)).not.toContain(typed === 'did:example:learner' ? 'thief' : typed.trim());
    expect(fetch.asked).toEqual([]);
  });

  it('cannot be compared when the badge names only an id and an address was typed', async () => {
    const issuer = keyIssuer();
    const document = await signedBy(issuer, badgeBy(issuer, { subject: { id: 'did:example:learner' } }));

    const report = await verify(document, environment({}, { recipient: ['learner@example.org'] }));

    expect([report.verdict, codeOf(report, 'recipient')]).toEqual([
      'could-not-check',
      'unknown recipient.nothing-to-compare',
    ]);
  });
});
