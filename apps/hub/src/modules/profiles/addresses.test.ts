import { expect, it } from 'vitest';
import type { Id } from '../../kernel/ids.ts';
import { testHub } from '../../testing/test-hub.ts';
import { findAlliance } from '../actors/index.ts';
import { issuerSigner } from './issuer-signer.ts';
import { markKeyCompromised } from './mark-key-compromised.ts';
import { rotateKey } from './rotate-key.ts';
import { fillSignedCount } from './signed-count.ts';
import { listKeys } from './store.ts';

async function published(options = {}) {
  const hub = await testHub(options);
  await hub.given.alliance();
  const { id, owner } = await hub.given.organization('Harbour City Library', { website: 'https://harbour.example/' });
  await issuerSigner(hub, id);
  const read = (path: string, accept?: string, headers = {}) =>
    hub.request(`/issuers/${id}${path}`, { headers: { ...(accept === undefined ? {} : { accept }), ...headers } });
  return { hub, id, owner, read };
}

it.each([
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html; charset=UTF-8'],
  ['*/*', 'text/html; charset=UTF-8'],
  ['image/png', 'text/html; charset=UTF-8'],
  ['application/json', 'application/json'],
  ['application/ld+json; profile="https://w3id.org/x"', 'application/ld+json'],
  ['text/html;q=0.1, application/json', 'application/json'],
  ['application/did+ld+json', 'application/did+ld+json'],
  ['application/did+json, */*;q=0.1', 'application/did+json'],
  [';q=;,,', 'text/html; charset=UTF-8'],
])('answers Accept: %s with %s', async (accept, type) => {
  const { read } = await published();

  const response = await read('', accept);

  expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
  expect(response.headers.get('vary')).toContain('Accept');
});

it('is an Open Badges profile without anything about a person', async () => {
  const { id, read } = await published();

  const response = await read('', 'application/ld+json');

  expect(await response.json()).toEqual({
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: `did:web:hub.example:issuers:${id}`,
    type: ['Profile'],
    name: 'Harbour City Library',
    url: 'https://harbour.example/',
    description: 'We lend books, tools and time.',
  });
});

it('is a DID document with objects for methods and strings for their use, retired keys included', async () => {
  const { hub, id, owner, read } = await published();
  const [first] = await listKeys(hub.db, id);
  hub.pass({ days: 1 });
  const second = await rotateKey(hub, owner, id, { algorithm: 'Ed25519', retire: first?.id });

  const document = await (await read('/did.json')).json();

  const did = `did:web:hub.example:issuers:${id}`;
  const names = [second, first].map((key) => `${did}#${key?.publicMultibase}`);
  expect(document).toMatchObject({ id: did, assertionMethod: names });
  expect(document.verificationMethod).toMatchObject([
    { id: names[0], type: 'Multikey', controller: did, publicKeyMultibase: second.publicMultibase },
    { id: names[1], type: 'Multikey', controller: did, publicKeyMultibase: first?.publicMultibase },
  ]);
  expect(JSON.stringify(document)).not.toMatch(/revoked|expires/);
});

it('publishes since when a key proves nothing, and takes it out of use and out of the JWKS', async () => {
  const { hub, id, owner, read } = await published();
  const [key] = await listKeys(hub.db, id);

  await markKeyCompromised(hub, owner, id, key?.id as Id<'key'>);

  const document = await (await read('/did.json')).json();
  const bad = document.verificationMethod.find((method: { id: string }) =>
    method.id.endsWith(String(key?.publicMultibase)),
  );
  expect(bad).toMatchObject({ revoked: '2031-03-04T10:00:00Z' });
  expect(document.assertionMethod).toHaveLength(1);
  expect(document.assertionMethod).not.toContain(bad.id);
  const jwks = await (await read('/jwks.json')).json();
  expect(jwks.keys.map((jwk: { kid: string }) => jwk.kid)).toEqual(document.assertionMethod);
});

it('is a JWKS without private members', async () => {
  const { hub, id, read } = await published();
  await issuerSigner(hub, id, { algorithm: 'P-256' });

  const response = await read('/jwks.json');

  const { keys } = await response.json();
  expect(response.headers.get('content-type')).toBe('application/jwk-set+json');
  expect(keys.map((key: { alg: string; crv: string }) => [key.alg, key.crv]).sort()).toEqual([
    ['ES256', 'P-256'],
    ['EdDSA', 'Ed25519'],
  ]);
  for (const key of keys) expect(Object.keys(key)).not.toContain('d');
});

