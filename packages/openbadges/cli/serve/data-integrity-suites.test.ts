import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asArray, type JsonObject } from '../../src/model/json.ts';
import { issueCredential } from '../../src/proof/issue-credential.ts';
import { conformance } from '../../src/testing/conformance.ts';
import { leastCredential, problemTypes, ServedBadges, serveTime } from '../testing/running-server.ts';
import { serveTools } from './serve-tools.ts';
import type { VcIssuer } from './vc-issuer.ts';

const proofOf = (credential: JsonObject) => credential.proof as JsonObject;

describe('over http', () => {
  const served = new ServedBadges();
  beforeAll(async () => void (await served.start({ isTestMode: true })), 30_000);
  afterAll(served.stop);

  describe.each([
    ['eddsa-rdfc-2022', 'eddsa-rdfc-2022', 'z6Mk', 'DataIntegrityProof'],
    ['eddsa-jcs-2022', 'eddsa-jcs-2022', 'z6Mk', 'DataIntegrityProof'],
    ['Ed25519Signature2020', undefined, 'z6Mk', 'Ed25519Signature2020'],
    ['ecdsa-rdfc-2019-p256', 'ecdsa-rdfc-2019', 'zDn', 'DataIntegrityProof'],
    ['ecdsa-rdfc-2019-p384', 'ecdsa-rdfc-2019', 'z82', 'DataIntegrityProof'],
    ['ecdsa-jcs-2019-p256', 'ecdsa-jcs-2019', 'zDn', 'DataIntegrityProof'],
    ['ecdsa-jcs-2019-p384', 'ecdsa-jcs-2019', 'z82', 'DataIntegrityProof'],
  ])('%s', (issuer, cryptosuite, beginning, type) => {
    it('secures a credential with one proof that says all it has to', async () => {
      const credential = await served.issued(issuer, leastCredential);

      expect(proofOf(credential)).toMatchObject({
        type,
        created: '2026-06-01T12:00:00Z',
        proofPurpose: 'assertionMethod',
        proofValue: expect.stringMatching(/^z[1-9A-HJ-NP-Za-km-z]+$/),
        verificationMethod: expect.stringMatching(new RegExp(`^did:key:${beginning}`)),
      });
      expect(proofOf(credential).cryptosuite).toBe(cryptosuite);
      expect(String(proofOf(credential).verificationMethod).split('#')[0]).toBe(credential.issuer);
    });

    it.each([{}, { checks: ['proof'] }])('is verified, as %j asks', async (options) => {
      const credential = await served.issued(issuer, leastCredential);

      const { status, body } = await served.verify(credential, options);

      expect(status).toBe(200);
      expect(body).toMatchObject({ verified: true, credential, problemDetails: [] });
      expect(body).not.toHaveProperty('errors');
    });

    it('secures and verifies a credential of version 1.1', async () => {
      const older = {
        ...leastCredential,
        '@context': ['https://www.w3.org/2018/credentials/v1'],
        issuanceDate: '2026-01-01T00:00:00Z',
        credentialSubject: { id: 'did:example:alice' },
      };

      const credential = await served.issued(issuer, older);

      expect((await served.verify(credential)).body).toMatchObject({ verified: true });
    });

    const changes: [string, (credential: JsonObject, proof: JsonObject) => JsonObject, string[]][] = [
      ['no proof', (credential) => without(credential, 'proof'), ['PROOF_VERIFICATION_ERROR']],
      [
        'null as its proof',
        (credential) => ({ ...credential, proof: null }),
        ['MALFORMED_VALUE_ERROR', 'PARSING_ERROR'],
      ],
      ['a text as its proof', (credential) => ({ ...credential, proof: 'z1' }), ['MALFORMED_VALUE_ERROR']],
      [
        'an empty list of proofs',
        (credential) => ({ ...credential, proof: [] }),
        ['PROOF_VERIFICATION_ERROR', 'MALFORMED_VALUE_ERROR'],
      ],
      ...['type', 'verificationMethod', 'proofPurpose', 'proofValue'].map(missing),
      ...(type === 'DataIntegrityProof' ? [missing('cryptosuite')] : []),
      changed('type', 'UnknownProof'),
      changed('type', ''),
      changed('cryptosuite', 'invalid-cryptosuite'),
      changed('cryptosuite', 7),
      changed('verificationMethod', 'did:key:invalid'),
      changed('verificationMethod', null),
      changed('proofPurpose', 'invalidPurpose'),
      changed('proofPurpose', 'authentication'),
      changed('proofPurpose', null),
      changed('proofValue', null),
      changed('proofValue', ''),
      changed('proofValue', 'a'),
      changed('created', 'invalid'),
      changed('created', '2026-06-01T12:00:00'),
      changed('expires', 'invalid'),
      changed('expires', '2020-01-01T00:00:00Z'),
      changed('previousProof', 'urn:uuid:26329423-bec9-4b2e-88cb-a7c7d9dc4544'),
      changed('previousProof', ['urn:uuid:26329423-bec9-4b2e-88cb-a7c7d9dc4544']),
      changed('previousProof', 4),
      [
        'a proofValue without its multibase header',
        (credential, proof) => ({ ...credential, proof: { ...proof, proofValue: String(proof.proofValue).slice(1) } }),
        ['PROOF_VERIFICATION_ERROR'],
      ],
      [
        'a proofValue of another base',
        (credential, proof) => ({
          ...credential,
          proof: { ...proof, proofValue: `u${String(proof.proofValue).slice(1)}` },
        }),
        ['PROOF_VERIFICATION_ERROR'],
      ],
      [
        'another subject',
        (credential) => ({ ...credential, credentialSubject: { id: 'did:example:bob', name: 'Alice' } }),
        ['PROOF_VERIFICATION_ERROR'],
      ],
      [
        'a term added',
        (credential) => ({
          ...credential,
          credentialSubject: { id: 'did:example:alice', name: 'Alice', undefinedTerm: 'x' },
        }),
        ['PROOF_VERIFICATION_ERROR', 'DATA_LOSS_DETECTION_ERROR'],
      ],
      [
        'a type added',
        (credential) => ({ ...credential, type: ['VerifiableCredential', 'UndefinedType'] }),
        ['MALFORMED_VALUE_ERROR'],
      ],
      [
        'another issuer',
        (credential) => ({ ...credential, issuer: 'did:example:other' }),
        ['PROOF_VERIFICATION_ERROR'],
      ],
    ];

    it.each(changes)('is refused with %s', async (_, change, types) => {
      const credential = await served.issued(issuer, leastCredential);

      const reply = await served.verify(change(credential, proofOf(credential)), { checks: ['proof'] });

      expect(reply.status).toBe(400);
      expect(reply.body).toMatchObject({ verified: false, errors: [expect.any(String)] });
      expect(types).toContain(problemTypes(reply)[0]);
    });

    it.each([
      [{ expectedProofPurpose: 'authentication' }, 'PROOF_VERIFICATION_ERROR'],
      [{ domain: 'domain.example' }, 'INVALID_DOMAIN_ERROR'],
      [{ challenge: '1235abcd6789' }, 'INVALID_CHALLENGE_ERROR'],
    ])('is refused where %j is expected', async (options, type) => {
      const credential = await served.issued(issuer, leastCredential);

      const reply = await served.verify(credential, options);

      expect([reply.status, problemTypes(reply)]).toEqual([400, [type]]);
    });

    it('is made for a domain, a challenge and a time, and holds there', async () => {
      const wishes = { domain: 'school.example', challenge: 'c1', expires: '2026-07-01T00:00:00Z' };

      const credential = await served.issued(issuer, leastCredential, wishes);

      expect(proofOf(credential)).toMatchObject(wishes);
      expect((await served.verify(credential, { domain: 'school.example', challenge: 'c1' })).status).toBe(200);
      expect(problemTypes(await served.verify(credential, { domain: 'other.example' }))).toEqual([
        'INVALID_DOMAIN_ERROR',
      ]);
    });

    it('keeps a proof that is there, when it holds, and refuses one that does not', async () => {
      const first = await served.issued(issuer, leastCredential);

      const both = await served.issued(issuer, first);
      const wrong = await served.post(`/issuers/${issuer}/credentials/issue`, {
        credential: { ...first, name: 'Another' },
      });

      expect(both.proof).toHaveLength(2);
      expect((await served.verify(both)).status).toBe(200);
      expect(wrong.status).toBe(400);
    });

    it('does not prove who issued it when the key is not the issuer’s, whatever is asked', async () => {
      const credential = await served.issued(issuer, leastCredential);
      const [other] = served.world.issuers.filter(({ name }) => name !== issuer);
      const posing = { ...without(credential, 'proof'), issuer: other?.did };
      const own = served.world.issuers.find(({ name }) => name === issuer) as VcIssuer;
      const signed = await signedBy(posing, own);

      const strict = await served.verify(signed, { checks: ['proof'] });
      const proofOnly = await served.verify(signed, { checks: ['proof'] }, '/proof-only');

      expect([strict.status, problemTypes(strict)]).toEqual([400, ['INVALID_VERIFICATION_METHOD']]);
      expect(proofOnly.status).toBe(200);
    });
  });

  it('a proof set holds when all of its proofs do', async () => {
    const credential = await served.issued('proof-set', leastCredential);
    const [first, second] = credential.proof as [JsonObject, JsonObject];

    const good = await served.verify(credential);
    const bad = await served.verify({ ...credential, proof: [first, { ...second, created: '2020-01-01T00:00:00Z' }] });

    expect(good.status).toBe(200);
    expect([bad.status, problemTypes(bad)]).toEqual([400, ['PROOF_VERIFICATION_ERROR']]);
  });

  describe('a proof chain', () => {
    const chain = () => served.issued('proof-chain', leastCredential);

    it('names the proofs before by a text and by a list, and verifies', async () => {
      const credential = await chain();
      const [first, second, third] = credential.proof as JsonObject[];

      expect([second?.previousProof, third?.previousProof]).toEqual([first?.id, [first?.id, second?.id]]);
      expect((await served.verify(credential)).status).toBe(200);
    });

    it.each<[string, (proofs: JsonObject[]) => unknown[]]>([
      ['lost its first proof', ([, second, third]) => [second, third]],
      ['has a first proof of another name', ([first, ...rest]) => [{ ...first, id: 'urn:uuid:1' }, ...rest]],
      ['has a first proof without a name', ([first, ...rest]) => [without(first as JsonObject, 'id'), ...rest]],
      [
        'has a first proof of another time',
        ([first, ...rest]) => [{ ...first, created: '2020-01-01T00:00:00Z' }, ...rest],
      ],
      ['has a link to nothing', ([first, second]) => [first, { ...second, previousProof: ['urn:uuid:1'] }]],
      ['has a link that is no name', ([first, second]) => [first, { ...second, previousProof: { id: 'x' } }]],
    ])('is refused when it %s', async (_, change) => {
      const credential = await chain();

      const reply = await served.verify({ ...credential, proof: change(credential.proof as JsonObject[]) });

      expect(reply.status).toBe(400);
      expect(problemTypes(reply)).toContain('PROOF_VERIFICATION_ERROR');
    });

    it('may have names that are no addresses where canonical JSON is signed, and not where statements are', async () => {
      const begun = await served.issued('eddsa-jcs-2022', leastCredential, { proofId: '#first' });
      const continued = await served.issued('eddsa-jcs-2022', begun, { previousProof: ['#first'] });
      const statements = await served.post('/credentials/issue', {
        credential: leastCredential,
        options: { proofId: '#first' },
      });

      expect((await served.verify(continued)).status).toBe(200);
      expect([statements.status, problemTypes(statements)]).toEqual([400, ['DATA_LOSS_DETECTION_ERROR']]);
    });

    it('is begun and continued by those who ask for it', async () => {
      const begun = await served.issued('eddsa-rdfc-2022', leastCredential, { proofId: 'urn:uuid:first' });
      const continued = await served.issued('eddsa-rdfc-2022', begun, { previousProof: 'urn:uuid:first' });
      const lost = await served.post('/credentials/issue', {
        credential: begun,
        options: { previousProof: ['urn:uuid:x'] },
      });

      expect((continued.proof as JsonObject[])[1]).toMatchObject({ previousProof: 'urn:uuid:first' });
      expect((await served.verify(continued)).status).toBe(200);
      expect([lost.status, problemTypes(lost)]).toEqual([400, ['PROOF_GENERATION_ERROR']]);
    });
  });

  it.each([
    ['eddsa-rdfc-2022', 'z6Mk'],
    ['ecdsa-rdfc-2019/P-384', 'z82'],
    ['ecdsa-rdfc-2019/p256', 'zDn'],
    ['ECDSA-JCS-2019/P384', 'z82'],
  ])('the path %s decides who issues', async (path, beginning) => {
    const prefix = path.includes('/') ? path : `issuers/${path}`;

    const { body } = await served.post(`/${prefix}/credentials/issue`, { credential: leastCredential });

    expect((body.verifiableCredential as JsonObject).issuer).toMatch(new RegExp(`^did:key:${beginning}`));
  });

  describe.skipIf(!conformance.present)('the published vectors', () => {
    const vectors = conformance
      .files('w3c/test-vectors')
      .filter((path) => path.endsWith('.json') && /\/(signed|derivedReveal)[^/]*$/.test(path));

    it('are there', () => expect(vectors.length).toBeGreaterThanOrEqual(14));

    it.each(vectors)('%s verify without their issuer, and not as his', async (path) => {
      const credential = conformance.json(path);

      const proofOnly = await served.verify(credential, { checks: ['proof'] }, '/proof-only');
      const strict = await served.verify(credential, { checks: ['proof'] });

      expect(proofOnly.body.problemDetails ?? []).toEqual([]);
      expect(proofOnly.status).toBe(200);
      expect(strict.status).toBe(400);
      expect(asArray(strict.body.problemDetails)).toHaveLength(1);
    });
  });
});

function without(object: JsonObject, member: string): JsonObject {
  const { [member]: _, ...rest } = object;
  return rest;
}

type Change = [string, (credential: JsonObject, proof: JsonObject) => JsonObject, string[]];

function missing(member: string): Change {
  return [
    `no ${member} in its proof`,
    (credential, proof) => ({ ...credential, proof: without(proof, member) }),
    proofErrors,
  ];
}

function changed(member: string, value: unknown): Change {
  const name = `${member} ${JSON.stringify(value)} in its proof`;
  return [name, (credential, proof) => ({ ...credential, proof: { ...proof, [member]: value } }), proofErrors];
}

const proofErrors = [
  'PROOF_VERIFICATION_ERROR',
  'INVALID_VERIFICATION_METHOD',
  'MALFORMED_VALUE_ERROR',
  'PROOF_TRANSFORMATION_ERROR',
  'DATA_LOSS_DETECTION_ERROR',
];

function signedBy(document: JsonObject, { key, verificationMethod, suites }: VcIssuer) {
  return issueCredential(document, { key, verificationMethod, suites, created: serveTime }, serveTools());
}
