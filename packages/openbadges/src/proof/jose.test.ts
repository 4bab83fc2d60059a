import { compactVerify, importJWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { didKeyOf } from '../did/did-key.ts';
import { encodeMultikey } from '../keys/multikey.ts';
import type { JsonObject } from '../model/json.ts';
import { generateSigningKey, nodeTools } from '../node.ts';
import { sampleCredential } from '../testing/sample-credential.ts';
import { signJose } from './sign-jose.ts';
import { signJws } from './sign-jws.ts';
import { verifyVcJwt } from './verify-vc-jwt.ts';
import { verifyVpJwt } from './verify-vp-jwt.ts';

const tools = nodeTools();

function signer(type: 'Ed25519' | 'P-256' | 'P-384' | 'P-521' = 'P-256') {
  const key = generateSigningKey(type);
  const id = didKeyOf(key.publicKey);
  return { key, id, kid: `${id}#${encodeMultikey(key.publicKey)}` };
}

function presentation(holder: string): JsonObject {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiablePresentation'],
    holder,
    verifiableCredential: [sampleCredential()],
  };
}

describe('a credential secured by VC-JOSE-COSE', () => {
  it.each([
    ['Ed25519', 'EdDSA'],
    ['P-256', 'ES256'],
    ['P-384', 'ES384'],
    ['P-521', 'ES512'],
  ] as const)('with %s is its own payload, and jose and we verify it', async (type, alg) => {
    const { key, id, kid } = signer(type);
    const credential = sampleCredential(id);

    const token = await signJose(credential, { key, kid });

    const peer = await compactVerify(token, await importJWK({ ...key.publicKey.jwk }, alg));
    expect(peer.protectedHeader).toEqual({ alg, kid, typ: 'vc+jwt', cty: 'vc' });
    expect(JSON.parse(new TextDecoder().decode(peer.payload))).toEqual(credential);
    expect(await verifyVcJwt(token, {}, tools)).toMatchObject({ outcome: 'passed', code: 'jwt.valid', credential });
  });

  it.each(['vc', 'vp'])('is refused with a claim %s that wraps another document', async (claim) => {
    const { key, id, kid } = signer();
    const payload = { ...sampleCredential(id), [claim]: sampleCredential(id) };

    const token = await signJws({ kid, typ: 'vc+jwt', cty: 'vc' }, payload, key);

    const result = await verifyVcJwt(token, {}, tools);
    expect(result).toMatchObject({ outcome: 'failed', code: 'jwt.claims-mismatch' });
  });

  it('is not made of a document that is neither credential nor presentation', async () => {
    const { key, kid } = signer();

    const attempt = signJose({ type: ['Profile'] }, { key, kid });

    await expect(attempt).rejects.toMatchObject({ code: 'document.invalid', values: { pointer: '/type' } });
  });
});

describe('a presentation secured by VC-JOSE-COSE', () => {
  it('holds for the question and the verifier it was made for', async () => {
    const { key, id, kid } = signer();
    const asked = { challenge: 'n-1', domain: 'https://verifier.example' };

    const token = await signJose(presentation(id), { key, kid, ...asked });

    const result = await verifyVpJwt(token, asked, tools);
    expect(result).toMatchObject({ outcome: 'passed', header: { typ: 'vp+jwt', cty: 'vp' } });
    expect(result.presentation).toMatchObject({ holder: id });
  });

  it.each([
    ['another question', { challenge: 'n-2' }, 'proof.challenge-mismatch'],
    ['another verifier', { domain: 'https://other.example' }, 'proof.domain-mismatch'],
  ])('does not hold for %s', async (_, asked, code) => {
    const { key, id, kid } = signer();
    const token = await signJose(presentation(id), { key, kid, challenge: 'n-1', domain: 'https://verifier.example' });

    expect(await verifyVpJwt(token, asked, tools)).toMatchObject({ outcome: 'failed', code });
  });

  it('does not hold when anything in it was changed', async () => {
    const { key, id, kid } = signer();
    const [head, , tail] = (await signJose(presentation(id), { key, kid })).split('.');
    const other = (await signJose(presentation('did:example:other'), { key, kid })).split('.')[1];

    expect(await verifyVpJwt(`${head}.${other}.${tail}`, {}, tools)).toMatchObject({ code: 'jwt.tampered' });
  });

  it.each([
    ['a credential', { typ: 'vc+jwt' }, {}, 'jwt.type-unexpected'],
    ['a text that is no token', undefined, {}, 'jwt.malformed'],
    ['a token without a presentation', { typ: 'vp+jwt' }, { type: ['Other'] }, 'jwt.malformed'],
    ['a presentation that wraps another', { typ: 'vp+jwt' }, { vc: {} }, 'jwt.claims-mismatch'],
    ['a presentation that another party claims', { typ: 'JWT' }, { iss: 'did:example:other' }, 'jwt.claims-mismatch'],
  ])('is not found in %s', async (_, header, more, code) => {
    const { key, id, kid } = signer();
    const token = header ? await signJws({ kid, ...header }, { ...presentation(id), ...more }, key) : 'a.b';

    expect(await verifyVpJwt(token, {}, tools)).toMatchObject({ outcome: 'failed', code });
  });

  it('is read in the form of VC 1.1 as well', async () => {
    const { key, id, kid } = signer('Ed25519');

    const token = await signJws({ kid, typ: 'JWT' }, { iss: id, nonce: 'n-1', vp: presentation(id) }, key);

    expect(await verifyVpJwt(token, { challenge: 'n-1' }, tools)).toMatchObject({ outcome: 'passed' });
  });

  it('cannot be checked while the key cannot be had', async () => {
    const { key, id } = signer();
    const token = await signJose(presentation(id), { key, kid: 'did:web:gone.example#key' });

    expect(await verifyVpJwt(token, {}, tools)).toMatchObject({ outcome: 'unknown', code: 'jwt.key-unavailable' });
  });
});
