import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { guardedFetch } from 'openbadges/node';
import { onTestFinished } from 'vitest';
import type { App } from '../kernel/app.ts';
import type { Config } from '../kernel/config.ts';
import { idMaker } from '../kernel/ids.ts';
import { makeUrls } from '../kernel/urls.ts';
import { createDatabase, dropDatabase, templateDatabase } from '../testing/test-database.ts';
import { closeDatabase, openDatabase } from './database.ts';
import { makeFiles } from './files.ts';
import { makeJobs, migrateJobs } from './jobs.ts';
import { makeKeyStore } from './key-store.ts';
import { makeLive, type OpenLive } from './live.ts';
import { makeMail } from './mail.ts';
import { makeSendDue } from './mail-sending.ts';
import { migrate } from './migrate.ts';
import { repositoryPath } from './paths.ts';
import type { PostgresConnection } from './postgres/index.ts';
import { makeLimits } from './rate-limit.ts';

export const migrationsFolder = repositoryPath('apps/hub/migrations');

export interface TestPlatform extends App {
  live: OpenLive;
  connection: PostgresConnection;
  /** Moves the clock on. */
  pass(time: { minutes?: number; hours?: number }): void;
}

/** The outside world of a hub and none of its modules: a database and a data folder of its own, and a clock that waits. */
export async function testPlatform({ config: wishes }: { config?: Partial<Config> } = {}): Promise<TestPlatform> {
  const connection = await createDatabase(await templateDatabase('platform', prepare));
  const db = openDatabase({ connection });
  const config = { ...standard, data: await temporaryFolder(), ...wishes };
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  let now = new Date('2031-03-04T10:00:00Z');
  const clock = () => now;
  const newId = idMaker(() => now, randomBytes);
  const keys = makeKeyStore(Buffer.alloc(32, 7));
  const jobs = makeJobs();
  const live = makeLive({ db, log });
  onTestFinished(async () => {
    await live.close();
    await closeDatabase(db);
    await dropDatabase(connection);
  });
  return {
    config,
    connection,
    db,
    log,
    clock,
    newId,
    keys,
    jobs,
    live,
    random: (bytes) => randomBytes(bytes),
    urls: makeUrls(config.baseUrl ?? 'https://hub.example'),
    fetch: guardedFetch({ allow: config.fetchAllow }),
    mail: makeMail({ clock, config, jobs, log, newId, sendDue: makeSendDue() }),
    files: makeFiles({ clock, config, db, newId }),
    limits: makeLimits({ clock, db, keys }),
    messages: { locales: [], say: (_locale, key) => key, has: () => false },
    pass({ minutes = 0, hours = 0 }) {
      now = new Date(now.getTime() + 60_000 * (minutes + 60 * hours));
    },
  };
}

async function prepare(connection: PostgresConnection): Promise<void> {
  const db = openDatabase({ connection });
  await migrate(db, migrationsFolder);
  await migrateJobs(db);
  await closeDatabase(db);
}

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-platform-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const standard: Config = {
  mode: 'test',
  host: '127.0.0.1',
  port: 0,
  portFixed: false,
  data: '',
  mailFrom: 'Badge Alliance <badges@hub.example>',
  fetchAllow: [],
  logLevel: 'silent',
  trustedProxies: 0,
  uploadLimit: 1024 * 1024,
  undoSeconds: 60,
  unclaimedDays: 365,
};
