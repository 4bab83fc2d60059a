import {
  Logger,
  type ParsedCronItem,
  parseCronItems,
  type Runner,
  run,
  runMigrations,
  runOnce,
  type TaskList,
} from 'graphile-worker';
import { sql } from 'kysely';
import type { App } from '../kernel/app.ts';
import type { Job, Jobs } from '../kernel/jobs.ts';
import type { Log } from '../kernel/log.ts';
import type { Db } from '../kernel/tables.ts';
import { poolOf } from './database.ts';
import { announceWorkers } from './jobs-announcing.ts';

/** The queue as use cases see it: a statement in their own transaction. */
export function makeJobs(): Jobs {
  return {
    async add(tx, job, payload, { at, key, queue } = {}) {
      await sql`select graphile_worker.add_job(
        ${job.name}, ${JSON.stringify(payload)}::json, queue_name => ${queue ?? null}, run_at => ${at ?? null}::timestamptz,
        max_attempts => ${job.maxAttempts ?? null}::integer, job_key => ${key ?? null})`.execute(tx);
    },
  };
}

/** Makes or updates the tables of the queue. */
export async function migrateJobs(db: Db): Promise<void> {
  await runMigrations({ pgPool: poolOf(db), logger: quiet });
}

/** True when the tables of the queue are there. */
export async function areJobsReady(db: Db): Promise<boolean> {
  const { rows } = await sql<{
    ready: boolean;
  }>`select to_regclass('graphile_worker.jobs') is not null as ready`.execute(db);
  return rows[0]?.ready ?? false;
}

export interface WorkerOptions {
  /** Jobs that this process runs at the same time. */
  concurrency?: number;
  /** Hears of every attempt, for the metrics. */
  onRun?: (run: JobRun) => void;
}

export interface JobRun {
  job: string;
  seconds: number;
  failed: boolean;
}

/** Works on the queue until it is stopped; `stop` waits for the jobs that run. */
export async function startWorker(
  app: App,
  jobs: Job[],
  { concurrency = 3, onRun }: WorkerOptions = {},
): Promise<{ stop(): Promise<void> }> {
  await migrateJobs(app.db);
  const announced = await announceWorkers(app);
  const runner: Runner = await run({
    pgPool: poolOf(app.db),
    taskList: taskList(app, jobs, { onRun }),
    parsedCronItems: cronItems(jobs),
    concurrency,
    noHandleSignals: true,
    logger: bridge(app.log),
    preset: { plugins: [announced.plugin] },
  });
  return {
    async stop() {
      await runner.stop();
      await announced.stop();
    },
  };
}

/**
 * Runs what is due, and what that adds, in this process; for tests and commands. Throws the first failure at the end.
 * `until` brings forward what is planned up to then. A failed job is not tried twice in one call.
 */
export async function drainJobs(app: App, jobs: Job[], { until = new Date() }: { until?: Date } = {}): Promise<void> {
  const failures: unknown[] = [];
  const tasks = taskList(app, jobs, { onFailure: (error) => failures.push(error) });
  do {
    await sql`update graphile_worker._private_jobs set run_at = now()
      where run_at > now() and run_at <= ${until} and locked_at is null`.execute(app.db);
    await runOnce({ pgPool: poolOf(app.db), taskList: tasks, concurrency: 1, noHandleSignals: true, logger: quiet });
  } while (await isAnythingNew(app.db, jobs, until));
  if (failures.length > 0) throw failures[0];
}

async function isAnythingNew(db: Db, jobs: Job[], until: Date): Promise<boolean> {
  const names = jobs.map(({ name }) => name);
  const { rows } = await sql`select from graphile_worker.jobs
    where attempts = 0 and locked_at is null and run_at <= greatest(${until}, now()) and task_identifier = any(${names}) limit 1`.execute(
    db,
  );
  return rows.length > 0;
}

interface Listeners {
  onRun?: WorkerOptions['onRun'];
  onFailure?: (error: unknown) => void;
}

function taskList(app: App, jobs: Job[], { onRun, onFailure }: Listeners): TaskList {
  const task =
    (job: Job) =>
    async (payload: unknown, { job: row }: { job: { id: string; attempts: number } }) => {
      const started = performance.now();
      const done = (failed: boolean) =>
        onRun?.({ job: job.name, seconds: (performance.now() - started) / 1000, failed });
      try {
        await job.run(app, job.payload.parse(withoutCron(payload)));
      } catch (err) {
        app.log.warn({ job: job.name, id: row.id, attempt: row.attempts, err }, 'A job failed');
        onFailure?.(err);
        done(true);
        throw err;
      }
      done(false);
    };
  return Object.fromEntries(jobs.map((job) => [job.name, task(job)]));
}

// What the clock starts gets `_cron` with the time it was meant for.
function withoutCron(payload: unknown): unknown {
  if (typeof payload !== 'object' || payload === null || !('_cron' in payload)) return payload;
  const { _cron, ...rest } = payload;
  return rest;
}

function cronItems(jobs: Job[]): ParsedCronItem[] {
  return parseCronItems(
    jobs
      .filter((job) => job.cron !== undefined)
      .map((job) => ({
        task: job.name,
        match: job.cron ?? '',
        options: { jobKey: `cron ${job.name}`, maxAttempts: job.maxAttempts },
      })),
  );
}

const quiet = new Logger(() => () => {});

// Failures are logged where they happen; the queue's own lines repeat them.
function bridge(log: Log): Logger {
  return new Logger((scope) => (level, message) => {
    // what is said of one job may hold the words of its error
    if (scope.jobId) log.debug({ job: scope.taskIdentifier, id: scope.jobId }, 'The queue has done with a job');
    else if (level === 'info' || level === 'debug') log.debug({}, message);
    else if (level === 'warning') log.warn({}, message);
    else log.error({}, message);
  });
}
