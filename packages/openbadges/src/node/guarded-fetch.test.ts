import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, it, onTestFinished } from 'vitest';
import { fetchTarget } from './fetch-target.ts';
import { guardedFetch } from './guarded-fetch.ts';
import { isPublicAddress } from './public-address.ts';

const accept = { accept: 'application/json' };

async function site(answer: RequestListener) {
  const requests: { url?: string; host?: string; headers: NodeJS.Dict<string | string[]> }[] = [];
  const server = createServer((request, response) => {
    requests.push({ url: request.url, host: request.headers.host, headers: request.headers });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { host, url: `http://${host}`, requests };
}

const json: RequestListener = (_request, response) => {
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end('{"id":"x"}');
};

const sending = (body: Uint8Array | string, headers: Record<string, string>, status = 200): RequestListener => {
  return (_request, response) => void response.writeHead(status, headers).end(body);
};

const fetchFrom = (...allow: string[]) => guardedFetch({ allow });

it('gives back the document, its type and the address it came from', async () => {
  const there = await site(json);

  const answer = await fetchFrom(there.host)(`${there.url}/badge`, accept);

  expect(answer).toMatchObject({ ok: true, status: 200, url: `${there.url}/badge` });
  expect(answer.ok && new TextDecoder().decode(answer.body)).toBe('{"id":"x"}');
  expect(there.requests[0]?.headers).toMatchObject({ accept: 'application/json', 'user-agent': 'openbadges' });
  expect(there.requests[0]?.headers).not.toHaveProperty('cookie');
});

it('does not reach this machine or its network unless that is allowed by name', async () => {
  const there = await site(json);
  const port = there.host.split(':')[1];

  const answers = await Promise.all(
    [
      there.url,
      `http://localhost:${port}`,
      `https://127.0.0.1:${port}`,
      `http://[::1]:${port}`,
      `http://[::ffff:7f00:1]:${port}`,
      `http://2130706433:${port}`,
      `http://0x7f.1:${port}`,
      'http://127.0.0.1/',
      'https://localhost/',
      'http://169.254.169.254/latest',
    ].map((url) => fetchFrom()(url, accept)),
  );

  expect(new Set(answers.map((answer) => !answer.ok && answer.failure))).toEqual(new Set(['refused-address']));
  expect(there.requests).toEqual([]);
});

it('allows one port of a host without allowing the others', async () => {
  const [allowed, other] = [await site(json), await site(json)];
  const get = fetchFrom(allowed.host);

  expect(await get(allowed.url, accept)).toMatchObject({ ok: true });
  expect(await get(other.url, accept)).toMatchObject({ ok: false, failure: 'refused-address' });
});

it('does not follow a redirect to a private address', async () => {
  const inside = await site(json);
  const outside = await site(sending('', { location: `${inside.url}/secret` }, 302));

  const answer = await fetchFrom(outside.host)(outside.url, accept);

  expect(answer).toMatchObject({ ok: false, failure: 'refused-address', url: `${inside.url}/secret` });
  expect(inside.requests).toEqual([]);
});

it('follows five redirects and not six', async () => {
  const there = await site((request, response) => {
    const left = Number(request.url?.slice(1));
    if (left === 0) json(request, response);
    else response.writeHead(301, { location: `/${left - 1}` }).end();
  });
  const get = fetchFrom(there.host);

  expect(await get(`${there.url}/5`, accept)).toMatchObject({ ok: true, url: `${there.url}/0` });
  expect(await get(`${there.url}/6`, accept)).toMatchObject({ ok: false, failure: 'too-many-redirects' });
});

it('connects to the address that was checked, whatever the name means a moment later', async () => {
  const there = await site(json);
  const port = there.host.split(':')[1];
  let asked = 0;
  const resolve = async () => (++asked === 1 ? ['127.0.0.1'] : ['192.0.2.1']);
  const get = guardedFetch({ allow: ['badges.test'], resolve });

  const answer = await get(`http://badges.test:${port}/`, accept);

  expect(answer).toMatchObject({ ok: true });
  expect(there.requests).toMatchObject([{ host: `badges.test:${port}` }]);
  expect(asked).toBe(1);
});

it('refuses a name when one of its addresses is private', async () => {
  const resolve = async () => ['93.184.216.34', '10.0.0.5'];

  const answer = await guardedFetch({ allow: [], resolve })('https://badges.test/', accept);

  expect(answer).toMatchObject({ ok: false, failure: 'refused-address' });
});

it('is unreachable when the name does not exist or nobody listens', async () => {
  const resolve = () => Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }));

  expect(await guardedFetch({ allow: [], resolve })('https://badges.test/', accept)).toMatchObject({
    failure: 'unreachable',
  });
  expect(await fetchFrom('127.0.0.1:1')('http://127.0.0.1:1/', accept)).toMatchObject({ failure: 'unreachable' });
});

