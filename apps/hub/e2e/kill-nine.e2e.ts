import { verify } from 'openbadges';
import { expect, it, onTestFinished, vi } from 'vitest';
import { composeApp } from '../src/compose.ts';
import { firstBrokenEvent } from '../src/kernel/event.ts';
import { actorOf, beginTies, makeAlliance } from '../src/modules/accounts/index.ts';
import { changeState, defineAchievement } from '../src/modules/achievements/index.ts';
import { insertActor } from '../src/modules/actors/index.ts';
import { openBatch, sendBatch } from '../src/modules/awards/index.ts';
import { closeDatabase, openDatabase } from '../src/platform/database.ts';
import { migrateJobs } from '../src/platform/jobs.ts';
import { makeKeyStore } from '../src/platform/key-store.ts';
import { migrate } from '../src/platform/migrate.ts';
import { repositoryPath } from '../src/platform/paths.ts';
import { makeServer } from '../src/server.ts';
import { createDatabase } from '../src/testing/test-database.ts';
import { databaseUrl, dataFolderOfTest, startHub } from './real-hub.ts';

const base = 'https://hub.example';
const secret = Buffer.alloc(32, 9);
const rows = 5000;

it('gives exactly one award for each of 5,000 rows when the hub is killed in the middle and started again', {
  timeout: 400_000,
}, async () => {
  const { app, connection, achievement, issuer } = await hubOfTest();
  const csv = ['name,email', ...Array.from({ length: rows }, (_, at) => `Person ${at},person-${at}@example.org`)];
  const bytes = new TextEncoder().encode(csv.join('\n'));
  const batch = await openBatch(app, issuer, achievement, { name: 'many.csv', bytes });
  const settings = {
    DATABASE_URL: databaseUrl(connection),
    BA_BASE_URL: base,
    BA_SECRET_KEY: secret.toString('base64url'),
  };
  const start = () => startHub({ data: dataFolderOfTest(), env: settings });
  const count = async (table: 'award' | 'credential' | 'outbox') =>
    (await app.db.selectFrom(table).select('id').execute()).length;
  const state = async () =>
    (await app.db.selectFrom('award_batch').select('state').where('id', '=', batch).executeTakeFirstOrThrow()).state;
  const patient = { timeout: 180_000, interval: 100 };

  const first = await start();
  await vi.waitFor(async () => expect(await state()).toBe('preview'), patient);
  await sendBatch(app, issuer, batch, { message: '', leaveOutAwarded: false });
  await vi.waitFor(async () => expect(await count('award')).toBeGreaterThan(1000), patient);
  await first.kill();
  const before = await count('award');
  const began = performance.now();
  const second = await start();
  await vi.waitFor(async () => expect(await state()).toBe('done'), patient);
  const seconds = (performance.now() - began) / 1000;
  await second.stop();

  expect(before).toBeLessThan(rows);
  console.info(`${before} before the kill, ${Math.round((rows - before) / seconds)} awards per second after it`);
  const lines = await app.db.selectFrom('award').select('batch_line').orderBy('batch_line').execute();
  expect(lines.map((row) => row.batch_line)).toEqual(Array.from({ length: rows }, (_, at) => at + 2));
  expect(await count('credential')).toBe(rows);
  expect(await count('outbox')).toBe(rows);
  expect(await firstBrokenEvent(app)).toBeUndefined();
  for (const line of [2, before + 2, rows + 1]) expect(await verdictOf(app, line)).toBe('valid');
});

async function verdictOf(app: Awaited<ReturnType<typeof hubOfTest>>['app'], line: number): Promise<string> {
  const { document, recipient_email } = await app.db
    .selectFrom('credential')
    .innerJoin('award', 'award.id', 'credential.award')
    .select(['document', 'recipient_email'])
    .where('batch_line', '=', line)
    .executeTakeFirstOrThrow();
  const report = await verify(document, { clock: app.clock, fetch: app.fetch, recipient: [recipient_email ?? ''] });
  expect(report.checks.find(({ id }) => id === 'status')?.outcome).toBe('passed');
  return report.verdict;
}

/** The same database and keys as the processes that are killed. */
async function hubOfTest() {
  const connection = await createDatabase();
  const db = openDatabase({ connection });
  onTestFinished(() => closeDatabase(db));
  await migrate(db, repositoryPath('apps/hub/migrations'));
  await migrateJobs(db);
  const app = composeApp({ config: quietConfig(), db, keys: makeKeyStore(secret), log: silent, base });
  const server = makeServer(app, repositoryPath('apps/hub/dist/assets'));
  app.answerOwnWith((request) => server.request(request));
  const steward = { name: 'Amara Oystercatcher', email: 'amara@harbour.example', password: 'plums-over-a-wet-harbour' };
  const { personId } = await makeAlliance(app, {
    name: 'Alliance',
    purpose: 'Testing.',
    lang: 'en',
    timeZone: 'UTC',
    steward,
  });
  const issuerId = app.newId('org');
  const tie = {
    id: app.newId('tie'),
    subject: personId,
    object: issuerId,
    kind: 'staff' as const,
    role: 'owner' as const,
  };
  await db.transaction().execute(async (tx) => {
    await insertActor(tx, { id: issuerId, kind: 'organization', name: 'Harbour City Library', createdAt: app.clock() });
    await beginTies(tx, [{ ...tie, by: personId }], app.clock());
  });
  const issuer = await actorOf(app, personId);
  if (!issuer) throw new Error('the steward has an account');
  const { id } = await defineAchievement(app, issuer, issuerId, {
    name: 'Oral history interviewer',
    description: 'Can listen for an hour.',
    criteria: [{ text: 'Prepares questions from a source' }],
    design: {
      shape: 'scallop',
      ground: 'full',
      icon: 'cassette',
      primary: '#1b2a5c',
      secondary: '#f5b71a',
      ribbon: 'Listener',
    },
    imageAlt: 'A cassette on a navy rosette',
  });
  await changeState(app, issuer, id, 'publish');
  return { app, connection, achievement: id, issuer };
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };

const quietConfig = () => ({
  mode: 'test' as const,
  host: '127.0.0.1',
  port: 0,
  portFixed: false,
  data: dataFolderOfTest(),
  mailFrom: 'Badge Alliance <badges@hub.example>',
  fetchAllow: [],
  logLevel: 'silent' as const,
  trustedProxies: 0,
  uploadLimit: 20 * 1024 * 1024,
  undoSeconds: 60,
  unclaimedDays: 365,
});
