import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/model/json.ts';
import { leastCredential, ServedBadges } from '../testing/running-server.ts';

describe('the VC-API over https', () => {
  const served = new ServedBadges();
  beforeAll(async () => void (await served.start({ isSecure: true })), 30_000);
  afterAll(served.stop);

  const named = { ...leastCredential, issuer: 'did:example:somebody' };
  const issue = (body: JsonObject) => served.post('/issuers/vc-api/credentials/issue', body);
  const json = (document: JsonObject) => JSON.parse(JSON.stringify(document)) as JsonObject;

  it('issues a credential, whose proof is an object', async () => {
    const { status, body } = await issue({ credential: named, options: {} });

    const credential = body.verifiableCredential as JsonObject;

    expect(status).toBe(201);
    expect(Object.keys(credential)).toEqual(
      expect.arrayContaining(['@context', 'type', 'id', 'credentialSubject', 'issuer', 'proof']),
    );
    expect(Array.isArray(credential.proof)).toBe(false);
  });

  it('issues one that says when it ends', async () => {
    const { status } = await issue({ credential: { ...named, validUntil: '2027-06-01T00:00:00Z' } });

    expect(status).toBe(201);
  });

  it.each<[string, JsonObject]>([
    ['no credential', { verifiableCredential: named }],
    ['a credential that is a list', { credential: [] }],
    ['a credential that is a text', { credential: 'text' }],
    ['options that are no object', { credential: named, options: 'text' }],
    ['a challenge that is no text', { credential: named, options: { challenge: 4 } }],
    ['a time that is none', { credential: named, options: { created: 'yesterday' } }],
    ['pointers that are no list', { credential: named, options: { mandatoryPointers: '/issuer' } }],
    ['a previous proof that is no name', { credential: named, options: { previousProof: 4 } }],
  ])('refuses to issue %s', async (_, body) => {
    const { status, headers, body: answer } = await issue(body);

    expect([status, headers['content-type']]).toEqual([400, 'application/problem+json']);
    expect(answer).toMatchObject({
      type: expect.any(String),
      title: expect.any(String),
      detail: expect.any(String),
      status: 400,
    });
  });

  const wrong: [string, unknown[]][] = [
    ['@context', [undefined, 'string', {}, null, 4, false, true, [], [[]], [4], [null], [true]]],
    ['type', [undefined, 'string', {}, null, 4, true, [], [[]], [{}], [null], [10], [true]]],
    ['issuer', [undefined, [], null, 4, true]],
    ['credentialSubject', [undefined, 'did:example:1234', null, true, 4, []]],
  ];
  it.each(wrong.flatMap(([member, values]) => values.map((value) => [member, value] as const)))(
    'refuses %s of %j, at issuing and at verifying',
    async (member, value) => {
      const { body } = await issue({ credential: named });
      const verified = body.verifiableCredential as JsonObject;

      const issuing = await issue({ credential: json({ ...named, [member]: value }) });
      const verifying = await served.verify(json({ ...verified, [member]: value }));

      expect([issuing.status, verifying.status]).toEqual([400, 400]);
    },
  );

  it.each(['type', 'created', 'verificationMethod', 'proofValue', 'proofPurpose'])(
    'refuses to verify a proof without %s',
    async (member) => {
      const { body } = await issue({ credential: named });
      const { proof, ...credential } = body.verifiableCredential as { proof: JsonObject };

      const { status } = await served.verify(json({ ...credential, proof: { ...proof, [member]: undefined } }));

      expect(status).toBe(400);
    },
  );

  it.each(['string', null, undefined, 10, true, []])('refuses to verify the proof %j', async (proof) => {
    const { body } = await issue({ credential: named });

    const { status } = await served.verify(json({ ...(body.verifiableCredential as JsonObject), proof }));

    expect(status).toBe(400);
  });

  it('leaves the credential out of the answer where it is not wanted', async () => {
    const { body } = await issue({ credential: named });

    const reply = await served.verify(body.verifiableCredential, {
      returnCredential: false,
      returnResults: true,
      other: 1,
    });

    expect(reply.status).toBe(200);
    expect(reply.body).not.toHaveProperty('credential');
  });
});