it.each([
  [404, 'not-found'],
  [410, 'gone'],
  [500, 'server-error'],
  [403, 'server-error'],
])('says of the status %i that the document is %s', async (status, failure) => {
  const there = await site(sending('{}', { 'content-type': 'application/json' }, status));

  expect(await fetchFrom(there.host)(there.url, accept)).toEqual({ ok: false, url: `${there.url}/`, status, failure });
});

it('stops at the limit of size, with and without a length and inside of compression', async () => {
  const large = Buffer.alloc(5 * 1024 * 1024 + 1, 32);
  const type = { 'content-type': 'application/json' };
  const announced = await site(sending(large, { ...type, 'content-length': String(large.length) }));
  const streamed = await site(sending(large, type));
  const zipped = await site(
    sending(gzipSync(Buffer.alloc(200 * 1024 * 1024)), { ...type, 'content-encoding': 'gzip' }),
  );
  const brotli = await site(sending(brotliCompressSync(large), { ...type, 'content-encoding': 'br' }));
  const before = process.memoryUsage().rss;

  const sites = [announced, streamed, zipped, brotli];
  const answers = await Promise.all(sites.map(({ host, url }) => fetchFrom(host)(url, accept)));

  expect(answers.map((answer) => !answer.ok && answer.failure)).toEqual(Array(4).fill('too-large'));
  expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
});

it('reads what is compressed within the limit', async () => {
  const there = await site(
    sending(gzipSync('{"id":"zipped"}'), { 'content-type': 'application/ld+json', 'content-encoding': 'gzip' }),
  );

  const answer = await fetchFrom(there.host)(there.url, accept);

  expect(answer.ok && new TextDecoder().decode(answer.body)).toBe('{"id":"zipped"}');
});

it('gives up on broken compression', async () => {
  const there = await site(sending('not gzip', { 'content-type': 'text/plain', 'content-encoding': 'gzip' }));

  expect(await fetchFrom(there.host)(there.url, accept)).toMatchObject({ ok: false, failure: 'unreachable' });
});

it.each([
  ['application/pdf', undefined],
  ['video/mp4', undefined],
  ['application/zip', undefined],
  ['text/plain', 'compress'],
  ['text/plain', 'gzip, gzip'],
])('does not read %s in the encoding %s', async (type, encoding) => {
  const headers = { 'content-type': type, ...(encoding && { 'content-encoding': encoding }) };
  const there = await site(sending('x', headers));

  expect(await fetchFrom(there.host)(there.url, accept)).toMatchObject({ ok: false, failure: 'wrong-type' });
});

it.each([
  'application/vc+ld+json',
  'application/statuslist+jwt',
  'application/did+json',
  'image/png',
  'text/html; charset=x',
  '',
])('reads the type %j', async (type) => {
  const there = await site(sending('x', { 'content-type': type }));

  expect(await fetchFrom(there.host)(there.url, accept)).toMatchObject({ ok: true });
});

it('gives up on a server that sends one byte at a time', async () => {
  const there = await site((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const drip = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(drip));
  });
  const get = guardedFetch({ allow: [there.host], time: 300 });

  expect(await get(there.url, accept)).toEqual({ ok: false, url: `${there.url}/`, failure: 'timeout' });
});

it('gives up on a server that never answers, and on a name that is never found', async () => {
  const silent = await site(() => {});
  const resolve = () => new Promise<string[]>(() => {});

  const answers = await Promise.all([
    guardedFetch({ allow: [silent.host], time: 200 })(silent.url, accept),
    guardedFetch({ allow: [], time: 200, resolve })('https://badges.test/', accept),
  ]);

  expect(answers.map((answer) => !answer.ok && answer.failure)).toEqual(['timeout', 'timeout']);
});

