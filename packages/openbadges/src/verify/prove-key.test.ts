import { describe, expect, it } from 'vitest';
import { encodeMultikey } from '../keys/multikey.ts';
import { generateSigningKey } from '../node.ts';
import { signVcJwt } from '../proof/sign-vc-jwt.ts';
import { badgeBy, keyIssuer, profileIssuer, signedBy, webIssuer } from '../testing/issuers.ts';
import { gone, movedTo, notFound, type StubPage, timeout } from '../testing/stub-fetch.ts';
import { codeOf, environment } from '../testing/verifying.ts';
import { verify } from './verify.ts';

describe('the key of a badge', () => {
  it('that is only the fragment of a famous address proves nothing', async () => {
    const famous = profileIssuer('https://famous.edu');
    const own = generateSigningKey('Ed25519');
    const impostor = { ...famous, key: own, method: `https://famous.edu#${encodeMultikey(own.publicKey)}` };
    const document = await signedBy(impostor, badgeBy(famous));

    const report = await verify(document, environment(famous.pages));

    expect(report.verdict).toBe('could-not-check');
    expect(codeOf(report, 'proof')).toBe('passed proof.passed');
    expect(codeOf(report, 'key')).toBe('warning key.not-listed');
    expect(codeOf(report, 'issuer')).toBe('warning issuer.unproven');
  });

  it('that came inside the token proves nothing, unless the issuer publishes it', async () => {
    const issuer = profileIssuer('https://famous.edu/issuer');
    const key = generateSigningKey('P-256');
    const token = await signVcJwt(badgeBy(issuer), { key });
    const jwks = { keys: [{ ...key.publicKey.jwk, kid: '1' }] };

    const impostor = await verify(token, environment(issuer.pages));
    const proven = await verify(
      token,
      environment({ ...issuer.pages, 'https://famous.edu/.well-known/jwks.json': jwks }),
    );

    expect([impostor.verdict, codeOf(impostor, 'key')]).toEqual(['could-not-check', 'warning key.not-listed']);
    expect([proven.verdict, codeOf(proven, 'key')]).toEqual(['valid', 'passed key.listed']);
  });

  it('that another issuer on the same host publishes proves nothing', async () => {
    const issuer = profileIssuer('https://host.example/a');
    const key = generateSigningKey('P-256');
    const token = await signVcJwt(badgeBy(issuer), { key, kid: 'https://host.example/b/keys#1' });
    const jwks = { keys: [{ ...key.publicKey.jwk, kid: '1', iss: 'https://host.example/b' }] };

    const report = await verify(token, environment({ ...issuer.pages, 'https://host.example/b/keys': jwks }));

    expect([report.verdict, codeOf(report, 'key')]).toEqual(['could-not-check', 'warning key.not-listed']);
  });

  it('at the issuer’s host is found by the address in the token', async () => {
    const issuer = profileIssuer();
    const key = generateSigningKey('RSA');
    const token = await signVcJwt(badgeBy(issuer), { key, kid: 'https://issuer.example/keys#1' });
    const pages = { ...issuer.pages, 'https://issuer.example/keys': { keys: [{ ...key.publicKey.jwk, kid: '1' }] } };

    expect(await verify(token, environment(pages))).toMatchObject({
      verdict: 'valid',
      format: { security: 'vc-jwt', carrier: 'jwt' },
    });
  });

  it('of a somebody else’s did:key is not the issuer’s', async () => {
    const signer = keyIssuer();
    const document = await signedBy(signer, badgeBy(keyIssuer()));

    expect(codeOf(await verify(document, environment()), 'key')).toBe('warning key.not-listed');
  });

  it('that the issuer names as its own may be a did:key', async () => {
    const signer = keyIssuer();
    const id = 'https://issuer.example/profile';
    const document = await signedBy(signer, badgeBy({ id }));
    const pages = { [id]: { id, type: 'Profile', assertionMethod: [signer.method] } };

    expect((await verify(document, environment(pages))).verdict).toBe('valid');
  });

  it('in a document that belongs to somebody else proves nothing', async () => {
    const other = profileIssuer('https://issuer.example/other');
    const id = 'https://issuer.example/profile';
    const document = await signedBy(other, badgeBy({ id }));

    const report = await verify(document, environment({ [id]: other.pages[other.id] as object }));

    expect([report.verdict, codeOf(report, 'key')]).toEqual(['could-not-check', 'warning key.wrong-document']);
  });

  it.each([
    ['not found', notFound, 'key.unreachable-not-found'],
    ['gone', gone, 'key.unreachable-gone'],
    ['late', timeout, 'key.unreachable-timeout'],
  ])('whose issuer’s document is %s is not proven', async (_, failure, code) => {
    const issuer = webIssuer();
    const document = await signedBy(issuer, badgeBy(issuer));

    const report = await verify(document, environment({ 'https://issuer.example/.well-known/did.json': failure }));

    expect([report.verdict, codeOf(report, 'key')]).toEqual(['could-not-check', `unknown ${code}`]);
    expect(report.badge?.name).toBe('Facilitator');
  });

  it.each([
    ['revoked', '2026-05-01T00:00:00Z', 'could-not-check', 'warning key.retired'],
    ['expires', '2026-05-01T00:00:00Z', 'could-not-check', 'warning key.retired'],
    ['expires', '2027-05-01T00:00:00Z', 'valid', 'passed key.listed'],
  ])('that is listed and %s at %s', async (member, date, verdict, code) => {
    const issuer = webIssuer();
    const [address, did] = Object.entries(issuer.pages)[0] as [string, { verificationMethod: object[] }];
    const verificationMethod = did.verificationMethod.map((method) => ({ ...method, [member]: date }));
    const document = await signedBy(issuer, badgeBy(issuer));

    const report = await verify(document, environment({ [address]: { ...did, verificationMethod } }));

    expect([report.verdict, codeOf(report, 'key')]).toEqual([verdict, code]);
  });

  it('that the issuer has revoked is not proven by its name as a did:key', async () => {
    const signer = keyIssuer();
    const id = 'https://issuer.example/profile';
    const publicKeyMultibase = encodeMultikey(signer.key.publicKey);
    const revoked = '2026-05-01T00:00:00Z';
    const listed = { id: signer.method, type: 'Multikey', controller: signer.id, publicKeyMultibase, revoked };
    const document = await signedBy(signer, badgeBy({ id }));

    const report = await verify(document, environment({ [id]: { id, type: 'Profile', assertionMethod: [listed] } }));

    expect([report.verdict, codeOf(report, 'key')]).toEqual(['could-not-check', 'warning key.retired']);
  });

  it('that the issuer has revoked is not proven by a token that leaves out its name', async () => {
    const issuer = webIssuer();
    const [address, did] = Object.entries(issuer.pages)[0] as [string, { verificationMethod: object[] }];
    const verificationMethod = did.verificationMethod.map((each) => ({ ...each, revoked: '2026-05-01T00:00:00Z' }));
    const token = await signVcJwt(badgeBy(issuer), { key: issuer.key });

    const report = await verify(token, environment({ [address]: { ...did, verificationMethod } }));

    expect([report.verdict, codeOf(report, 'key')]).toEqual(['could-not-check', 'warning key.retired']);
  });

  it('that the issuer has revoked is not proven by an older list of keys at its host', async () => {
    const issuer = profileIssuer('https://issuer.example/profile');
    const profile = issuer.pages[issuer.id] as { verificationMethod: object[] };
    const verificationMethod = profile.verificationMethod.map((each) => ({ ...each, revoked: '2026-05-01T00:00:00Z' }));
    const token = await signVcJwt(badgeBy(issuer), { key: issuer.key, kid: issuer.method });
    const jwks = { keys: [{ ...issuer.key.publicKey.jwk, kid: '1' }] };

    const report = await verify(
      token,
      environment({
        [issuer.id]: { ...profile, verificationMethod },
        'https://issuer.example/.well-known/jwks.json': jwks,
      }),
    );

    expect([report.verdict, codeOf(report, 'key')]).toEqual(['could-not-check', 'warning key.retired']);
  });

  it('without a name is not looked for among hundreds of thousands', async () => {
    const id = 'https://issuer.example/profile';
    const token = await signVcJwt(badgeBy({ id }), { key: generateSigningKey('P-256') });
    const assertionMethod = Array.from({ length: 200_000 }, (_, at) => `#${at}`);
    const publicKeyMultibase = encodeMultikey(generateSigningKey('P-521').publicKey);
    const verificationMethod = assertionMethod.map((name) => ({ id: name, publicKeyMultibase }));

    const report = await verify(token, environment({ [id]: { id, assertionMethod, verificationMethod } }));

    expect(codeOf(report, 'key')).toBe('warning key.not-listed');
  });

  it('of an issuer with an http address is not proven', async () => {
    const issuer = profileIssuer('http://issuer.example/profile');
    const document = await signedBy(issuer, badgeBy(issuer));

    expect(codeOf(await verify(document, environment(issuer.pages)), 'key')).toBe('warning key.insecure-address');
  });

  it('of an issuer whose address leads on to somebody else is not proven', async () => {
    const issuer = profileIssuer('https://famous.example/out?to=impostor.example');
    const elsewhere = 'https://impostor.example/profile';
    const document = await signedBy(issuer, badgeBy(issuer));
    const pages = { [issuer.id]: movedTo(elsewhere), [elsewhere]: issuer.pages[issuer.id] as StubPage };

    const report = await verify(document, environment(pages));

    expect([report.verdict, codeOf(report, 'key')]).toEqual(['could-not-check', 'warning key.redirected']);
    expect(codeOf(report, 'issuer')).toBe('warning issuer.unproven');
  });

  it('of an issuer whose address leads on within its own site is proven', async () => {
    const issuer = profileIssuer('https://issuer.example/profile');
    const moved = 'https://www.issuer.example/about';
    const document = await signedBy(issuer, badgeBy(issuer));
    const pages = { [issuer.id]: movedTo(moved), [moved]: issuer.pages[issuer.id] as StubPage };

    expect((await verify(document, environment(pages))).verdict).toBe('valid');
  });
});
