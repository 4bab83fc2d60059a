import { deflateSync } from 'node:zlib';
import { readBadge } from 'openbadges';
import { guardedFetch } from 'openbadges/node';
import { describe, expect, it } from 'vitest';
import { conformance } from '../../testing/conformance.ts';
import { type TestHub, testHub } from '../../testing/test-hub.ts';
import { verifyAndRemember } from './verify-and-remember.ts';

async function hubWithBadge() {
  const hub = await testHub();
  await hub.given.alliance();
  const issuer = await hub.given.foreignIssuer();
  return { hub, issuer, badge: await issuer.badge() };
}

const send = (hub: TestHub, type: string, body: NonNullable<RequestInit['body']>) =>
  hub.request('/api/v1/verify', { method: 'POST', headers: { 'content-type': type }, body });
const sendJson = (hub: TestHub, value: unknown) => send(hub, 'application/json', JSON.stringify(value));
const bytes = (text: string | Uint8Array) => new Uint8Array(Buffer.from(text));

describe('the API for verifying', () => {
  it('answers in the same words as the page, with codes that programs can rely on', async () => {
    const { hub, issuer, badge } = await hubWithBadge();

    const response = await sendJson(hub, { credential: JSON.parse(badge), recipient: 'ana@example.org' });

    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    const answer = await response.json();
    expect(answer).toMatchObject({
      verdict: 'valid',
      badge: { name: 'Seed keeper', recipient: { name: 'Ana Flores' } },
      identity: { issuer: issuer.id, id: 'https://marram.example/credentials/1' },
      checkedAt: '2031-03-04T10:00:00.000Z',
      inner: [],
    });
    expect(answer.checks).toHaveLength(8);
    expect(answer.checks).toContainEqual({
      id: 'recipient',
      outcome: 'passed',
      code: 'recipient.match',
      sentence: 'The badge belongs to the address that was typed.',
    });
    expect(answer.requests.map(({ url }: { url: string }) => url)).toContain(issuer.statusList);
    const page = await hub.browser().read(new URL(answer.page).pathname);
    expect(page).toContain('The badge belongs to the address that was typed.');
  });

  it('takes the badge itself in every form, and gives one verdict for all of them', async () => {
    const { hub, badge } = await hubWithBadge();
    const png = hub.given.bakedPng(badge);
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"><openbadges:credential><![CDATA[${badge}]]></openbadges:credential></svg>`;
    const form = new FormData();
    form.append('file', new File([bytes(png)], 'badge.png'));
    hub.elsewhere('https://marram.example/credentials/1', { body: badge });

    const answers = await Promise.all([
      send(hub, 'application/json', badge),
      send(hub, 'application/vc+ld+json', badge),
      send(hub, 'application/vc; charset=utf-8', badge),
      send(hub, 'text/plain', badge),
      send(hub, 'image/png', bytes(png)),
      send(hub, 'image/svg+xml', svg),
      hub.request('/api/v1/verify', { method: 'POST', body: form }),
      sendJson(hub, { text: badge }),
      sendJson(hub, { credential: badge }),
      sendJson(hub, { url: 'https://marram.example/credentials/1' }),
    ]);

    const bodies = await Promise.all(answers.map((answer) => answer.json()));
    expect(bodies.map(({ verdict }) => verdict)).toEqual(Array(10).fill('valid'));
    const carriers = ['json', 'json', 'json', 'json', 'png', 'svg', 'png', 'json', 'json', 'url'];
    expect(bodies.map(({ format }) => format.carrier)).toEqual(carriers);
  });

  it('gives status 200 and no badge for one that was changed', async () => {
    const { hub, badge } = await hubWithBadge();

    const response = await send(hub, 'application/json', badge.replace('Seed keeper', 'Brain surgeon'));

    expect(response.status).toBe(200);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ verdict: 'invalid' });
    expect(text).not.toMatch(/Brain surgeon|Ana Flores/);
  });

  it('gives the last answer when the issuer is silent, and no green one', async () => {
    const { hub, issuer, badge } = await hubWithBadge();
    await send(hub, 'application/json', badge);
    issuer.fails('timeout');

    const answer = await (await send(hub, 'application/json', badge)).json();

    expect(answer).toMatchObject({
      verdict: 'could-not-check',
      lastSeen: { verdict: 'valid', takenAt: '2031-03-04T10:00:00.000Z' },
    });
  });

  it.each([
    ['nothing', 'application/json', '', 'The body is not JSON.'],
    ['broken JSON', 'application/json', '{"credential":', 'The body is not JSON.'],
    ['an empty object', 'application/json', '{}', 'Send exactly one of credential, text and url.'],
    ['two badges', 'application/json', '{"text":"a","url":"https://a.example/"}', 'Send exactly one of credential'],
    ['only a recipient', 'application/json', '{"recipient":"a@b.example"}', 'Send exactly one of credential'],
    ['a url that is none', 'application/json', '{"url":"ftp://a.example/"}', 'http:// or https://'],
    ['an unknown type', 'application/x-thing', 'x', 'application/x-thing'],
    ['an empty picture', 'image/png', '', 'The body is empty.'],
    ['a list', 'application/json', '[]', ''],
  ])('refuses %s with a problem document', async (_name, type, body, problem) => {
    const { hub } = await hubWithBadge();

    const response = await send(hub, type, body);

    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(await response.json()).toMatchObject({ status: 400, code: 'web.not-understood' });
    expect(JSON.stringify(await (await send(hub, type, body)).json())).toContain(problem);
    expect(await hub.given.rowsOf('verification')).toEqual([]);
  });

  it('refuses two files, and a body beyond the limit', async () => {
    const { hub, badge } = await hubWithBadge();
    const form = new FormData();
    for (const name of ['a.json', 'b.json']) form.append('file', new File([badge], name));

    const two = await hub.request('/api/v1/verify', { method: 'POST', body: form });
    const large = await send(hub, 'application/json', `"${'x'.repeat(3 * 1024 * 1024)}"`);

    expect(two.status).toBe(400);
    expect(large.status).toBe(413);
    expect(large.headers.get('content-type')).toContain('application/problem+json');
  });

  it('answers what browsers ask before they send', async () => {
    const { hub } = await hubWithBadge();

    const response = await hub.request('/api/v1/verify', {
      method: 'OPTIONS',
      headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' },
    });

    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-allow-methods')).toContain('POST');
  });

  it('is described by the schemas it parses with, and on a page with a line that works', async () => {
    const { hub } = await hubWithBadge();

    const description = await (await hub.request('/api/v1/openapi.json')).json();
    const page = await hub.browser().read('/api');

    expect(description).toMatchObject({ openapi: '3.1.0', servers: [{ url: 'https://hub.example' }] });
    const operation = description.paths['/api/v1/verify'].post;
    expect(Object.keys(operation.responses)).toEqual(['200', '400', '413', '429']);
    expect(Object.keys(operation.requestBody.content)).toContain('image/png');
    expect(Object.keys(description.components.schemas.VerifyRequest.properties)).toContain('recipient');
    expect(Object.keys(description.components.schemas.VerifyAnswer.properties)).toContain('lastSeen');
    expect(page).toContain('curl -F file=@badge.png https://hub.example/api/v1/verify');
  });
});

