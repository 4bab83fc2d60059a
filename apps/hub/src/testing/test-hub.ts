import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FetchAnswer } from 'openbadges';
import { onTestFinished } from 'vitest';
import { type ComposedApp, composeApp } from '../compose.ts';
import { jobList } from '../job-list.ts';
import type { Config } from '../kernel/config.ts';
import { closeDatabase, openDatabase } from '../platform/database.ts';
import { drainJobs, migrateJobs } from '../platform/jobs.ts';
import { makeKeyStore } from '../platform/key-store.ts';
import type { Metrics } from '../platform/metrics.ts';
import { migrate } from '../platform/migrate.ts';
import { repositoryPath } from '../platform/paths.ts';
import { makeServer } from '../server.ts';
import { Browser } from './browser.ts';
import { type Given, makeGiven } from './given/index.ts';
import { createDatabase, dropDatabase, templateDatabase } from './test-database.ts';

export interface TestHubOptions {
  /** Where the clock stands at the start; later than today, so that planned jobs wait for it. */
  now?: string;
  base?: string;
  config?: Partial<Config>;
  fetch?: ComposedApp['fetch'];
  log?: ComposedApp['log'];
  /** Stand-in for random bytes. */
  random?: (bytes: number) => Uint8Array;
}

/** A whole hub on a database of its own; only time, and other people's servers, are stand-ins. */
export interface TestHub extends ComposedApp {
  given: Given;
  /** Moves the clock on. */
  pass(time: { seconds?: number; minutes?: number; hours?: number; days?: number }): void;
  /** Runs the jobs that are due, and what they add. */
  drain(): Promise<void>;
  /** What waits in or went through the outbox, oldest first. */
  letters(to?: string): Promise<{ to: string; subject: string; text: string; state: string; about: string }[]>;
  events(): Promise<{ verb: string; object: string; actor: string | null }[]>;
  /** A browser without a session. */
  browser(): Browser;
  /** One request without cookies. */
  request(path: string, init?: RequestInit): Promise<Response>;
  /** What another server answers from now on; unknown addresses are unreachable. */
  elsewhere(
    url: string,
    answer: Partial<Omit<Extract<FetchAnswer, { ok: true }>, 'body'>> & {
      body?: string | Uint8Array;
      failure?: Extract<FetchAnswer, { ok: false }>['failure'];
    },
  ): void;
}

const folder = repositoryPath('apps/hub/migrations');

export async function testHub(options: TestHubOptions = {}): Promise<TestHub> {
  const template = await templateDatabase('hub_template', async (connection) => {
    const db = openDatabase({ connection });
    await migrate(db, folder);
    await migrateJobs(db);
    await closeDatabase(db);
  });
  const connection = await createDatabase(template);
  const db = openDatabase({ connection });
  const data = mkdtempSync(join(tmpdir(), 'badge-alliance-hub-'));
  let now = new Date(options.now ?? '2031-03-04T10:00:00Z');
  const others = new Map<string, FetchAnswer>();

  const app = composeApp({
    config: { ...testConfig, data, ...options.config },
    db,
    keys: makeKeyStore(Buffer.alloc(32, 7)),
    log: options.log ?? silent,
    base: options.base ?? 'https://hub.example',
    clock: () => now,
    random: options.random,
    fetch: options.fetch ?? (async (url) => others.get(url) ?? { ok: false, url, failure: 'unreachable' }),
  });
  const server = makeServer(app, repositoryPath('apps/hub/dist/assets'), uncounted);
  app.answerOwnWith((request) => server.request(request));
  const hub: TestHub = Object.assign(app, {
    given: {} as Given,
    pass({ seconds = 0, minutes = 0, hours = 0, days = 0 }: Parameters<TestHub['pass']>[0]) {
      now = new Date(now.getTime() + 1000 * (seconds + 60 * (minutes + 60 * (hours + 24 * days))));
    },
    drain: () => drainJobs(app, jobList, { until: now }),
    async letters(to?: string) {
      const rows = await db.selectFrom('outbox').selectAll().orderBy('created_at').orderBy('id').execute();
      return rows.filter((row) => !to || row.recipient === to).map((row) => ({ ...row, to: row.recipient }));
    },
    events: () => db.selectFrom('event').select(['verb', 'object', 'actor']).orderBy('seq').execute(),
    browser: () => new Browser(app, server),
    request: async (path: string, init?: RequestInit) => server.request(app.urls.page(path), init),
    elsewhere(url: string, answer: Parameters<TestHub['elsewhere']>[1]) {
      const { failure, body = '', ...rest } = answer;
      if (failure) others.set(url, { ok: false, url, failure });
      else
        others.set(url, {
          ok: true,
          url,
          status: 200,
          contentType: 'application/json',
          ...rest,
          body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
        });
    },
  });
  hub.given = makeGiven(hub);
  onTestFinished(async () => {
    await app.live.close();
    await closeDatabase(db);
    await dropDatabase(connection);
    rmSync(data, { recursive: true, force: true });
  });
  return hub;
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };

// Real metrics watch the whole process for as long as it lives, once for each hub.
const uncounted: Metrics = { onRequest() {}, onJobRun() {}, text: async () => '', contentType: 'text/plain' };

const testConfig: Config = {
  mode: 'test',
  host: '127.0.0.1',
  port: 0,
  portFixed: false,
  data: '',
  mailFrom: 'Badge Alliance <badges@hub.example>',
  fetchAllow: [],
  logLevel: 'silent',
  trustedProxies: 0,
  uploadLimit: 20 * 1024 * 1024,
  undoSeconds: 60,
  unclaimedDays: 365,
};
