import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDatabase, dropDatabase } from '../src/testing/test-database.ts';
import {
  linkInLetter,
  makeAlliance,
  makeOrganization,
  press,
  publishAchievement,
  reloadUntil,
  sendList,
  uploadList,
} from './acts.ts';
import { openBrowser, privateWindow } from './real-browser.ts';
import {
  databaseProcess,
  databaseUrl,
  dataFolderOfTest,
  isRunning,
  type RealHub,
  runHub,
  type StartHub,
  startHub,
} from './real-hub.ts';

const passphrase = { BA_BACKUP_PASSPHRASE: 'nine slow herons' };

describe('npm start', () => {
  it('opens an empty hub, and Ctrl-C leaves nothing running and nothing to worry about', async () => {
    const data = dataFolderOfTest();
    const hub = await start({ data, npm: true, args: ['--port', '0'] });
    const database = databaseProcess(data);
    expect(hub.printed()).toContain(data);
    expect(await answer(`${hub.address}/healthz`)).toEqual([200, 'ok']);
    expect(await answer(`${hub.address}/readyz`)).toEqual([
      200,
      JSON.stringify({ database: 'ok', migrations: 'ok', queue: 'ok' }),
    ]);
    expect((await fetch(hub.address)).url).toBe(`${hub.address}/first-run`);

    const { milliseconds } = await hub.stop();

    expect(milliseconds).toBeLessThan(5000);
    expect(isRunning(database)).toBe(false);
    expect(isRunning(hub.pid)).toBe(false);
    expect(existsSync(join(data, 'hub.lock'))).toBe(false);
    expect(hub.printed()).not.toMatch(/warn|error|ELIFECYCLE|\bat .*:\d+:\d+/i);
  });

  it('takes the next free port when nobody asked for one and 3000 is taken', async () => {
    await occupy(3000);

    const hub = await start({ data: dataFolderOfTest(), npm: true });

    const port = Number(new URL(hub.address).port);
    expect(port).toBeGreaterThan(3000);
    expect(port).toBeLessThan(3100);
    expect(await answer(`${hub.address}/healthz`)).toEqual([200, 'ok']);
  });

  it('stops although an open page listens for news', async () => {
    const hub = await start({ data: dataFolderOfTest() });
    const cookie = await makeAllianceByForm(hub);
    const news = await fetch(`${hub.address}/events`, { headers: { cookie } });
    expect(news.headers.get('content-type')).toContain('text/event-stream');

    const { code, milliseconds } = await hub.stop();

    expect(code).toBe(0);
    expect(milliseconds).toBeLessThan(5000);
  });
});

describe('a start that cannot be', () => {
  it('says in one sentence that the port that was asked for is in use', async () => {
    const taken = await occupy(0);

    const { code, printed } = await runHub({ data: dataFolderOfTest(), args: ['--port', String(taken)] });

    expect(code).toBe(1);
    expect(printed.trim()).toBe(`Port ${taken} is in use. Name another one with --port, or leave it out.`);
  });

  it('leaves a data folder alone that another hub works on', async () => {
    const data = dataFolderOfTest();
    const first = await start({ data });

    const { code, printed } = await runHub({ data });

    expect(code).toBe(1);
    expect(printed.trim()).toBe(`The data folder ${data} is in use by another hub (process ${first.pid}).`);
    expect((await answer(`${first.address}/readyz`))[0]).toBe(200);
  });

  it('tells all mistakes in the settings at once, and no secret', async () => {
    const env = { BA_BASE_URL: 'badges.example', BA_LOG_LEVEL: 'loud', BA_SECRET_KEY: 'too-short-a-secret' };

    const { code, printed } = await runHub({ data: dataFolderOfTest(), env });

    expect(code).toBe(1);
    for (const name of Object.keys(env)) expect(printed).toContain(name);
    expect(printed).not.toContain('too-short-a-secret');
    expect(printed).not.toMatch(/\bat .*:\d+:\d+/);
  });

  it('says so when the database that was named does not answer', async () => {
    const env = { DATABASE_URL: 'postgresql://nobody:guessme@127.0.0.1:1/nothing' };

    const { code, printed } = await runHub({ data: dataFolderOfTest(), env });

    expect(code).toBe(1);
    expect(printed.trim()).toBe('The database cannot be used: connect ECONNREFUSED 127.0.0.1:1.');
  });
});

describe('after kill -9', () => {
  it('the next start takes over the database that still runs, with everything in it', async () => {
    const data = dataFolderOfTest();
    const killed = await start({ data });
    const database = databaseProcess(data);
    await makeAllianceByForm(killed);
    await killed.kill();
    expect(isRunning(database)).toBe(true);

    const hub = await start({ data });

    expect(hub.printed()).toContain('still running');
    expect(await (await fetch(`${hub.address}/`)).text()).toContain('The Harbour Alliance');
    expect((await hub.stop()).code).toBe(0);
    expect(isRunning(database)).toBe(false);
  });
});

describe('another PostgreSQL', () => {
  it('is used as it is, and none is started', async () => {
    const database = await createDatabase();
    onTestFinished(() => dropDatabase(database));
    const data = dataFolderOfTest();

    const hub = await start({ data, env: { DATABASE_URL: databaseUrl(database) } });

    expect((await answer(`${hub.address}/readyz`))[0]).toBe(200);
    expect(hub.printed()).toContain('the database is elsewhere');
    expect(existsSync(join(data, 'postgres'))).toBe(false);
    expect((await hub.stop()).code).toBe(0);
  });
});

