import { connect } from 'node:net';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeMultikey } from '../../src/keys/multikey.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { generateSigningKey } from '../../src/node.ts';
import { leastCredential, ServedBadges } from '../testing/running-server.ts';
import { mostBody } from './server-request.ts';

const json = { 'content-type': 'application/json' };

describe('requests', () => {
  const served = new ServedBadges();
  beforeAll(async () => void (await served.start()));
  afterAll(served.stop);

  it.each<[string, string, string, { headers?: Record<string, string>; body?: string | Uint8Array }, number]>([
    ['an unknown path', 'GET', '/nowhere', {}, 404],
    ['an unknown issuer', 'POST', '/issuers/nobody/credentials/issue', { headers: json, body: '{}' }, 404],
    [
      'the proof-only path outside test mode',
      'POST',
      '/proof-only/credentials/verify',
      { headers: json, body: '{}' },
      404,
    ],
    ['a path upwards', 'GET', '/../../etc/passwd', {}, 404],
    ['another method', 'GET', '/credentials/issue', {}, 405],
    ['a method nobody knows', 'DELETE', '/credentials/verify', {}, 405],
    ['a question what is allowed', 'OPTIONS', '/credentials/verify', {}, 405],
    ['no type', 'POST', '/credentials/issue', { body: '{}' }, 415],
    ['another type', 'POST', '/credentials/issue', { headers: { 'content-type': 'text/plain' }, body: '{}' }, 415],
    [
      'a form',
      'POST',
      '/credentials/issue',
      { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'a=b' },
      415,
    ],
    ['broken JSON', 'POST', '/credentials/issue', { headers: json, body: '{"credential":' }, 400],
    ['no body', 'POST', '/credentials/issue', { headers: json }, 400],
    ['a list', 'POST', '/credentials/issue', { headers: json, body: '[]' }, 400],
    ['null', 'POST', '/credentials/verify', { headers: json, body: 'null' }, 400],
    [
      'JSON that is too deep',
      'POST',
      '/credentials/verify',
      { headers: json, body: `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}` },
      400,
    ],
    [
      'bytes that are no text',
      'POST',
      '/credentials/verify',
      { headers: json, body: Uint8Array.from([0x7b, 0xff, 0xfe, 0x7d]) },
      400,
    ],
    ['another host', 'GET', '/', { headers: { host: 'evil.example' } }, 421],
    ['a host that only begins like ours', 'GET', '/', { headers: { host: 'localhost.evil.example' } }, 421],
  ])('%s is refused', async (_, method, path, sending, status) => {
    const reply = await served.send(method, path, sending);

    expect(reply.status).toBe(status);
    expect(reply.headers['content-type']).toBe('application/problem+json');
    expect(reply.body).toMatchObject({ title: expect.any(String), detail: expect.any(String), status });
  });

  it('a refused method is told which ones are there', async () => {
    expect((await served.send('PUT', '/credentials/issue')).headers.allow).toBe('POST');
    expect((await served.post('/localConfig.cjs', {})).headers.allow).toBe('GET, HEAD');
  });

  it('a body that is too large is refused before it is read to its end', async () => {
    const reply = await served.send('POST', '/credentials/verify', {
      headers: json,
      body: Buffer.alloc(mostBody + 1, 0x20),
    });

    expect(reply.status).toBe(413);
    expect((await served.get('/')).status).toBe(200);
  });

  it('a document with members that mean something to JavaScript is refused like any other', async () => {
    const text = '{"verifiableCredential":{"__proto__":{"verified":true},"constructor":{},"toString":1}}';

    const { status, body } = await served.post('/credentials/verify', text);

    expect([status, body.verified]).toEqual([400, false]);
  });

  it.each(['garbage\r\n\r\n', 'GET / HTTP/9.9\r\n\r\n', `GET /${'a'.repeat(100_000)} HTTP/1.1\r\n\r\n`, '\0\0\0\0'])(
    'what is no HTTP does not stop the server (%#)',
    async (text) => {
      await new Promise<void>((resolve) => {
        const socket = connect(Number(new URL(served.world.origin).port), '127.0.0.1', () => socket.end(text));
        socket
          .on('error', () => resolve())
          .on('close', () => resolve())
          .resume();
      });

      expect((await served.get('/')).status).toBe(200);
    },
  );

  it('many at once are all answered', async () => {
    const issuers = served.world.issuers.filter(({ form }) => form !== 'selective-disclosure');

    const replies = await Promise.all(
      Array.from({ length: 60 }, async (_, at) => {
        const issuer = issuers[at % issuers.length]?.name as string;
        const credential = await served.issued(issuer, {
          ...leastCredential,
          issuer: 'did:example:a',
          id: `urn:credential:${at}`,
        });
        return (await served.verify(credential)).status;
      }),
    );

    expect(replies.every((status) => status === 200)).toBe(true);
    expect(served.bugs).toEqual([]);
  });

  it('both loopback addresses answer, and no other', async () => {
    const { port } = new URL(served.world.origin);

    expect((await served.get(`http://127.0.0.1:${port}/`)).status).toBe(200);
    expect((await served.get(`http://[::1]:${port}/`)).status).toBe(200);
  });

  it('the first page explains the rest, as text or as JSON', async () => {
    const text = await served.get('/');
    const { body } = await served.get('/', { accept: 'application/json' });
    const head = await served.send('HEAD', '/');

    expect(text.text).toContain('POST /credentials/verify');
    expect(body.issuers).toHaveLength(served.world.issuers.length);
    expect(body).toMatchObject({ verifyCredential: `${served.world.origin}/credentials/verify` });
    expect([head.status, head.text]).toEqual([200, '']);
  });

  it('a mistake of its own is a 500 that says nothing more, and is told to who runs it', async () => {
    const broken = await new ServedBadges().start({
      random: () => {
        throw new Error('no dice');
      },
    });

    const { status, text } = await broken.send('POST', '/challenges');
    await broken.stop();

    expect(status).toBe(500);
    expect(text).not.toContain('dice');
    expect(broken.bugs).toMatchObject([{ message: 'no dice' }]);
  });
});

