import { describe, expect, it } from 'vitest';
import { badgeBy, keyIssuer, signedBy, statusListBy, webIssuer } from '../testing/issuers.ts';
import { codeOf, environment } from '../testing/verifying.ts';
import { verify } from './verify.ts';

const list = 'https://issuer.example/status/1';
const withStatus = { status: { list, index: 4711 } };

describe('a badge that somebody signed anew', () => {
  it('after changing it is invalid, although the new signature is right', async () => {
    const [issuer, thief] = [webIssuer(), keyIssuer()];
    const original = await signedBy(issuer, badgeBy(issuer));
    const changed = await signedBy(thief, { ...original, name: 'Director' });

    const report = await verify(changed, environment(issuer.pages));

    expect([report.verdict, codeOf(report, 'proof')]).toEqual(['invalid', 'failed proof.tampered']);
    expect(report.badge).toBeUndefined();
  });

  it('without changing it is still the issuer’s', async () => {
    const [issuer, other] = [webIssuer(), keyIssuer()];
    const both = await signedBy(other, await signedBy(issuer, badgeBy(issuer)));

    expect((await verify(both, environment(issuer.pages))).verdict).toBe('valid');
  });

  it('cannot bring a status list of the other signer', async () => {
    const [issuer, thief] = [webIssuer(), keyIssuer()];
    const both = await signedBy(thief, await signedBy(issuer, badgeBy(issuer, withStatus)));
    const forged = await statusListBy({ ...thief, id: issuer.id });

    const report = await verify(both, environment({ ...issuer.pages, [list]: forged }));

    expect([report.verdict, codeOf(report, 'status')]).toEqual(['could-not-check', 'unknown status.list-unproven']);
  });
});