describe('commands', () => {
  it('doctor finds a hub that runs in good health', async () => {
    const data = dataFolderOfTest();
    await start({ data });

    const { code, printed } = await runHub({ data, args: ['doctor'] });

    expect(printed).toContain('0 bad');
    expect(code).toBe(0);
  });

  it('backup and restore move a hub: the page of a badge and its bytes are the same', async () => {
    const port = String(await freePort());
    const from = dataFolderOfTest();
    const to = dataFolderOfTest();
    const file = join(from, '..', 'hub.backup');
    const first = await start({ data: from, args: ['--port', port], env: { BA_UNDO_SECONDS: '0' } });
    const badge = await publicBadge(first);
    const before = await whatIsShown(badge);
    expect(before.json).toContain('"OpenBadgeCredential"');

    const backup = await runHub({ data: from, args: ['backup', file], env: passphrase });
    await first.stop();
    const restore = await runHub({ data: to, args: ['restore', file], env: passphrase });
    await start({ data: to, args: ['--port', port] });

    expect([backup, restore]).toMatchObject([{ code: 0 }, { code: 0 }]);
    expect(await whatIsShown(badge)).toEqual(before);
  });

  it('restore fills no hub that holds anything', async () => {
    const data = dataFolderOfTest();
    const file = join(data, '..', 'hub.backup');
    const hub = await start({ data });
    await makeAllianceByForm(hub);
    await hub.stop();
    await runHub({ data, args: ['backup', file], env: passphrase });

    const { code, printed } = await runHub({ data, args: ['restore', file], env: passphrase });

    expect(code).toBe(1);
    expect(printed).toMatch(/empty/);
    expect(printed).not.toMatch(/\bat .*:\d+:\d+/);
  });
});

async function start(how: StartHub): Promise<RealHub> {
  const hub = await startHub(how);
  onTestFinished(async () => {
    await hub.stop();
  });
  return hub;
}

async function answer(address: string): Promise<[number, string]> {
  const response = await fetch(address);
  return [response.status, await response.text()];
}

async function occupy(port: number): Promise<number> {
  const server = createServer();
  const taken = await listening(server, port);
  onTestFinished(() => void server.close());
  return taken;
}

/** Somebody else's server on the port serves as well. */
function listening(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(port) : reject(error),
    );
    server.listen(port, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listening(server, 0);
  await new Promise((closed) => server.close(closed));
  return port;
}

/** The form of the first page, without a browser. The cookies of the steward it made. */
async function makeAllianceByForm({ address }: RealHub): Promise<string> {
  const page = await fetch(`${address}/first-run`);
  const visit = cookiesOf(page);
  const [, csrf = ''] = /name="_csrf" value="([^"]+)"/.exec(await page.text()) ?? [];
  const body = new URLSearchParams({
    _csrf: csrf,
    name: 'The Harbour Alliance',
    purpose: 'Recognise what people in the harbour can do.',
    lang: 'en',
    timeZone: 'UTC',
    person: 'Ada Example',
    email: 'ada@alliance.example',
    password: 'seven blue lanterns at dusk',
  });
  const headers = { cookie: visit };
  const made = await fetch(`${address}/first-run`, { method: 'POST', body, headers, redirect: 'manual' });
  expect(made.status).toBe(303);
  return `${visit}; ${cookiesOf(made)}`;
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

/** Makes an alliance, a badge and an award that is accepted for everybody to see; the address of its page. */
async function publicBadge({ address }: RealHub): Promise<string> {
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  const [{ tab: ada }, { tab: nadia }] = [await privateWindow(browser), await privateWindow(browser)];
  await makeAlliance(ada, address);
  await makeOrganization(ada, address, 'Harbour Library');
  const achievement = await publishAchievement(ada, address, 'Harbour Library', 'Harbour Pilot');
  await uploadList(ada, address, achievement, 'name,email\nNadia Haddad,nadia@people.example\n');
  await sendList(ada, 1);
  const claim = await linkInLetter(ada, address, 'nadia@people.example', /\/claim\//);
  await nadia.goto(claim);
  await nadia.check('input[name="visibility"][value="public"]');
  await press(nadia, 'form:has(input[name="visibility"])');
  const link = nadia.locator('main a[href*="/credentials/"]').first();
  const [page = ''] = new URL((await link.getAttribute('href')) ?? '', address).href.split(/[?#]/);
  await reloadUntil(nadia, async () => (await nadia.locator('h1').count()) === 1, page);
  return page;
}

/** As a stranger sees it: the words of the page, and the signed bytes. */
async function whatIsShown(badge: string): Promise<{ page: string; json: string; picture: number }> {
  const page = await (await fetch(badge, { headers: { accept: 'text/html' } })).text();
  const json = await (await fetch(badge, { headers: { accept: 'application/vc+ld+json' } })).text();
  const picture = await (await fetch(`${badge}/badge.png`)).arrayBuffer();
  // when it was looked at is another moment each time
  const words = page.slice(page.indexOf('<main')).replace(/<time datetime="[^"]*">[^<]* UTC<\/time>/g, '');
  return { page: words, json, picture: picture.byteLength };
}
