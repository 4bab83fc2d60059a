import { fork } from 'node:child_process';
import { once } from 'node:events';
import { sql } from 'kysely';
import { expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { App } from '../kernel/app.ts';
import type { Job } from '../kernel/jobs.ts';
import { poolOf } from './database.ts';
import { drainJobs, makeJobs, startWorker } from './jobs.ts';
import { freeJobsOfTheDead } from './jobs-announcing.ts';
import { testPlatform } from './test-platform.ts';

const jobs = makeJobs();

function counting(name = 'test.count') {
  const seen: number[] = [];
  const job: Job<{ number: number }> = {
    name,
    payload: z.strictObject({ number: z.number() }),
    run: async (_app, { number }) => void seen.push(number),
  };
  return { job, seen };
}

const add = <P>(app: Pick<App, 'db'>, job: Job<P>, payload: P, options?: Parameters<typeof jobs.add>[3]) =>
  app.db.transaction().execute((tx) => jobs.add(tx, job, payload, options));

it('runs a job when its transaction commits, and never when it is undone', async () => {
  const app = await testPlatform();
  const { job, seen } = counting();
  await add(app, job, { number: 1 });
  const undone = app.db.transaction().execute(async (tx) => {
    await jobs.add(tx, job, { number: 2 });
    throw new Error('changed my mind');
  });
  await expect(undone).rejects.toThrow('changed my mind');

  await drainJobs(app, [job]);

  expect(seen).toEqual([1]);
});

it('keeps one job for one key, with the last payload', async () => {
  const app = await testPlatform();
  const { job, seen } = counting();
  await add(app, job, { number: 1 }, { key: 'same' });
  await add(app, job, { number: 2 }, { key: 'same' });

  await drainJobs(app, [job]);

  expect(seen).toEqual([2]);
});

it('leaves a planned job alone until its time, and brings it forward when asked', async () => {
  const app = await testPlatform();
  const { job, seen } = counting();
  const tomorrow = new Date(Date.now() + 86_400_000);
  await add(app, job, { number: 1 }, { at: tomorrow });

  await drainJobs(app, [job]);
  expect(seen).toEqual([]);
  await drainJobs(app, [job], { until: tomorrow });

  expect(seen).toEqual([1]);
});

it('runs what a job adds in the same drain', async () => {
  const app = await testPlatform();
  const { job: second, seen } = counting('test.second');
  const first: Job<Record<string, never>> = {
    name: 'test.first',
    payload: z.strictObject({}),
    run: (hub) => add(hub, second, { number: 7 }),
  };
  await add(app, first, {});

  await drainJobs(app, [first, second]);

  expect(seen).toEqual([7]);
});

it('tells the failure of a job, and keeps the job for another try', async () => {
  const app = await testPlatform();
  let works = false;
  const flaky: Job<Record<string, never>> = {
    name: 'test.flaky',
    payload: z.strictObject({}),
    async run() {
      if (!works) throw new Error('not yet');
    },
  };
  await add(app, flaky, {});
  const later = new Date(Date.now() + 3_600_000);
  await expect(drainJobs(app, [flaky])).rejects.toThrow('not yet');

  works = true;
  await drainJobs(app, [flaky], { until: later });

  expect(await jobsLeft(app)).toEqual([]);
});

it('fails a job whose payload does not fit its schema, without running it', async () => {
  const app = await testPlatform();
  const { job, seen } = counting();
  await add(app, { ...job, payload: z.any() } as Job<unknown>, { number: 'seven' });

  await expect(drainJobs(app, [job])).rejects.toThrow(/number/);

  expect(seen).toEqual([]);
});

it('runs jobs in the background until it is stopped, and waits for the one at work', async () => {
  const app = await testPlatform();
  const runs: string[] = [];
  let finish = () => {};
  const slow: Job<Record<string, never>> = {
    name: 'test.slow',
    payload: z.strictObject({}),
    run: () =>
      new Promise((resolve) => {
        runs.push('begun');
        finish = resolve;
      }),
  };
  const worker = await startWorker(app, [slow], { onRun: ({ job, failed }) => runs.push(`${job} ${failed}`) });
  await add(app, slow, {});
  await vi.waitFor(() => expect(runs).toEqual(['begun']), 10_000);

  const stopping = worker.stop().then(() => runs.push('stopped'));
  finish();
  await stopping;

  expect(runs).toEqual(['begun', 'test.slow false', 'stopped']);
  expect(await jobsLeft(app)).toEqual([]);
});

it('gives a job that a killed process had begun to somebody else at once', async () => {
  const app = await testPlatform();
  const { job, seen } = counting('test.stuck');
  await add(app, job, { number: 5 });
  const other = fork(new URL('./jobs-stuck-worker.ts', import.meta.url), [JSON.stringify(poolOf(app.db).options)], {
    execArgv: ['--conditions=openbadges-source', '--import', 'tsx'],
  });
  await once(other, 'message');
  await freeJobsOfTheDead(app.db);
  expect(await jobsLeft(app)).toMatchObject([{ locked: true }]);

  other.kill('SIGKILL');
  await once(other, 'exit');

  await vi.waitFor(async () => {
    await freeJobsOfTheDead(app.db);
    expect(await jobsLeft(app)).toMatchObject([{ locked: false }]);
  }, 10_000);
  await drainJobs(app, [job]);
  expect(seen).toEqual([5]);
}, 60_000);

it('goes on announcing itself after its connection was cut, so that nobody takes its job away', async () => {
  const app = await testPlatform();
  let finish = () => {};
  const slow: Job<Record<string, never>> = {
    name: 'test.slow',
    payload: z.strictObject({}),
    run: () =>
      new Promise((resolve) => {
        finish = resolve;
      }),
  };
  const worker = await startWorker(app, [slow]);
  await add(app, slow, {});
  await vi.waitFor(async () => expect(await jobsLeft(app)).toMatchObject([{ locked: true }]), 10_000);
  const held = sql<{ pid: number }>`select pid from pg_locks where locktype = 'advisory'
    and database = (select oid from pg_database where datname = current_database())`;
  const [before] = (await held.execute(app.db)).rows;

  await sql`select pg_terminate_backend(${before?.pid})`.execute(app.db);
  await vi.waitFor(async () => {
    const [after] = (await held.execute(app.db)).rows;
    expect(after?.pid).not.toBe(before?.pid);
    expect(after).toBeDefined();
  }, 10_000);
  await freeJobsOfTheDead(app.db);

  expect(await jobsLeft(app)).toMatchObject([{ locked: true }]);
  finish();
  await worker.stop();
});

async function jobsLeft({ db }: Pick<App, 'db'>) {
  const { rows } = await sql<{ task: string; locked: boolean }>`
    select task_identifier as task, locked_at is not null as locked from graphile_worker.jobs`.execute(db);
  return rows;
}
