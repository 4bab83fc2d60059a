import { describe, expect, it } from 'vitest';
import { badgeBy, keyIssuer, signedBy, webIssuer } from '../testing/issuers.ts';
import { codeOf, environment } from '../testing/verifying.ts';
import { verify } from './verify.ts';

describe('the issuer of a badge', () => {
  const trust = [{ name: 'The list', issuers: [{ id: 'did:web:issuer.example', as: 'a member', since: '2024' }] }];

  it('in a list is said to be listed, by whom, as what and since when', async () => {
    const issuer = webIssuer();

    const report = await verify(await signedBy(issuer, badgeBy(issuer)), environment(issuer.pages, { trust }));

    expect(codeOf(report, 'issuer')).toBe('passed issuer.listed-as-since');
    expect(report.checks[6]?.sentence).toBe('Listed by The list as a member since 2024.');
  });

  it('in no list is a warning with reasons, and the badge is valid', async () => {
    const [web, key] = [webIssuer('elsewhere.example'), keyIssuer()];

    const reports = await Promise.all(
      [web, key].map(async (issuer) =>
        verify(await signedBy(issuer, badgeBy(issuer)), environment(issuer.pages, { trust })),
      ),
    );

    expect(reports.map(({ verdict }) => verdict)).toEqual(['valid', 'valid']);
    expect(reports.map((report) => codeOf(report, 'issuer'))).toEqual([
      'warning issuer.domain-proven',
      'warning issuer.self-declared',
    ]);
    expect(reports[0]?.checks[6]?.sentence).toContain('elsewhere.example');
  });

  it('is not said to be listed when the key is not proven', async () => {
    const issuer = webIssuer();
    const document = await signedBy({ ...keyIssuer(), id: issuer.id }, badgeBy(issuer));

    expect(codeOf(await verify(document, environment(issuer.pages, { trust })), 'issuer')).toBe(
      'warning issuer.unproven',
    );
  });
});
