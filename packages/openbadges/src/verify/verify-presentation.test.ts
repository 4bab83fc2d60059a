import { describe, expect, it } from 'vitest';
import { signVcJwt } from '../proof/sign-vc-jwt.ts';
import { badgeBy, keyIssuer, signedBy } from '../testing/issuers.ts';
import { codeOf, environment } from '../testing/verifying.ts';
import { verify } from './verify.ts';

describe('a presentation', () => {
  const presentation = (credentials: unknown[]) => ({
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiablePresentation'],
    verifiableCredential: credentials,
  });

  it('gives every credential its own report and is as good as the weakest', async () => {
    const issuer = keyIssuer();
    const good = await signedBy(issuer, badgeBy(issuer));
    const token = {
      '@context': 'https://www.w3.org/ns/credentials/v2',
      type: 'EnvelopedVerifiableCredential',
      id: `data:application/vc+jwt,${await signVcJwt(badgeBy(issuer), { key: issuer.key, kid: issuer.method })}`,
    };

    const both = await verify(presentation([good, token]), environment());
    const broken = await verify(presentation([good, { ...good, name: 'Changed' }]), environment());

    expect([both.verdict, ...both.inner.map(({ report }) => report.verdict)]).toEqual(['valid', 'valid', 'valid']);
    expect([broken.verdict, ...broken.inner.map(({ report }) => report.verdict)]).toEqual([
      'invalid',
      'valid',
      'invalid',
    ]);
  });

  it('of more credentials than are looked at is not called valid', async () => {
    const issuer = keyIssuer();
    const good = await signedBy(issuer, badgeBy(issuer));

    const report = await verify(presentation(Array(70).fill(good)), environment());

    expect([report.verdict, codeOf(report, 'shape')]).toEqual(['could-not-check', 'unknown shape.too-many-inner']);
  });

  it('without credentials is no badge', async () => {
    expect((await verify(presentation([]), environment())).verdict).toBe('could-not-check');
  });
});