describe('bad input to the API', () => {
  it('JSON 10,000 levels deep gets an answer', async () => {
    const { hub } = await hubWithBadge();
    const deep = `{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`;

    const itself = await (await send(hub, 'application/json', deep)).json();
    const inside = await send(hub, 'application/json', `{"credential":${deep}}`);

    expect(itself).toMatchObject({
      verdict: 'could-not-check',
      checks: [{ code: 'import.too-deep' }, ...Array(7).fill({})],
    });
    expect([200, 400]).toContain(inside.status);
  });

  it('a PNG whose text unpacks to a thousand times its size is not unpacked', async () => {
    const { hub } = await hubWithBadge();
    const bomb = bytes(bombPng());
    const before = process.memoryUsage().arrayBuffers;

    const answer = await (await send(hub, 'image/png', bomb)).json();

    expect(answer.verdict).toBe('could-not-check');
    expect(answer.checks[0].code).toMatch(/^import\.(badge-too-large|damaged-picture|picture-without-badge)$/);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100 * 1024 * 1024);
  });

  it.each([
    'http://127.0.0.1:5432/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[::1]/badge',
    'http://localhost/badge',
  ])('an address inside the house is not asked: %s', async (url) => {
    const hub = await testHub({ fetch: guardedFetch() });
    await hub.given.alliance();

    const answer = await (await sendJson(hub, { url })).json();

    expect(answer).toMatchObject({
      verdict: 'could-not-check',
      checks: [{ code: 'shape.unreachable-refused-address' }, ...Array(7).fill({})],
      requests: [{ url, failure: 'refused-address' }],
    });
  });

  it('redirects without end and pages without a badge are told apart', async () => {
    const { hub } = await hubWithBadge();
    hub.elsewhere('https://loop.example/', { failure: 'too-many-redirects' });
    hub.elsewhere('https://page.example/', { body: '<!doctype html><html></html>', contentType: 'text/html' });

    const codes = await Promise.all(
      ['https://loop.example/', 'https://page.example/'].map(
        async (url) => (await (await sendJson(hub, { url })).json()).checks[0].code,
      ),
    );

    expect(codes).toEqual(['shape.unreachable-too-many-redirects', 'import.web-page']);
  });
});

