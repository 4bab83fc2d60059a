import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import sparticuz from '@sparticuz/chromium';
import * as esbuild from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PageFetchOptions } from '../src/browser/page-fetch.ts';
import type { FetchAnswer } from '../src/verify/environment.ts';
import { packageRoot } from './consumer.ts';

const script = esbuild.buildSync({
  stdin: { contents: "export { pageFetch } from './src/browser.ts';", resolveDir: packageRoot },
  bundle: true,
  write: false,
  format: 'iife',
  globalName: 'openbadges',
}).outputFiles[0]?.text as string;

let servers: Server[];
let home: string;
let other: string;
let asked: IncomingMessage[] = [];
let browser: Browser;
let page: Page;

beforeAll(async () => {
  servers = [createServer((_, response) => response.end('<!doctype html>')), createServer(respond)];
  [home, other] = (await Promise.all(servers.map(listening))) as [string, string];
  browser = await chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: sparticuz.args.filter((arg) => !['--single-process', '--no-zygote', '--disable-web-security'].includes(arg)),
  });
  const context = await browser.newContext();
  await context.addCookies([{ name: 'secret', value: '1', url: `http://${other}/` }]);
  page = await context.newPage();
  await page.goto(`http://${home}/`);
  await page.addScriptTag({ content: script });
}, 60_000);
beforeEach(() => {
  asked = [];
});
afterAll(async () => {
  await browser?.close();
  for (const server of servers) server.closeAllConnections();
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
});

describe('a page', () => {
  it('reads what a server shares, and says how long it may be kept', async () => {
    const answer = await ask('/shared');

    expect(answer).toMatchObject({ ok: true, status: 200, contentType: 'application/json', maxAge: 60_000, size: 11 });
  });

  it('sends no cookies, not its own address, and no preflight however long the list of types is', async () => {
    const accept = `${'application/x-some-type, '.repeat(8)}text/plain`;

    const answer = await ask('/shared', {}, accept);

    expect(answer.ok).toBe(true);
    expect(asked.map(({ method }) => method)).toEqual(['GET']);
    expect(asked[0]?.headers).not.toHaveProperty('cookie');
    expect(asked[0]?.headers).not.toHaveProperty('referer');
  });

  it.each([
    ['/not-shared', 'not-shared'],
    ['/missing', 'not-found'],
    ['/gone', 'gone'],
    ['/broken', 'server-error'],
    ['/large', 'too-large'],
    ['/cut', 'unreachable'],
  ])('says of %s that it is %s', async (path, failure) => {
    expect(await ask(path, { size: 100_000 })).toMatchObject({ ok: false, failure });
  });

  it('waits no longer than it was told to', async () => {
    expect(await ask('/never', { time: 300 })).toMatchObject({ ok: false, failure: 'timeout' });
  });

  it('says that nobody answers where there is no server', async () => {
    const empty = createServer();
    const address = await listening(empty);
    await new Promise((done) => empty.close(done));

    expect(await ask('', { allow: [address] }, '*/*', `http://${address}/`)).toMatchObject({ failure: 'unreachable' });
  });

  it.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://localhost/',
    'http://printer/',
    'http://printer.local./',
    'https://router.home.arpa/',
    'https://user:word@example.org/',
    'https://example.org:8443/',
    'file:///etc/passwd',
    'data:application/json,{}',
    'javascript:alert(1)',
    'no address',
  ])('does not ask %s', async (url) => {
    expect(await ask('', { allow: [] }, '*/*', url)).toMatchObject({ ok: false, failure: 'refused-address' });
    expect(asked).toEqual([]);
  });
});

type Told = Omit<FetchAnswer, 'body'> & { size?: number };

function ask(
  path: string,
  options: PageFetchOptions = {},
  accept = 'application/json',
  url = `http://${other}${path}`,
) {
  const all = { allow: [other], ...options };
  return page.evaluate(
    async ([url, accept, options]): Promise<Told> => {
      const { pageFetch } = (globalThis as unknown as { openbadges: typeof import('../src/browser.ts') }).openbadges;
      const answer = await pageFetch(options)(url, { accept });
      return answer.ok ? { ...answer, size: answer.body.length } : answer;
    },
    [url, accept, all] as const,
  );
}

function respond(request: IncomingMessage, response: ServerResponse): void {
  asked.push(request);
  const shared = { 'access-control-allow-origin': '*', 'content-type': 'application/json' };
  const answers: Record<string, () => void> = {
    '/shared': () => response.writeHead(200, { ...shared, 'cache-control': 'max-age=60' }).end('{"a":"bcd"}'),
    '/not-shared': () => response.writeHead(200).end('{}'),
    '/gone': () => response.writeHead(410, shared).end(),
    '/broken': () => response.writeHead(503, shared).end(),
    '/large': () => response.writeHead(200, shared).end(Buffer.alloc(200_000)),
    '/cut': () => request.socket.destroy(),
    '/never': () => undefined,
  };
  const answer = answers[request.url ?? ''] ?? (() => response.writeHead(404, shared).end());
  answer();
}

function listening(server: Server): Promise<string> {
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => done(`127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
}
