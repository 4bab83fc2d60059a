import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { heldContexts, unbakePng, unbakeSvg, verify } from 'openbadges';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { type TestHub, testHub } from '../../testing/test-hub.ts';

const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());
const verdictOf = async (hub: TestHub, content: Uint8Array | string) =>
  (await verify(content, { clock: hub.clock, fetch: hub.fetch })).verdict;

it('gives out the bytes that were signed, in every way of asking for JSON', async () => {
  const hub = await testHub();
  const { path, document } = await hub.given.heldBadge();
  const accepts = ['application/vc+ld+json', 'application/ld+json', 'application/json', 'application/vc'];

  for (const accept of accepts) {
    const response = await hub.request(path, { headers: { accept } });
    expect(response.headers.get('content-type')).toBe(accept);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('vary')).toContain('Accept');
    expect(await response.text()).toBe(document);
  }
});

it.each([
  ['application/vc+ld+json, text/html;q=0.2', 'application/vc+ld+json'],
  ['application/json;q=0.9, application/ld+json', 'application/ld+json'],
  ['application/*', 'application/vc+ld+json'],
  ['text/html, application/json', 'text/html; charset=UTF-8'],
  ['text/html;q=0, */*', 'application/vc+ld+json'],
  ['*/*', 'text/html; charset=UTF-8'],
  ['', 'text/html; charset=UTF-8'],
  ['image/webp', 'text/html; charset=UTF-8'],
  [';;;,,q=x/', 'text/html; charset=UTF-8'],
  ['application/json;q=banana', 'text/html; charset=UTF-8'],
])('understands a reader who accepts “%s”', async (accept, type) => {
  const hub = await testHub();
  const { path } = await hub.given.heldBadge();

  const response = await hub.request(path, { headers: { accept } });

  expect(response.headers.get('content-type')).toBe(type);
});

it('sends nothing again that the reader has already', async () => {
  const hub = await testHub();
  const { path } = await hub.given.heldBadge();
  const headers = { accept: 'application/json' };
  const etag = (await hub.request(path, { headers })).headers.get('etag') ?? '';

  const again = await hub.request(path, { headers: { ...headers, 'if-none-match': `"other", W/${etag}` } });
  const other = await hub.request(path, { headers: { ...headers, 'if-none-match': '"other"' } });

  expect(etag).toMatch(/^"[0-9a-f]{64}"$/);
  expect([again.status, await again.text()]).toEqual([304, '']);
  expect(other.status).toBe(200);
});

it('is believed by @digitalbazaar/vc, by both of its proofs, with nothing but what this hub publishes', async () => {
  const hub = await testHub();
  const { path } = await hub.given.heldBadge();
  const credential = await (await hub.request(path, { headers: { accept: 'application/json' } })).json();
  const documentLoader = async (url: string) => {
    const document = heldContexts.get(url) ?? (await fromHub(hub, url));
    return { contextUrl: null, documentUrl: url, document };
  };

  for (const suite of [new DataIntegrityProof({ cryptosuite }), new Ed25519Signature2020()]) {
    const checkStatus = async () => ({ verified: true });
    const now = hub.clock();
    const peer = await vc.verifyCredential({ credential, suite, documentLoader, checkStatus, now });

    expect(peer.error).toBeUndefined();
    expect(peer.verified).toBe(true);
  }
  expect(credential.proof.map((proof: { type: string }) => proof.type)).toEqual([
    'DataIntegrityProof',
    'Ed25519Signature2020',
  ]);
});

/** A DID document or one of its keys, as a stranger fetches it (did:web §3.2). */
async function fromHub(hub: TestHub, url: string): Promise<object> {
  const [did = ''] = url.split('#');
  const path = did.replace('did:web:hub.example', '').replaceAll(':', '/');
  const document = await (await hub.request(`${path}/did.json`)).json();
  if (did === url) return document;
  const method = document.verificationMethod.find(({ id }: { id: string }) => id === url);
  return { '@context': 'https://w3id.org/security/multikey/v1', ...method };
}

it('bakes the credential into a PNG of 1024 pixels and into an SVG, byte for byte', async () => {
  const hub = await testHub();
  const { path, document } = await hub.given.heldBadge();

  const png = await bytesOf(await hub.request(`${path}/badge.png`));
  const svg = await (await hub.request(`${path}/badge.svg`)).text();

  expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1024, height: 1024 });
  expect(unbakePng(png)).toEqual({ ok: true, texts: [document] });
  expect(unbakeSvg(svg)).toEqual({ ok: true, texts: [document] });
  expect([await verdictOf(hub, png), await verdictOf(hub, svg)]).toEqual(['valid', 'valid']);
});

