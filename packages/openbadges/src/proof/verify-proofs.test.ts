import { describe, expect, it } from 'vitest';
import { methodId } from '../did/did-document.ts';
import { didKeyOf } from '../did/did-key.ts';
import type { JsonObject } from '../model/json.ts';
import { generateSigningKey, nodeTools } from '../node.ts';
import { sampleCredential } from '../testing/sample-credential.ts';
import { type IssueOptions, issueCredential } from './issue-credential.ts';
import { verifyProofs } from './verify-proofs.ts';

const tools = nodeTools();
const key = generateSigningKey('Ed25519');
const did = didKeyOf(key.publicKey);
const verificationMethod = methodId(did, key);

function issued(document: JsonObject = sampleCredential(did), more: Partial<IssueOptions> = {}) {
  const created = new Date('2026-01-05T10:00:00Z');
  return issueCredential(document, { key, verificationMethod, created, suites: ['eddsa-rdfc-2022'], ...more }, tools);
}

async function withProof(change: JsonObject): Promise<JsonObject> {
  const signed = await issued();
  return { ...signed, proof: [{ ...signed.proof[0], ...change }] };
}

describe('verifying proofs', () => {
  it('shows every intermediate value, and whose key it claims to be', async () => {
    const { proofs } = await verifyProofs(await issued(), {}, tools);

    expect(proofs[0]).toMatchObject({ pointer: '/proof/0', suite: 'eddsa-rdfc-2022', verificationMethod });
    expect(proofs[0]?.key).toEqual(key.publicKey);
    expect(proofs[0]?.steps?.bytes).toHaveLength(64);
    expect(proofs[0]?.steps?.canonicalDocument).toContain('"Facilitator"');
  });

  it('finds no proof where there is none', async () => {
    expect(await verifyProofs(sampleCredential(), {}, tools)).toMatchObject({
      outcome: 'failed',
      code: 'proof.missing',
    });
  });

  it.each([
    ['no method', { verificationMethod: undefined }, 'proof.malformed'],
    ['a method that is an object', { verificationMethod: { id: 'x' } }, 'proof.malformed'],
    ['no purpose', { proofPurpose: undefined }, 'proof.malformed'],
    ['a date without a zone', { created: '2026-01-05T10:00:00' }, 'proof.malformed'],
    ['no signature', { proofValue: undefined }, 'proof.malformed'],
    ['a signature in another encoding', { proofValue: 'uAAAA' }, 'proof.malformed'],
    ['a signature of one byte', { proofValue: 'z2' }, 'proof.tampered'],
    ['another purpose', { proofPurpose: 'authentication' }, 'proof.purpose-unexpected'],
    ['a suite of another curve', { cryptosuite: 'ecdsa-rdfc-2019' }, 'proof.key-wrong-type'],
    ['a proof that is not there', { previousProof: 'urn:uuid:1' }, 'proof.previous-missing'],
  ])('fails with %s', async (_, change, code) => {
    const document = await withProof(change);

    expect(await verifyProofs(document, {}, tools)).toMatchObject({ outcome: 'failed', code });
  });

  it('does not take one member for two, also when the two were verified just before', async () => {
    const signed = await issued(sampleCredential(did), { expires: new Date('2026-03-01T00:00:00Z'), challenge: 'c' });
    const { expires, challenge, proofValue, ...options } = signed.proof[0] as JsonObject;
    const proof = { ...options, [`expires 20\n${expires}\nchallenge`]: challenge, proofValue };

    const before = await verifyProofs(signed, {}, tools);
    const after = await verifyProofs({ ...signed, proof }, { now: new Date('2026-06-01T00:00:00Z') }, tools);

    expect(before.outcome).toBe('passed');
    expect(after.outcome).toBe('failed');
  });

  it.each([
    ['terms', Object.fromEntries(Array.from({ length: 40_000 }, (_, at) => [`t${at}`, `https://x.example/${at}`]))],
    [
      'vocabularies',
      Array.from({ length: 400 }, (_, at) => ({ '@vocab': `https://x.example/${at}`, [`t${at}`]: 'x:y' })),
    ],
  ])('does not compare tens of thousands of %s of its own with what is known', async (_, inline) => {
    const signed = await issued();
    const context = [...(signed['@context'] as unknown[]), ...[inline].flat()];

    const { code } = await verifyProofs({ ...signed, '@context': context }, {}, tools);

    expect(code).toBe('canon.too-complex');
  });

  it('cannot tell about a suite it does not know', async () => {
    const document = await withProof({ cryptosuite: 'lattice-2031' });

    expect(await verifyProofs(document, {}, tools)).toMatchObject({
      outcome: 'unknown',
      code: 'proof.suite-unsupported',
    });
  });

  it('asks for a key that the method does not carry, and cannot tell without', async () => {
    const signed = await issued(sampleCredential(), { verificationMethod: 'https://hub.example/keys/1' });

    const without = await verifyProofs(signed, {}, tools);
    const resolved = await verifyProofs(
      signed,
      { resolveKey: (method) => (method.endsWith('/1') ? key.publicKey : undefined) },
      tools,
    );

    expect(without).toMatchObject({ outcome: 'unknown', code: 'proof.key-unavailable' });
    expect(resolved.outcome).toBe('passed');
  });

  it('compares challenge and domain when it expects some', async () => {
    const signed = await issued(undefined, {
      proofPurpose: 'authentication',
      challenge: 'c1',
      domain: 'https://a.example',
    });
    const check = (challenge: string, domain: string) =>
      verifyProofs(signed, { expectedPurpose: 'authentication', challenge, domain }, tools);

    expect(await check('c1', 'https://a.example')).toMatchObject({ code: 'proof.valid' });
    expect(await check('c2', 'https://a.example')).toMatchObject({ code: 'proof.challenge-mismatch' });
    expect(await check('c1', 'https://b.example')).toMatchObject({ code: 'proof.domain-mismatch' });
  });

  it('fails a proof after its expiry', async () => {
    const document = await withProof({ expires: '2026-02-01T00:00:00Z' });

    const late = await verifyProofs(document, { now: new Date('2026-03-01T00:00:00Z') }, tools);

    expect(late.code).toBe('proof.expired');
  });

  it('is content with one valid proof of several, and says so of each', async () => {
    const signed = await issued();
    const other = { ...signed.proof[0], proofValue: 'z2222' };

    const result = await verifyProofs({ ...signed, proof: [other, signed.proof[0]] }, {}, tools);

    expect(result.outcome).toBe('passed');
    expect(result.proofs.map(({ code }) => code)).toEqual(['proof.tampered', 'proof.valid']);
  });

  it('fails a proof over another proof that is not valid', async () => {
    const signed = await issued();
    const first = { ...signed.proof[0], id: 'urn:uuid:1' };
    const chained = { ...signed.proof[0], id: 'urn:uuid:2', previousProof: 'urn:uuid:1' };

    const { proofs } = await verifyProofs({ ...signed, proof: [first, chained] }, {}, tools);

    expect(proofs.map(({ outcome }) => outcome)).toEqual(['failed', 'failed']);
  });

  it('does not check a hundred proofs', async () => {
    const signed = await issued();
    const many = { ...signed, proof: new Array(100).fill(signed.proof[0]) };

    expect(await verifyProofs(many, {}, tools)).toMatchObject({ code: 'proof.too-many', proofs: [] });
  });
});

