import { chmod } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import type { App } from '../../kernel/app.ts';
import { testHub } from '../../testing/test-hub.ts';
import { makeKeyStore } from '../key-store.ts';
import { loadSecret, secretFile } from '../key-store-secret.ts';
import { migrationsFolder, temporaryFolder, testPlatform } from '../test-platform.ts';
import { checkPublicAddress } from './check-public-address.ts';
import { findingsText, runDoctor } from './index.ts';

const examine = async (app: App) => runDoctor({ ...app, clock: () => new Date() }, { migrations: migrationsFolder });

async function troublesOf(app: App) {
  const findings = await examine(app);
  return findings
    .filter(({ level }) => level !== 'ok')
    .map(({ level, topic, sentence }) => `${level} ${topic}: ${sentence}`);
}

it('finds a fresh hub well, and says what it has not been given yet', async () => {
  const hub = await testPlatform();
  await loadSecret(hub.config);

  expect(await troublesOf(hub)).toEqual([
    'warn mail: Letters are kept and not sent',
    'warn address: The hub has no public address',
  ]);
});

it('writes a line for each finding, what to do, and the sum', async () => {
  const text = findingsText([
    { level: 'ok', topic: 'database', sentence: 'Fine' },
    { level: 'bad', topic: 'disk', sentence: 'Full', remedy: 'Make room.' },
  ]);

  expect(text.split('\n')).toEqual([
    '[  ok  ] database  Fine',
    '[ BAD  ] disk      Full',
    '                   → Make room.',
    '',
    '1 well, 0 to look at, 1 bad',
    '',
  ]);
});

it('notices a schema that is behind or ahead of the program', async () => {
  const hub = await testPlatform();
  await sql`insert into migration values ('9999-future.sql', 'x', now())`.execute(hub.db);

  expect(await troublesOf(hub)).toContainEqual(expect.stringMatching(/^bad database: The database is newer/));
  const empty = await runDoctor(hub, { migrations: await temporaryFolder() });

  expect(empty[1]).toMatchObject({ level: 'bad' });
});

it('notices a secret key that others can read', async () => {
  const hub = await testPlatform();
  await loadSecret(hub.config);
  await chmod(secretFile(hub.config.data), 0o644);

  expect(await troublesOf(hub)).toContain('bad disk: Others on this machine can read the secret key');
});

it('notices signing keys that were made with another secret', async () => {
  const hub = await testPlatform();
  const other = makeKeyStore(Buffer.alloc(32, 1));
  await sql`insert into actor (id, kind, name, created_at) values ('org_1', 'organization', 'o', now())`.execute(
    hub.db,
  );
  for (const [id, keys, algorithm] of [
    ['key_1', hub.keys, 'Ed25519'],
    ['key_2', other, 'P-256'],
  ] as const) {
    const sealed = keys.seal(Buffer.from('secret'), id);
    await sql`insert into issuer_key (id, issuer, algorithm, public_multibase, private_sealed, created_at)
      values (${id}, 'org_1', ${algorithm}, ${id}, ${sealed}, now())`.execute(hub.db);
  }

  expect(await troublesOf(hub)).toContain('bad keys: 1 of 2 signing keys cannot be opened: key_2');
});

it('notices a clock that is wrong', async () => {
  const hub = await testPlatform();

  const findings = await runDoctor(
    { ...hub, clock: () => new Date(Date.now() - 3_600_000) },
    { migrations: migrationsFolder },
  );

  expect(findings.filter(({ topic, level }) => topic === 'clock' && level === 'bad')).toHaveLength(2);
});

it('notices a mail server that does not answer', async () => {
  const hub = await testPlatform({ config: { smtpUrl: 'smtp://127.0.0.1:1' } });

  expect(await troublesOf(hub)).toContainEqual(
    expect.stringMatching(/^bad mail: The mail server does not take letters: server-/),
  );
});

it('notices an event log in which somebody wrote', async () => {
  const hub = await testPlatform();
  await sql`insert into event (seq, id, at, verb, object, prev_hash, hash)
    values (1, 'evt_1', now(), 'x', 'y', '\\x00', '\\x00')`.execute(hub.db);

  expect(await troublesOf(hub)).toContain('bad events: The event log is broken at place 1');
});

it('notices jobs that nobody works on, and jobs that were given up', async () => {
  const hub = await testPlatform();
  await sql`select graphile_worker.add_job('old', run_at => now() - interval '1 hour')`.execute(hub.db);
  await sql`select graphile_worker.add_job('lost', max_attempts => 1)`.execute(hub.db);
  await sql`update graphile_worker._private_jobs set attempts = 1 where max_attempts = 1`.execute(hub.db);

  const troubles = await troublesOf(hub);

  expect(troubles).toContain('warn queue: 1 jobs are due for more than 15 minutes');
  expect(troubles).toContain('warn queue: 1 jobs were given up');
});

it('asks whether the hub answers where its badges say that it is', async () => {
  const server = createServer((request, response) => {
    response.writeHead(request.url?.startsWith('/healthz?') ? 200 : 404).end('ok');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())));
  const here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const answering = await testPlatform({ config: { baseUrl: here } });
  const silent = await testPlatform({ config: { baseUrl: 'http://127.0.0.1:1' } });

  expect(await troublesOf(answering)).toContain(`warn address: ${here} is not a public https address`);
  expect(await examine(answering)).toContainEqual({ level: 'ok', topic: 'address', sentence: `${here} answers` });
  expect(await troublesOf(silent)).toContainEqual(
    expect.stringMatching(/^bad address: http:\/\/127.0.0.1:1 cannot be reached/),
  );
});

it('warns of the missing public address before the first award, and says what awards carry after it', async () => {
  const hub = await testHub();
  const remedy = async () =>
    (await checkPublicAddress({ ...hub, config: { ...hub.config, baseUrl: undefined } }))[0]?.remedy;
  await hub.given.alliance();

  const before = await remedy();
  const { id, issuer } = await hub.given.issuedBadge();
  await hub.given.award(issuer, id);

  expect(before).toContain('before the first award');
  expect(await remedy()).toContain(`carry ${hub.urls.base} for ever`);
});

it('shows what may be fetched although it is private', async () => {
  const hub = await testPlatform({ config: { fetchAllow: ['10.0.0.1:3000'] } });

  expect(await troublesOf(hub)).toContain(
    'warn fetching: These are fetched although they may be private: 10.0.0.1:3000',
  );
});

it('goes on when a check cannot be made', async () => {
  const hub = await testPlatform();
  await sql`drop table event`.execute(hub.db);

  const findings = await examine(hub);

  expect(findings.find(({ topic }) => topic === 'events')).toMatchObject({ level: 'bad' });
  expect(findings.find(({ topic }) => topic === 'fetching')).toMatchObject({ level: 'ok' });
});
