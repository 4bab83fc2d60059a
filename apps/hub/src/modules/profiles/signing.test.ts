import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { type FetchAnswer, heldContexts, type JsonObject, openBadgeCredential, type Report, verify } from 'openbadges';
import { nodeTools } from 'openbadges/node';
import { expect, it } from 'vitest';
import type { Id, OrganizationId } from '../../kernel/ids.ts';
import { type TestHub, testHub } from '../../testing/test-hub.ts';
import { issuerSigner, signAs } from './issuer-signer.ts';
import { markKeyCompromised } from './mark-key-compromised.ts';
import { rotateKey } from './rotate-key.ts';
import { listKeys } from './store.ts';

async function signedBy(hub: TestHub, issuerId: OrganizationId) {
  const { profile } = await issuerSigner(hub, issuerId);
  const document = openBadgeCredential({
    id: hub.urls.credential(hub.newId('crd')),
    issuer: profile,
    achievement: {
      id: hub.urls.achievement(hub.newId('ach')),
      name: 'Listener',
      description: 'Listens.',
      criteria: { narrative: 'Listened.' },
    },
    subject: {
      identifiers: [{ type: 'emailAddress', value: 'wen@example.org', salt: '00112233445566778899aabbccddeeff' }],
    },
    validFrom: new Date('2031-03-04T09:00:00Z'),
  });
  return signAs(hub, issuerId, document);
}

/** What a stranger finds: the hub answers under its own address, everything else is unreachable. */
function strangerReads(hub: TestHub) {
  return async (url: string, { accept }: { accept: string }): Promise<FetchAnswer> => {
    if (!url.startsWith(hub.urls.base)) return { ok: false, url, failure: 'unreachable' };
    const response = await hub.request(url.slice(hub.urls.base.length), { headers: { accept } });
    const body = new Uint8Array(await response.arrayBuffer());
    if (!response.ok) return { ok: false, url, status: response.status, failure: 'not-found' };
    return { ok: true, url, status: response.status, contentType: response.headers.get('content-type') ?? '', body };
  };
}

function verified(hub: TestHub, document: object): Promise<Report> {
  return verify(document, { fetch: strangerReads(hub), clock: hub.clock, tools: nodeTools() });
}

const outcomeOf = (report: Report, id: string) => report.checks.find((check) => check.id === id)?.outcome;

it('makes a credential that a stranger verifies with nothing but the hub’s own answers', async () => {
  const hub = await testHub();
  await hub.given.alliance();
  const { id } = await hub.given.organization();

  const credential = await signedBy(hub, id);

  expect(credential.proof).toMatchObject([
    { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', created: '2031-03-04T10:00:00Z' },
    { type: 'Ed25519Signature2020' },
  ]);
  expect(credential.issuer).toMatchObject({ id: `did:web:hub.example:issuers:${id}`, name: 'Harbour City Library' });
  const report = await verified(hub, credential);
  expect([report.verdict, outcomeOf(report, 'proof'), outcomeOf(report, 'key')]).toEqual(['valid', 'passed', 'passed']);
  const changed = await verified(hub, { ...credential, name: 'Somebody else' });
  expect(changed.verdict).toBe('invalid');
});

it('makes a credential that @digitalbazaar/vc verifies', async () => {
  const hub = await testHub();
  await hub.given.alliance();
  const { id } = await hub.given.organization();
  const credential = await signedBy(hub, id);
  const didDocument = (await (await hub.request(`/issuers/${id}/did.json`)).json()) as {
    verificationMethod: JsonObject[];
  };
  const methods = didDocument.verificationMethod.map((method) => [
    method.id,
    { '@context': 'https://w3id.org/security/multikey/v1', ...method },
  ]);
  const documents: Record<string, object> = {
    [`did:web:hub.example:issuers:${id}`]: didDocument,
    ...Object.fromEntries(methods),
  };
  const documentLoader = async (url: string) => {
    const document = documents[url] ?? heldContexts.get(url);
    if (!document) throw new Error(`not held: ${url}`);
    return { contextUrl: null, documentUrl: url, document };
  };

  const [first] = credential.proof;
  const result = await vc.verifyCredential({
    credential: { ...credential, proof: first },
    suite: new DataIntegrityProof({ cryptosuite }),
    now: hub.clock(),
    documentLoader,
  });

  expect(result.error).toBeUndefined();
  expect(result.verified).toBe(true);
});

it('keeps credentials of a retired key valid, and unproves those of a compromised one', async () => {
  const hub = await testHub();
  await hub.given.alliance();
  const { id, owner } = await hub.given.organization();
  const credential = await signedBy(hub, id);
  const [key] = await listKeys(hub.db, id);
  await rotateKey(hub, owner, id, { algorithm: 'Ed25519', retire: key?.id });

  const afterRotation = await verified(hub, credential);
  await markKeyCompromised(hub, owner, id, key?.id as Id<'key'>);
  const afterCompromise = await verified(hub, credential);

  expect(afterRotation.verdict).toBe('valid');
  expect(outcomeOf(afterCompromise, 'key')).not.toBe('passed');
  expect(afterCompromise.checks.find((check) => check.id === 'key')?.code).toBe('key.retired');
  expect((await verified(hub, await signedBy(hub, id))).verdict).toBe('valid');
});

it('names nothing but the key where no stranger can reach the hub', async () => {
  const hub = await testHub({ base: 'http://localhost:4800' });
  await hub.given.alliance();
  const { id, owner } = await hub.given.organization();
  const first = await issuerSigner(hub, id);
  const [key] = await listKeys(hub.db, id);
  expect(first.issuerDid).toBe(`did:key:${key?.publicMultibase}`);
  expect(first.verificationMethod).toBe(`${first.issuerDid}#${key?.publicMultibase}`);
  const credential = await signedBy(hub, id);

  await rotateKey(hub, owner, id, { algorithm: 'Ed25519', retire: key?.id });

  expect((await issuerSigner(hub, id)).issuerDid).not.toBe(first.issuerDid);
  // A status list that the old credentials name is still signed by the issuer that they name.
  const older = await issuerSigner(hub, id, { issuerDid: first.issuerDid });
  expect(older.verificationMethod).toBe(first.verificationMethod);
  const { proof: _, ...unsigned } = credential;
  const [again] = (await older.sign(unsigned as JsonObject)).proof;
  expect(again?.verificationMethod).toBe(first.verificationMethod);
  const report = await verified(hub, credential);
  expect(outcomeOf(report, 'key')).toBe('passed');
});

it('signs under no did:key that is not its own', async () => {
  const hub = await testHub();
  const { id } = await hub.given.organization();
  const other = await hub.given.organization('Museum of Making');
  const foreign = await issuerSigner(hub, other.id);
  const issuerDid = `did:key:${foreign.verificationMethod.split('#')[1]}`;

  await expect(() => issuerSigner(hub, id, { issuerDid })).rejects.toMatchObject({ code: 'profile.key-not-found' });
});

it('signs with P-256 for those who ask for it', async () => {
  const hub = await testHub();
  await hub.given.alliance();
  const { id } = await hub.given.organization();
  const credential = await signedBy(hub, id);

  const signer = await issuerSigner(hub, id, { algorithm: 'P-256' });
  const { proof: _, ...unsigned } = credential;
  const signed = await signer.sign(unsigned as JsonObject);

  expect(signed.proof).toMatchObject([{ cryptosuite: 'ecdsa-rdfc-2019' }]);
  expect((await verified(hub, signed)).verdict).toBe('valid');
});
