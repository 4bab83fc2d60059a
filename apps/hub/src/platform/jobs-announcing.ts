import type {} from 'graphile-worker';
import { sql } from 'kysely';
import type { Client } from 'pg';
import type { App } from '../kernel/app.ts';
import type { Db } from '../kernel/tables.ts';
import { openSession } from './database.ts';

type Needs = Pick<App, 'db' | 'log'>;

export interface Announced {
  plugin: GraphileConfig.Plugin;
  stop(): Promise<void>;
}

const sweepEvery = 30_000;
const reconnectAfter = 1000;

/**
 * The queue keeps a job locked for four hours when its process was killed. So every process that works holds an advisory
 * lock under the name that it locks jobs with, and every process frees the jobs of names whose lock nobody holds.
 */
export async function announceWorkers({ db, log }: Needs): Promise<Announced> {
  const names = new Set<string>();
  let session: Client | undefined;
  let stopped = false;
  let isTending = false;

  async function connect(): Promise<void> {
    const fresh = openSession(db);
    fresh.on('error', (err) => {
      log.warn({ err }, 'The connection that announces the workers was lost');
      if (session === fresh) session = undefined;
      void fresh.end().catch(() => undefined);
    });
    await fresh.connect();
    for (const name of names) await hold(fresh, name);
    session = fresh;
  }

  async function tend(): Promise<void> {
    if (stopped || isTending) return;
    isTending = true;
    try {
      if (!session) await connect();
      await freeJobsOfTheDead(db);
    } catch (err) {
      log.warn({ err }, 'Jobs of workers that died could not be looked for');
    } finally {
      isTending = false;
    }
  }

  await connect();
  await freeJobsOfTheDead(db);
  const timer = setInterval(() => void tend(), sweepEvery);
  const watch = setInterval(() => void (session ?? tend()), reconnectAfter);

  return {
    plugin: {
      name: 'announce-workers',
      version: '1.0.0',
      worker: {
        hooks: {
          // The queue waits for this before a worker takes its first job.
          async startWorker(_context, { worker }) {
            const name = worker.workerPool.id;
            if (names.has(name)) return;
            names.add(name);
            if (session) await hold(session, name);
          },
        },
      },
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      clearInterval(watch);
      await session?.end();
    },
  };
}

async function hold(session: Client, name: string): Promise<void> {
  await session.query(`select pg_advisory_lock(hashtext('badges-hub worker'), hashtext($1))`, [name]);
}

/** Frees what processes that no longer exist had begun, so that it is begun again. */
export async function freeJobsOfTheDead(db: Db): Promise<void> {
  await sql`
    with owner as materialized (
      select locked_by as name from graphile_worker._private_jobs where locked_by is not null
      union select locked_by from graphile_worker._private_job_queues where locked_by is not null
    ), dead as materialized (
      select array_agg(name) as names from owner where pg_try_advisory_xact_lock(hashtext('badges-hub worker'), hashtext(name))
    )
    select graphile_worker.force_unlock_workers(names) from dead where names is not null`.execute(db);
}