describe('a document made to cost', () => {
  const check = async (document: JsonObject) => {
    const { proof } = await issued();
    return verifyProofs({ ...document, proof }, {}, tools);
  };

  it('is refused when its blank nodes cannot be told apart', async () => {
    const ids = Array.from({ length: 12 }, (_, i) => `_:b${i}`);
    const related = (id: string) =>
      ids.filter((other) => other !== id).map((other) => ({ id: other, type: ['Related'] }));
    const evidence = ids.map((id) => ({ id, type: ['Achievement'], related: related(id) }));

    const result = await check({ ...sampleCredential(did), evidence });

    expect(result).toMatchObject({ outcome: 'failed', code: 'canon.too-complex' });
  });

  it('is refused when it is deeper than any badge', async () => {
    let deep: JsonObject = {};
    for (let i = 0; i < 5000; i += 1) deep = { parentOrg: deep };

    const result = await check({ ...sampleCredential(did), issuer: deep });

    expect(result.code).toBe('canon.too-complex');
  });

  it('is refused when it is larger than any badge', async () => {
    const tag = Array.from({ length: 60_000 }, (_, i) => `t${i}`);

    const result = await check({ ...sampleCredential(did), tag });

    expect(result.code).toBe('canon.too-complex');
  });

  it('is refused by the name of its unknown context', async () => {
    const document = {
      ...sampleCredential(did),
      '@context': ['https://www.w3.org/ns/credentials/v2', 'http://localhost:4101/c'],
    };

    const { proofs } = await check(document);

    expect(proofs[0]).toMatchObject({ code: 'canon.context-unknown', values: { url: 'http://localhost:4101/c' } });
  });
});

describe('a document that says something known under another name', () => {
  const status = 'https://www.w3.org/2018/credentials#credentialStatus';
  const renamed = (document: JsonObject, name: string): JsonObject => {
    const { credentialStatus, ...rest } = document;
    return { ...rest, [name]: credentialStatus };
  };

  it.each([
    ['as an IRI', status, []],
    ['as a term of an inline context', 'note', [{ note: { '@id': status, '@type': '@id' } }]],
    ['through an inline prefix', 'c:credentialStatus', [{ c: 'https://www.w3.org/2018/credentials#' }]],
    ['through an inline vocabulary', 'credentials#credentialStatus', [{ '@vocab': 'https://www.w3.org/2018/' }]],
  ])('is refused: the status %s', async (_, name, inline) => {
    const signed = await issued();
    const contexts = [...(signed['@context'] as unknown[]), ...inline];

    const result = await verifyProofs({ ...renamed(signed, name), '@context': contexts }, {}, tools);

    expect(result).toMatchObject({ outcome: 'failed', code: 'canon.term-aliased' });
  });

  it.each(['@id', '@graph', '@included', '@reverse', '@nest', '@type'])(
    'is refused: the keyword %s',
    async (keyword) => {
      const signed = await issued();

      const result = await verifyProofs({ ...signed, [keyword]: {} }, {}, tools);

      expect(result.code).toBe('canon.term-aliased');
    },
  );

  it('may add terms of its own in an inline context', async () => {
    const contexts = [...(sampleCredential(did)['@context'] as unknown[]), { mood: 'https://hub.example/terms#mood' }];
    const signed = await issued({ ...sampleCredential(did), '@context': contexts, mood: 'glad' });

    expect((await verifyProofs(signed, {}, tools)).outcome).toBe('passed');
  });
});