it('asks one host four times at once and not more often', async () => {
  let [now, most] = [0, 0];
  const there = await site((request, response) => {
    most = Math.max(most, ++now);
    setTimeout(() => {
      now -= 1;
      json(request, response);
    }, 20);
  });
  const get = fetchFrom(there.host);

  const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => get(`${there.url}/${index}`, accept)));

  expect(answers.every((answer) => answer.ok)).toBe(true);
  expect(most).toBe(4);
});

it.each([
  'not an address',
  'ftp://example.org/',
  'file:///etc/passwd',
  'data:text/plain,x',
  'https://user:password@example.org/',
  'https://example.org:22/',
  'https://example.org:6379/',
  'https://example.org:5432/',
  'http://example.org:8080/',
  'http://example.org:443/',
])('refuses the address %s', async (url) => {
  const resolve = async () => ['93.184.216.34'];

  expect(await guardedFetch({ allow: [], resolve })(url, accept)).toMatchObject({
    failure: 'refused-address',
  });
});

const target = (url: string, from?: string) =>
  fetchTarget(url, {
    allow: [],
    resolve: async () => ['93.184.216.34'],
    from: from ? new URL(from) : undefined,
    signal: AbortSignal.timeout(1000),
  });

it.each(['https://example.org/', 'https://example.org:8443/', 'https://example.org:3000/', 'http://example.org/'])(
  'lets %s be fetched',
  async (url) => {
    expect(await target(url)).toMatchObject({ addresses: ['93.184.216.34'] });
  },
);

it('does not go from https on to http', async () => {
  expect(await target('http://example.org/', 'https://example.org/')).toEqual({ failure: 'refused-address' });
  expect(await target('http://example.org/', 'http://example.org/')).toMatchObject({ addresses: ['93.184.216.34'] });
});

it.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '100.100.100.200',
  '127.0.0.1',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.192',
  '192.0.2.1',
  '192.168.1.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '168.63.129.16',
  '::',
  '::1',
  '::7f00:1',
  '::ffff:10.0.0.1',
  '64:ff9b::a00:1',
  '64:ff9b:1::1',
  '100::1',
  '2001::1',
  '2001:db8::1',
  '2002:a00:1::1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fec0::1',
  'ff02::1',
  'localhost',
  '',
])('knows that %j is not public', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

it.each(['1.1.1.1', '93.184.216.34', '172.32.0.1', '2606:4700::1111', '::ffff:1.1.1.1'])(
  'knows that %s is public',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

it.each([
  [{ 'cache-control': 'public, max-age=300' }, { maxAge: 300_000 }],
  [{ 'cache-control': 'max-age=300', age: '100' }, { maxAge: 200_000 }],
  [{ 'cache-control': 'no-store, max-age=300' }, { maxAge: 0 }],
  [{ 'cache-control': 'no-cache' }, { maxAge: 0 }],
  [{ expires: 'Thu, 01 Jan 1970 00:01:00 GMT', date: 'Thu, 01 Jan 1970 00:00:00 GMT' }, { maxAge: 60_000 }],
  [{ expires: '0', date: 'Thu, 01 Jan 1970 00:00:00 GMT' }, { maxAge: 0 }],
  [{ 'cache-control': 'max-age=very long' }, {}],
  [{}, {}],
])('knows from %j for how long an answer may be kept', async (headers, expected) => {
  const there = await site(sending('{}', { 'content-type': 'application/json', ...headers }));

  const answer = await fetchFrom(there.host)(there.url, accept);

  expect(answer).toMatchObject({ ok: true, ...expected });
  expect('maxAge' in answer).toBe('maxAge' in expected);
});

it.each(['__proto__', 'constructor', 'toString', 'compress'])(
  'says of a body in the coding %s that it cannot be read',
  async (coding) => {
    const there = await site(sending('{}', { 'content-type': 'application/json', 'content-encoding': coding }));

    expect(await fetchFrom(there.host)(there.url, accept)).toMatchObject({ ok: false, failure: 'wrong-type' });
  },
);