it('bakes into an uploaded picture as well, and the SVG of a photograph holds it', async () => {
  const hub = await testHub();
  const red = { width: 1024, height: 1024, channels: 4 as const, background: '#d63a22' };
  const bytes = await sharp({ create: red }).png().toBuffer();
  const upload = { bytes, type: 'image/png', name: 'badge.png', isPublic: true };
  const file = await hub.db.transaction().execute((tx) => hub.files.keep(tx, upload));
  const { path, document } = await hub.given.heldBadge('public', {
    achievement: { design: undefined, imageFile: file.id },
  });

  const png = await bytesOf(await hub.request(`${path}/badge.png`));
  const svg = await (await hub.request(`${path}/badge.svg`)).text();

  expect(unbakePng(png)).toEqual({ ok: true, texts: [document] });
  expect(unbakeSvg(svg)).toEqual({ ok: true, texts: [document] });
  expect(svg).toContain('data:image/png;base64,');
});

it('is not valid any more when one byte of it is another', async () => {
  const hub = await testHub();
  const { path, document } = await hub.given.heldBadge();
  const png = await bytesOf(await hub.request(`${path}/badge.png`));
  const tampered = Buffer.from(png);
  const at = tampered.indexOf('Oral history');
  tampered[at] = 'A'.charCodeAt(0);

  const text = document.replace('Oral history', 'Aral history');

  expect(at).toBeGreaterThan(0);
  expect(await verdictOf(hub, text)).toBe('invalid');
  // the picture's own checksum notices it before the signature is looked at
  expect(await verdictOf(hub, tampered)).not.toBe('valid');
});

it('verifies by its address alone, also from the page that people copy', async () => {
  const hub = await testHub();
  const { path } = await hub.given.heldBadge();

  const report = await verify(hub.urls.page(path), { clock: hub.clock, fetch: hub.fetch });

  expect(report.verdict).toBe('valid');
});

it('puts the signed credential into the certificate', async () => {
  const hub = await testHub();
  const { path } = await hub.given.heldBadge();

  const response = await hub.request(`${path}/certificate.pdf`);

  const pdf = Buffer.from(await response.arrayBuffer());
  expect(response.headers.get('content-type')).toBe('application/pdf');
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(await verdictOf(hub, new Uint8Array(pdf))).toBe('valid');
});

it('draws a picture once: the second reader gets what lies on the disk', async () => {
  const hub = await testHub();
  const { path } = await hub.given.heldBadge();
  const started = performance.now();
  const first = await bytesOf(await hub.request(`${path}/card.png`));
  const drawn = performance.now() - started;

  const second = await bytesOf(await hub.request(`${path}/card.png`));

  expect(await sharp(first).metadata()).toMatchObject({ width: 1200, height: 630 });
  expect(Buffer.compare(Buffer.from(first), Buffer.from(second))).toBe(0);
  expect(drawn).toBeGreaterThan(0);
  expect(await hub.given.rowsOf('rate_limit')).toHaveLength(1);
});

it('leads a telephone to the page, with the key where one is needed', async () => {
  const hub = await testHub();
  const { default: readQr } = await import('jsqr');
  const badge = await hub.given.heldBadge('link');
  const png = await bytesOf(await hub.request(`${badge.path}/qr.png?key=${badge.linkToken}`));

  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const read = readQr(new Uint8ClampedArray(data), info.width, info.height);

  expect(read?.data).toBe(`https://hub.example${badge.path}?key=${badge.linkToken}`);
});

it.each([
  ['badge.png', 'image/png', 'png'],
  ['badge.svg', 'image/svg+xml', 'svg'],
  ['credential.json', 'application/vc+ld+json', 'json'],
  ['certificate.pdf', 'application/pdf', 'pdf'],
])('saves %s under the badge’s name, and no browser runs it', async (part, type, extension) => {
  const hub = await testHub();
  const { path } = await hub.given.heldBadge();

  const { headers } = await hub.request(`${path}/${part}`);

  expect(headers.get('content-type')).toBe(type);
  expect(headers.get('content-disposition')).toBe(
    `attachment; filename="Oral history interviewer.${extension}"; filename*=UTF-8''Oral%20history%20interviewer.${extension}`,
  );
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

it('has no carriers of other kinds', async () => {
  const hub = await testHub();
  const { path } = await hub.given.heldBadge();

  const statuses = await Promise.all(
    ['badge.gif', 'badge.png/', 'constructor', '..%2F..%2Fsecret', 'BADGE.PNG'].map(
      async (part) => (await hub.request(`${path}/${part}`)).status,
    ),
  );

  expect(statuses).toEqual([404, 404, 404, 404, 404]);
});