it('can be kept by readers from any origin, and is asked again for little', async () => {
  const { hub, id, owner, read } = await published();
  const first = await read('/did.json');
  const etag = String(first.headers.get('etag'));

  const [same, weak, list, other] = await Promise.all(
    [etag, `W/${etag}`, `"x", ${etag}`, '"x"'].map((tag) => read('/did.json', undefined, { 'if-none-match': tag })),
  );
  await rotateKey(hub, owner, id, { algorithm: 'Ed25519', retire: (await listKeys(hub.db, id))[0]?.id });
  const changed = await read('/did.json', undefined, { 'if-none-match': etag });

  expect(etag).toMatch(/^"[\w-]{43}"$/);
  expect(first.headers.get('access-control-allow-origin')).toBe('*');
  expect(first.headers.get('cache-control')).toBe('public, max-age=300');
  expect([same?.status, weak?.status, list?.status, other?.status, changed.status]).toEqual([304, 304, 304, 200, 200]);
  expect(await same?.text()).toBe('');
  expect(same?.headers.get('etag')).toBe(etag);
});

it('makes no key because somebody looks', async () => {
  const hub = await testHub();
  await hub.given.alliance();
  const { id } = await hub.given.organization();

  const [page, did, jwks] = await Promise.all(
    ['', '/did.json', '/jwks.json'].map((path) => hub.request(`/issuers/${id}${path}`)),
  );

  expect([page?.status, did?.status, jwks?.status]).toEqual([200, 200, 200]);
  expect(await did?.json()).toMatchObject({ verificationMethod: [], assertionMethod: [] });
  expect(await listKeys(hub.db, id)).toEqual([]);
});

it('says on a private address that only the key speaks', async () => {
  const { hub, id, read } = await published({ base: 'http://localhost:4800' });
  const [key] = await listKeys(hub.db, id);

  const page = await (await read('')).text();
  const document = await (await read('/did.json')).json();

  expect(page).toContain('Only by key');
  expect(page).not.toContain('Domain proven');
  expect(document).toMatchObject({ id: `did:key:${key?.publicMultibase}` });
  const other = await hub.given.organization('Without a key');
  expect((await hub.request(`/issuers/${other.id}/did.json`)).status).toBe(404);
});

it('is there for the alliance itself, and not for people', async () => {
  const hub = await testHub();
  await hub.given.alliance();
  const alliance = await findAlliance(hub.db);
  const person = await hub.given.account();
  const statusOf = async (id?: string, accept = 'text/html') =>
    (await hub.request(`/issuers/${id}`, { headers: { accept } })).status;

  expect(await statusOf(alliance?.id)).toBe(200);
  expect(await statusOf(person.personId)).toBe(404);
  expect(await statusOf('org_nobody')).toBe(404);
  const problem = await hub.request('/issuers/org_nobody/did.json', { headers: { accept: 'application/did+json' } });
  expect(await problem.json()).toMatchObject({ code: 'profile.not-found', status: 404 });
});

it('lets owners see, renew and mark keys by its buttons, and says what that means', async () => {
  const { hub, id, owner, read } = await published();
  fillSignedCount(async () => 3);
  const browser = await hub.given.browserOf(owner);
  const [key] = await listKeys(hub.db, id);

  const page = await browser.read(`/issuers/${id}/keys`);
  const renewed = await browser.post(`/issuers/${id}/keys`, { algorithm: 'Ed25519', retire: String(key?.id) });
  const twice = await browser.post(`/issuers/${id}/keys`, { algorithm: 'Ed25519', retire: String(key?.id) });
  const odd = await browser.post(`/issuers/${id}/keys`, { algorithm: 'RSA', retire: '' });
  const marked = await browser.post(`/issuers/${id}/keys/${key?.id}/compromised`);
  const after = await (await read('')).text();

  expect(page).toContain('3 badges of yours are concerned');
  expect([renewed.status, twice.status, odd.status, marked.status]).toEqual([303, 409, 400, 303]);
  expect(after).toContain('Compromised');
  expect(after).toContain('Signs now');
  fillSignedCount(async () => undefined);
});

it('shows the keys’ desk to nobody else', async () => {
  const { hub, id } = await published();
  const issuer = await hub.given.staffOf(id, ['issuer']);
  const browser = await hub.given.browserOf(issuer);

  expect((await hub.browser().get(`/issuers/${id}/keys`)).status).toBe(303);
  expect((await browser.get(`/issuers/${id}/keys`)).status).toBe(403);
  expect((await browser.post(`/issuers/${id}/keys`, { algorithm: 'Ed25519', retire: '' })).status).toBe(403);
});