describe.skipIf(!conformance.present)('the official samples', () => {
  const folder = 'ob3/validator-samples';
  const samples: [string, string, string][] = [
    ['simple.json', 'could-not-check', 'passed'],
    ['simple-json.png', 'could-not-check', 'passed'],
    ['simple-json.svg', 'could-not-check', 'passed'],
    ['simple-jwt.png', 'could-not-check', 'passed'],
    ['simple-jwt.svg', 'could-not-check', 'passed'],
    ['simple.jwt', 'could-not-check', 'unknown'],
    ['simple-err-proof-value.json', 'invalid', 'failed'],
    ['simple-err-expired.json', 'expired', 'passed'],
    ['simple-err-type.json', 'invalid', 'failed'],
  ];

  it.each(samples)('%s: %s on the page, by the API and from the module', async (name, verdict, proof) => {
    const hub = await testHub({ now: '2026-06-01T12:00:00Z' });
    await hub.given.alliance();
    const content = conformance.bytes(`${folder}/${name}`);
    const form = new FormData();
    form.append('file', new File([content], name));

    const module = await verifyAndRemember(hub, content);
    const answer = await (await hub.request('/api/v1/verify', { method: 'POST', body: form })).json();
    const sent = await hub.browser().post('/verify', { file: new File([content], name) });
    const path = new URL(sent.headers.get('location') ?? '', hub.urls.base).pathname;
    const page = await (await hub.request(`${path}/report.json`)).json();

    expect([module.report.verdict, answer.verdict, page.verdict]).toEqual([verdict, verdict, verdict]);
    expect(answer.checks[1]).toMatchObject({ id: 'proof', outcome: proof });
    expect(page.checks).toEqual(answer.checks);
  });

  it('a sample whose issuer publishes its key is valid', async () => {
    const hub = await testHub({ now: '2026-06-01T12:00:00Z' });
    await hub.given.alliance();
    const content = conformance.bytes(`${folder}/simple-json.png`);
    const reading = readBadge(content);
    const document = JSON.parse(reading.ok ? (reading.documents[0]?.text ?? '') : '');
    const method = [document.proof].flat()[0].verificationMethod;
    const multikey = method.split('#')[1];
    const key = { id: method, type: 'Multikey', controller: document.issuer.id, publicKeyMultibase: multikey };
    hub.elsewhere(document.issuer.id, {
      body: JSON.stringify({
        '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
        id: document.issuer.id,
        verificationMethod: [key],
        assertionMethod: [method],
      }),
    });

    const { report } = await verifyAndRemember(hub, content);

    expect(report.checks.find(({ id }) => id === 'key')).toMatchObject({ outcome: 'passed' });
    expect(report.verdict).toBe('valid');
  });

  const old = conformance.files('ob2/versions').filter((name) => name.includes('assertion'));
  it.each(old)('ob2/versions/%s gets the same answer everywhere, and never a green one by itself', async (name) => {
    const hub = await testHub({ now: '2026-06-01T12:00:00Z' });
    await hub.given.alliance();
    const text = conformance.text(`ob2/versions/${name}`);

    const answer = await (await send(hub, 'application/json', text)).json();
    const { report } = await verifyAndRemember(hub, text);

    expect(answer.verdict).toBe(report.verdict);
    expect(answer.verdict).not.toBe('valid');
    expect(answer.checks.map(({ code }: { code: string }) => code)).toEqual(report.checks.map(({ code }) => code));
  });
});

/** An iTXt chunk of a quarter of a megabyte that unpacks to a quarter of a gigabyte. */
function bombPng(): Buffer {
  const packed = deflateSync(Buffer.alloc(256 * 1024 * 1024), { level: 9 });
  const text = Buffer.concat([Buffer.from('openbadgecredential\0\x01\0\0\0', 'latin1'), packed]);
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('iTXt', text),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** PNG, annex D */
function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
