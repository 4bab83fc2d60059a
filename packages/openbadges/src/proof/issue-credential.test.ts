import { describe, expect, it } from 'vitest';
import { methodId } from '../did/did-document.ts';
import { didKeyOf } from '../did/did-key.ts';
import type { JsonObject } from '../model/json.ts';
import { generateSigningKey, nodeTools } from '../node.ts';
import { sampleCredential } from '../testing/sample-credential.ts';
import type { SuiteName } from './cryptosuite.ts';
import { issueCredential } from './issue-credential.ts';
import { verifyProofs } from './verify-proofs.ts';
import { webTools } from './web-tools.ts';

const created = new Date('2026-01-05T10:00:00.750Z');
const tools = nodeTools();

async function issued(type: 'Ed25519' | 'P-256' | 'P-384', suites: SuiteName[]) {
  const key = generateSigningKey(type);
  const did = didKeyOf(key.publicKey);
  const verificationMethod = methodId(did, { publicKey: key.publicKey });
  return issueCredential(sampleCredential(did), { key, verificationMethod, created, suites }, tools);
}

describe('issuing a credential', () => {
  it('adds both proofs in the order that validators need', async () => {
    const key = generateSigningKey('Ed25519');
    const verificationMethod = methodId('did:web:hub.example', { publicKey: key.publicKey });

    const signed = await issueCredential(sampleCredential(), { key, verificationMethod, created }, tools);

    expect(signed.proof).toMatchObject([
      {
        type: 'DataIntegrityProof',
        cryptosuite: 'eddsa-rdfc-2022',
        created: '2026-01-05T10:00:00Z',
        verificationMethod,
      },
      { type: 'Ed25519Signature2020', proofPurpose: 'assertionMethod', verificationMethod },
    ]);
    const { proofs } = await verifyProofs(signed, {}, tools);
    expect(proofs.map(({ code }) => code)).toEqual(['proof.valid', 'proof.valid']);
  });

  it.each([
    ['Ed25519', ['eddsa-rdfc-2022', 'Ed25519Signature2020', 'eddsa-jcs-2022']],
    ['P-256', ['ecdsa-rdfc-2019', 'ecdsa-jcs-2019']],
    ['P-384', ['ecdsa-rdfc-2019', 'ecdsa-jcs-2019']],
  ] as const)('with a %s key is verified on Node and by WebCrypto', async (type, suites) => {
    const signed = await issued(type, [...suites]);

    const onNode = await verifyProofs(signed, {}, tools);
    const byWebCrypto = await verifyProofs(signed, {}, webTools());

    for (const { proofs } of [onNode, byWebCrypto]) {
      expect(proofs.map(({ code }) => code)).toEqual(suites.map(() => 'proof.valid'));
    }
  });

  it('leaves the document it was given alone, also when that changes meanwhile', async () => {
    const key = generateSigningKey('Ed25519');
    const document = sampleCredential();
    const verificationMethod = methodId('did:web:hub.example', { publicKey: key.publicKey });

    const signing = issueCredential(document, { key, verificationMethod, created }, tools);
    document.name = 'Something else';
    const signed = await signing;

    expect(document).not.toHaveProperty('proof');
    expect(signed.name).toBe('Facilitator');
    expect((await verifyProofs(signed, {}, tools)).outcome).toBe('passed');
  });

  it('refuses a key that cannot make the proof', async () => {
    await expect(issued('P-256', ['eddsa-rdfc-2022'])).rejects.toMatchObject({ code: 'key.wrong-type' });
  });

  it('refuses a document with a term that no context explains', async () => {
    const key = generateSigningKey('Ed25519');
    const document = { ...sampleCredential(), favouriteColour: 'green' };

    const attempt = issueCredential(document, { key, verificationMethod: 'did:web:x#y', created }, tools);

    await expect(attempt).rejects.toMatchObject({ code: 'canon.term-undefined', values: { term: 'favouriteColour' } });
  });

  it('refuses a document under a context that is not held, and asks nobody for it', async () => {
    const key = generateSigningKey('Ed25519');
    const contexts = [...(sampleCredential()['@context'] as string[]), 'http://localhost:4100/context'];
    const document = { ...sampleCredential(), '@context': contexts };

    const attempt = issueCredential(document, { key, verificationMethod: 'did:web:x#y', created }, tools);

    await expect(attempt).rejects.toMatchObject({
      code: 'canon.context-unknown',
      values: { url: 'http://localhost:4100/context' },
    });
  });
});

describe.each([
  ['eddsa-rdfc-2022', 'Ed25519'],
  ['eddsa-jcs-2022', 'Ed25519'],
  ['ecdsa-jcs-2019', 'P-256'],
] as const)('a changed credential under %s', async (suite, type) => {
  const signed = (await issued(type, [suite])) as JsonObject;
  const places = leaves(signed).filter((path) => !path.endsWith('/proofValue'));

  it('has many members to change', () => {
    expect(places.length).toBeGreaterThan(60);
  });

  it.each(places)('is not what was signed when %s is different', async (path) => {
    const changed = altered(signed, path, (value) => (typeof value === 'boolean' ? !value : `${value}0`));

    const { outcome } = await verifyProofs(changed, {}, tools);

    expect(outcome).not.toBe('passed');
  });

  const removable = places.filter((path) => !path.startsWith('/@context') && !path.startsWith('/proof'));
  it.each(removable)('is not what was signed when %s is gone', async (path) => {
    const changed = altered(signed, path, () => undefined);

    const { outcome } = await verifyProofs(changed, {}, tools);

    expect(outcome).toBe('failed');
  });

  it('is not what was signed with another signature', async () => {
    const changed = altered(signed, '/proof/0/proofValue', (value) =>
      String(value).replace(/.$/, (c) => (c === '2' ? '3' : '2')),
    );

    expect(await verifyProofs(changed, {}, tools)).toMatchObject({ outcome: 'failed', code: 'proof.tampered' });
  });

  it('is not what was signed with a member added', async () => {
    const changed = { ...signed, description: 'And more' };

    expect(await verifyProofs(changed, {}, tools)).toMatchObject({ outcome: 'failed', code: 'proof.tampered' });
  });
});

it('a JCS proof does not vouch for another context than its own', async () => {
  const signed = await issued('Ed25519', ['eddsa-jcs-2022']);

  const changed = { ...signed, '@context': ['https://www.w3.org/2018/credentials/v1'] };

  expect(await verifyProofs(changed, {}, tools)).toMatchObject({ outcome: 'failed', code: 'canon.context-different' });
});

function leaves(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}/${key}`));
}

function altered(document: JsonObject, path: string, change: (value: unknown) => unknown): JsonObject {
  const copy = structuredClone(document);
  const keys = path.split('/').slice(1);
  const last = keys.pop() as string;
  const holder = keys.reduce<JsonObject>((inner, key) => inner[key] as JsonObject, copy);
  const value = change(holder[last]);
  if (value !== undefined) holder[last] = value;
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete holder[last];
  return copy;
}
