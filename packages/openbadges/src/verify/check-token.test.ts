import { describe, expect, it } from 'vitest';
import { encodeBase64url } from '../keys/base64url.ts';
import type { SigningKey } from '../keys/cryptography.ts';
import { generateSigningKey } from '../node.ts';
import { signVcJwt } from '../proof/sign-vc-jwt.ts';
import { badgeBy, profileIssuer, webIssuer } from '../testing/issuers.ts';
import { codeOf, environment } from '../testing/verifying.ts';
import { verify } from './verify.ts';

const issuer = profileIssuer();
const key = generateSigningKey('RSA');
const kid = 'https://issuer.example/keys#1';
const pages = { ...issuer.pages, 'https://issuer.example/keys': { keys: [{ ...key.publicKey.jwk, kid: '1' }] } };

async function token(payload: object, header: object = { alg: 'RS256', typ: 'JWT', kid }, by: SigningKey = key) {
  const encode = (part: object) => encodeBase64url(new TextEncoder().encode(JSON.stringify(part)));
  const input = `${encode(header)}.${encode(payload)}`;
  return `${input}.${encodeBase64url(await by.sign(new TextEncoder().encode(input)))}`;
}

const claims = {
  iss: issuer.id,
  jti: 'https://issuer.example/credentials/1',
  sub: 'did:example:learner',
  nbf: 1_767_607_200,
};

describe('a badge as a token', () => {
  it('with all claims is valid', async () => {
    const report = await verify(await token({ ...badgeBy(issuer), ...claims }), environment(pages));

    expect([report.verdict, codeOf(report, 'proof')]).toEqual(['valid', 'passed proof.passed']);
    expect(report).toMatchObject({
      format: { security: 'vc-jwt', envelope: 'vc-2.0' },
      badge: { name: 'Facilitator' },
    });
  });

  it('without a subject claim is valid, as the official samples are', async () => {
    const { sub: _, ...others } = claims;

    expect((await verify(await token({ ...badgeBy(issuer), ...others }), environment(pages))).verdict).toBe('valid');
  });

  it.each([
    ['iss', { iss: 'https://famous.edu' }],
    ['jti', { jti: 'urn:uuid:other' }],
    ['sub', { sub: 'did:example:thief' }],
    ['nbf', { nbf: 1 }],
  ])('whose claim %s says something else is invalid', async (claim, change) => {
    const report = await verify(await token({ ...badgeBy(issuer), ...claims, ...change }), environment(pages));

    expect(report.verdict).toBe('invalid');
    expect(report.checks[1]).toMatchObject({ code: 'proof.claim-differs', values: { claim } });
    expect(report.badge).toBeUndefined();
  });

  it('ends when the token says so, also where the credential does not', async () => {
    const payload = { ...badgeBy(issuer), ...claims, exp: 1_775_000_000 };

    const report = await verify(await token(payload), environment(pages));

    expect([report.verdict, report.badge?.validUntil]).toEqual(['expired', '2026-03-31T23:33:20.000Z']);
  });

  it('of the older form keeps its credential under vc and may leave the rest to the claims', async () => {
    const { id: _i, validFrom: _v, awardedDate: _a, ...credential } = badgeBy(issuer);
    const vc = {
      ...credential,
      '@context': [
        'https://www.w3.org/2018/credentials/v1',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      ],
    };

    const report = await verify(await token({ ...claims, vc }), environment(pages));

    expect(report).toMatchObject({
      verdict: 'valid',
      format: { envelope: 'vc-1.1' },
      badge: { id: 'https://issuer.example/credentials/1', validFrom: '2026-01-05T10:00:00.000Z' },
    });
  });

  it('may name its key by a DID', async () => {
    const web = webIssuer();
    const jwt = await signVcJwt(badgeBy(web), { key: web.key, kid: web.method });

    expect((await verify(jwt, environment(web.pages))).verdict).toBe('valid');
  });

  it('changed after signing is invalid and shows nothing', async () => {
    const [head, , tail] = (await token({ ...badgeBy(issuer), ...claims })).split('.');
    const [, other] = (await token({ ...badgeBy(issuer), ...claims, name: 'Director' })).split('.');

    const report = await verify(`${head}.${other}.${tail}`, environment(pages));

    expect([report.verdict, codeOf(report, 'proof')]).toEqual(['invalid', 'failed proof.tampered']);
    expect(report.badge).toBeUndefined();
  });

  it('that shows its private key is invalid', async () => {
    const header = { alg: 'RS256', jwk: { ...key.publicKey.jwk, d: 'AQAB' } };

    const report = await verify(await token({ ...badgeBy(issuer), ...claims }, header), environment(pages));

    expect([report.verdict, codeOf(report, 'proof')]).toEqual(['invalid', 'failed proof.private-key-exposed']);
  });

  it('whose key does not answer could not be checked', async () => {
    const report = await verify(await token({ ...badgeBy(issuer), ...claims }), environment(issuer.pages));

    expect([report.verdict, codeOf(report, 'proof')]).toEqual(['could-not-check', 'unknown proof.key-unavailable']);
  });

  it('with an algorithm that is not ours could not be checked, and the algorithm is named', async () => {
    const report = await verify(
      await token({ ...badgeBy(issuer), ...claims }, { alg: 'RS512', kid }),
      environment(pages),
    );

    expect(report.verdict).toBe('could-not-check');
    expect(report.checks[1]).toMatchObject({ code: 'proof.algorithm-unsupported', values: { algorithm: 'RS512' } });
  });
});
