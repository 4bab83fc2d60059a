import { exportJWK, generateKeyPair, importJWK, jwtVerify, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { encodeBase64url } from '../keys/base64url.ts';
import { publicKeyFromJwk } from '../keys/public-key.ts';
import { generateSigningKey, nodeTools } from '../node.ts';
import { conformance } from '../testing/conformance.ts';
import { sampleCredential } from '../testing/sample-credential.ts';
import { signVcJwt } from './sign-vc-jwt.ts';
import { unexpectedHeaders, verifyVcJwt } from './verify-vc-jwt.ts';
import { webTools } from './web-tools.ts';

const tools = nodeTools();
const claims = {
  iss: 'did:web:hub.example:issuers:alliance',
  sub: 'did:key:z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi',
  jti: 'https://hub.example/credentials/0b7c',
  nbf: Date.parse('2026-01-05T10:00:00Z') / 1000,
  exp: Date.parse('2031-01-05T10:00:00Z') / 1000,
};

const part = (value: object) => encodeBase64url(new TextEncoder().encode(JSON.stringify(value)));

/** A token by jose, with what the test wants to be different. */
async function byJose(alg: string, payload: object, header: object = {}) {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const jwk = await exportJWK(publicKey);
  const token = await new SignJWT({ ...sampleCredential(), ...claims, ...payload })
    .setProtectedHeader({ alg, jwk, ...header })
    .sign(privateKey);
  return { token, jwk };
}

describe('a credential as VC-JWT', () => {
  it.each([
    ['Ed25519', 'EdDSA'],
    ['P-256', 'ES256'],
    ['P-384', 'ES384'],
    ['RSA', 'RS256'],
  ] as const)('signed with %s is verified by jose and by us', async (type, alg) => {
    const key = generateSigningKey(type);

    const token = await signVcJwt(sampleCredential(), { key, kid: 'https://hub.example/jwks#1' });

    const peer = await jwtVerify(token, await importJWK({ ...key.publicKey.jwk }, alg), {
      currentDate: new Date('2026-02-01T00:00:00Z'),
    });
    const ours = await verifyVcJwt(token, { resolveKey: () => key.publicKey }, tools);
    expect(peer.protectedHeader).toEqual({ alg, typ: 'JWT', kid: 'https://hub.example/jwks#1' });
    expect(peer.payload).toMatchObject(claims);
    expect(ours).toMatchObject({
      outcome: 'passed',
      keySource: 'kid',
      verificationMethod: 'https://hub.example/jwks#1',
    });
    expect(ours.credential).toEqual(sampleCredential());
  });

  it.each(['RS256', 'ES256', 'ES384', 'EdDSA', 'PS256'])(
    'by jose with %s is verified, also by WebCrypto',
    async (alg) => {
      const { token } = await byJose(alg, {});

      expect(await verifyVcJwt(token, {}, tools)).toMatchObject({ outcome: 'passed', keySource: 'jwk' });
      expect(await verifyVcJwt(token, {}, webTools())).toMatchObject({ outcome: 'passed' });
    },
  );

  it('puts the key into the header when it is published nowhere', async () => {
    const key = generateSigningKey('P-256');

    const token = await signVcJwt(sampleCredential(), { key });

    expect(await verifyVcJwt(token, {}, tools)).toMatchObject({
      outcome: 'passed',
      header: { jwk: key.publicKey.jwk },
    });
  });

  it('is not made for a credential about nobody in particular', async () => {
    const { credentialSubject: _, ...rest } = sampleCredential();

    const attempt = signVcJwt(
      { ...rest, credentialSubject: { type: ['AchievementSubject'] } },
      { key: generateSigningKey('P-256') },
    );

    await expect(attempt).rejects.toMatchObject({ code: 'jwt.claim-missing', values: { claim: 'sub' } });
  });
});

describe('verifying a VC-JWT', () => {
  it.each([
    ['alg none', { alg: 'none' }, 'jwt.algorithm-refused'],
    ['a shared secret', { alg: 'HS256' }, 'jwt.algorithm-refused'],
    ['an algorithm we do not know', { alg: 'ES256K' }, 'jwt.algorithm-refused'],
    ['no algorithm', {}, 'jwt.algorithm-refused'],
    ['a token made for something else', { alg: 'ES256', typ: 'openid4vci-proof+jwt' }, 'jwt.type-unexpected'],
    ['an extension we must understand', { alg: 'ES256', crit: ['x'] }, 'jwt.header-unexpected'],
    ['a private key for everybody', { alg: 'ES256', jwk: { d: 'x' } }, 'jwt.private-key-exposed'],
  ])('refuses %s', async (_, header, code) => {
    const token = `${part(header)}.${part({ ...sampleCredential(), ...claims })}.AAAA`;

    expect(await verifyVcJwt(token, {}, tools)).toMatchObject({ outcome: 'failed', code });
  });

  it.each([
    '',
    'a.b',
    'a.b.c',
    'a.b.c.d',
    `${part({ alg: 'ES256' })}.${part([])}.AA`,
    `${part({ alg: 'ES256' })}.!!.AA`,
  ])('finds no token in %j', async (token) => {
    expect(await verifyVcJwt(token, {}, tools)).toMatchObject({ outcome: 'failed', code: 'jwt.malformed' });
  });

  it('finds no credential in another JWT', async () => {
    const { token } = await byJose('ES256', { '@context': undefined });

    expect(await verifyVcJwt(token, {}, tools)).toMatchObject({ code: 'jwt.malformed' });
  });

  it('fails when a byte of the payload is another', async () => {
    const { token, jwk } = await byJose('ES256', {});
    const [head, , tail] = token.split('.');
    const changed = `${head}.${part({ ...sampleCredential(), ...claims, name: 'Other' })}.${tail}`;

    const result = await verifyVcJwt(changed, { resolveKey: () => publicKeyFromJwk(jwk) }, tools);

    expect(result).toMatchObject({ outcome: 'failed', code: 'jwt.tampered' });
  });

  it('does not take a key of another kind for the algorithm', async () => {
    const key = generateSigningKey('RSA');
    const { token } = await byJose('ES256', {}, { kid: 'https://hub.example/k', jwk: undefined });

    const result = await verifyVcJwt(token, { resolveKey: () => key.publicKey }, tools);

    expect(result).toMatchObject({ outcome: 'failed', code: 'jwt.key-wrong-type' });
  });

  it('cannot tell without the key', async () => {
    const { token } = await byJose('ES256', {}, { kid: 'https://hub.example/k', jwk: undefined });

    expect(await verifyVcJwt(token, {}, tools)).toMatchObject({ outcome: 'unknown', code: 'jwt.key-unavailable' });
  });

  it.each([
    ['iss', { iss: 'https://other.example' }],
    ['sub', { sub: 'did:key:z6Mkother' }],
    ['jti', { jti: 'https://hub.example/credentials/other' }],
    ['nbf', { nbf: claims.nbf - 1 }],
    ['exp', { exp: claims.exp + 1 }],
  ])('fails when %s says something else than the credential', async (claim, payload) => {
    const { token } = await byJose('EdDSA', payload);

    const result = await verifyVcJwt(token, {}, tools);

    expect(result).toMatchObject({ outcome: 'failed', code: 'jwt.claims-mismatch', values: { claim } });
  });

  it('warns of a missing sub, and accepts the audience in its place', async () => {
    const missing = await byJose('EdDSA', { sub: undefined });
    const audience = await byJose('EdDSA', { sub: undefined, aud: claims.sub });

    const results = await Promise.all([missing, audience].map(({ token }) => verifyVcJwt(token, {}, tools)));

    expect(results.map(({ outcome }) => outcome)).toEqual(['passed', 'passed']);
    expect(results.map((result) => result.claims.find(({ claim }) => claim === 'sub'))).toEqual([
      { claim: 'sub', outcome: 'warning', code: 'claim.missing' },
      { claim: 'sub', outcome: 'warning', code: 'claim.subject-in-audience' },
    ]);
  });

  it('names header members that the specification does not allow', () => {
    expect(unexpectedHeaders({ alg: 'ES256', kid: 'x', x5u: 'https://hub.example/x' })).toEqual(['x5u']);
  });

  describe.skipIf(!conformance.present)('on official samples', () => {
    it('verifies the one with its key inside', async () => {
      const result = await verifyVcJwt(conformance.text('clr2/samples/simple.jwt').trim(), {}, tools);

      expect(result).toMatchObject({ outcome: 'passed', keySource: 'jwk' });
      expect(result.credential).toMatchObject({ id: 'http://example.edu/credentials/3732' });
    });

    it('cannot tell about the one without any key', async () => {
      const result = await verifyVcJwt(conformance.text('ob3/validator-samples/simple.jwt').trim(), {}, tools);

      expect(result).toMatchObject({ outcome: 'unknown', code: 'jwt.key-unavailable' });
    });
  });
});