describe('the configuration for the suites', () => {
  it.each([true, false])('names every tag, and verifiers that answer (test mode: %s)', async (isTestMode) => {
    const served = await new ServedBadges().start({ isTestMode });
    const { text, headers } = await served.get('/localConfig.cjs');
    const module = { exports: {} as JsonObject };
    runInNewContext(text, { module });
    const [implementation] = module.exports.implementations as Record<
      string,
      { endpoint: string; tags: string[]; id: string }[]
    >[];

    const credential = (
      await served.post(String(implementation?.issuers?.[0]?.endpoint), { credential: leastCredential })
    ).body.verifiableCredential;
    const statuses: number[] = [];
    for (const { endpoint } of implementation?.verifiers ?? []) {
      statuses.push((await served.post(endpoint, { verifiableCredential: credential })).status);
    }
    await served.stop();

    expect(headers['content-type']).toContain('javascript');
    expect(new Set(implementation?.issuers?.flatMap(({ tags }) => tags))).toEqual(
      new Set([
        'vc2.0',
        'eddsa-rdfc-2022',
        'eddsa-jcs-2022',
        'Ed25519Signature2020',
        'ecdsa-rdfc-2019',
        'ecdsa-jcs-2019',
        'ecdsa-sd-2023',
        'EnvelopingProof',
        'BitstringStatusList',
        'Revocation',
        'Suspension',
        'vc-api',
      ]),
    );
    expect(statuses.every((status) => status === 200)).toBe(true);
    expect(implementation?.verifiers?.every(({ endpoint }) => endpoint.includes('/proof-only/') === isTestMode)).toBe(
      true,
    );
  });
});

it('keys that are given stay the same from one start to the next', async () => {
  const keys = (['Ed25519', 'P-256', 'P-384'] as const).map((type) => generateSigningKey(type));
  const first = await new ServedBadges().start({ keys });
  const names = ['eddsa-rdfc-2022', 'ecdsa-rdfc-2019-p256', 'ecdsa-rdfc-2019-p384'];

  const dids = names.map((name) => first.world.issuers.find((issuer) => issuer.name === name)?.did);
  await first.stop();

  expect(dids).toEqual(keys.map(({ publicKey }) => `did:key:${encodeMultikey(publicKey)}`));
});
