import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/model/json.ts';
import { badgeBy } from '../../src/testing/issuers.ts';
import { leastCredential, problemTypes, ServedBadges } from '../testing/running-server.ts';

describe('ecdsa-sd-2023 over https', () => {
  const served = new ServedBadges();
  beforeAll(async () => void (await served.start({ isSecure: true })), 30_000);
  afterAll(served.stop);

  const base = (credential: JsonObject = leastCredential, mandatoryPointers: string[] = ['/issuer']) =>
    served.issued('ecdsa-sd-2023', credential, { mandatoryPointers });
  const derive = (verifiableCredential: unknown, selectivePointers: unknown) =>
    served.post('/credentials/derive', { verifiableCredential, options: { selectivePointers } });
  const derived = async (credential: JsonObject, pointers: string[]) =>
    (await derive(credential, pointers)).body.verifiableCredential as JsonObject;

  it('a base proof is made with the pointers asked for, and is nobody’s to check', async () => {
    const credential = await base();

    const reply = await served.verify(credential);

    expect(credential.proof).toMatchObject({
      cryptosuite: 'ecdsa-sd-2023',
      proofValue: expect.stringMatching(/^u2V0A/),
    });
    expect([reply.status, problemTypes(reply)]).toEqual([400, ['PROOF_VERIFICATION_ERROR']]);
  });

  it('a part is derived from it, says no more, and verifies', async () => {
    const part = await derived(await base(), ['/credentialSubject/name']);

    const { status, body } = await served.verify(part, { checks: ['proof'] });

    expect(part.credentialSubject).toEqual({ id: 'did:example:alice', name: 'Alice' });
    expect(part.proof).toMatchObject({ proofValue: expect.stringMatching(/^u2V0B/) });
    expect([status, body.verified]).toEqual([200, true]);
  });

  it('a badge is shown without its identifiers', async () => {
    const badge = badgeBy({ id: 'did:example:filled-in' });
    const mandatory = ['/issuer', '/validFrom', '/credentialSubject/achievement'];

    const part = await derived(await base(badge, mandatory), ['/credentialSubject/id']);

    expect(part.credentialSubject).not.toHaveProperty('identifier');
    expect((await served.verify(part)).body).toMatchObject({ verified: true });
  });

  it.each(['all of a list', 'without its first', 'its first alone'])('%s', async (which) => {
    const subjects = ['a', 'b', 'c'].map((name) => ({ id: `did:example:${name}`, name }));
    const at = { 'all of a list': [0, 1, 2], 'without its first': [1, 2], 'its first alone': [0] }[which] as number[];

    const part = await derived(
      await base({ ...leastCredential, credentialSubject: subjects }),
      at.map((place) => `/credentialSubject/${place}/name`),
    );

    expect(part.credentialSubject).toEqual(at.map((place) => subjects[place]));
    expect((await served.verify(part)).status).toBe(200);
  });

  it.each<[string, (part: JsonObject, proof: JsonObject) => JsonObject]>([
    ['another subject', (part) => ({ ...part, credentialSubject: { id: 'urn:invalid', name: 'Alice' } })],
    ['another name', (part) => ({ ...part, credentialSubject: { id: 'did:example:alice', name: 'Bob' } })],
    ['something left out', (part) => ({ ...part, credentialSubject: { id: 'did:example:alice' } })],
    ['a proofValue that is none', (part, proof) => ({ ...part, proof: { ...proof, proofValue: 'a' } })],
    [
      'another multibase',
      (part, proof) => ({ ...part, proof: { ...proof, proofValue: `z${String(proof.proofValue).slice(1)}` } }),
    ],
    ['another cryptosuite', (part, proof) => ({ ...part, proof: { ...proof, cryptosuite: 'invalid-cryptosuite' } })],
    ['a proof that expired', (part, proof) => ({ ...part, proof: { ...proof, expires: '2020-01-01T00:00:00Z' } })],
  ])('a part with %s is refused', async (_, change) => {
    const part = await derived(await base(), ['/credentialSubject/name']);

    const reply = await served.verify(change(part, part.proof as JsonObject));

    expect([reply.status, problemTypes(reply)]).toEqual([400, ['PROOF_VERIFICATION_ERROR']]);
  });

  it('a pointer to nothing cannot be made mandatory', async () => {
    const body = { credential: leastCredential, options: { mandatoryPointers: ['/non/existent/path'] } };

    const reply = await served.post('/issuers/ecdsa-sd-2023/credentials/issue', body);

    expect([reply.status, problemTypes(reply)]).toEqual([400, ['PROOF_GENERATION_ERROR']]);
  });

  it.each([[['/non/existent/path']], [['no pointer']], ['/issuer'], [[7]]])(
    'nothing is derived by %j',
    async (pointers) => {
      expect((await derive(await base(), pointers)).status).toBe(400);
    },
  );

  it('nothing is derived from a credential that has no base proof, or from none at all', async () => {
    const whole = await served.issued('eddsa-rdfc-2022', leastCredential);

    expect((await derive(whole, ['/issuer'])).status).toBe(400);
    expect((await derive(undefined, ['/issuer'])).status).toBe(400);
    expect((await derive('text', ['/issuer'])).status).toBe(400);
  });
});
