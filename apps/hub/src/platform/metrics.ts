import { sql } from 'kysely';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { App } from '../kernel/app.ts';
import type { Db } from '../kernel/tables.ts';
import { poolOf } from './database.ts';
import type { JobRun } from './jobs.ts';

export interface Metrics {
  /** `route` is the pattern, never the address: an address has ids and secrets in it. */
  onRequest(request: { method: string; route: string; status: number; seconds: number }): void;
  onJobRun(run: JobRun): void;
  /** The Prometheus text format, and its type. */
  text(): Promise<string>;
  contentType: string;
}

/** What the hub counts about itself; each process answers for itself. */
export function makeMetrics({ db }: Pick<App, 'db'>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 50 });
  const requests = new Histogram({
    name: 'hub_http_request_seconds',
    help: 'HTTP requests by route pattern and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  });
  const jobs = new Histogram({
    name: 'hub_job_seconds',
    help: 'Attempts of jobs by name.',
    labelNames: ['job'],
    buckets: [0.01, 0.1, 1, 10, 60, 600],
    registers: [registry],
  });
  const failures = new Counter({
    name: 'hub_job_failures_total',
    help: 'Attempts of jobs that failed, by name.',
    labelNames: ['job'],
    registers: [registry],
  });
  addDatabaseGauges(registry, db);

  return {
    onRequest: ({ method, route, status, seconds }) => requests.observe({ method, route, status }, seconds),
    onJobRun({ job, seconds, failed }) {
      jobs.observe({ job }, seconds);
      if (failed) failures.inc({ job });
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

function addDatabaseGauges(registry: Registry, db: Db): void {
  new Gauge({
    name: 'hub_letters',
    help: 'Letters in the outbox by state.',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      this.reset();
      const rows = await db
        .selectFrom('outbox')
        .select(['state', sql<string>`count(*)`.as('count')])
        .groupBy('state')
        .execute();
      for (const { state, count } of rows) this.set({ state }, Number(count));
    },
  });
  new Gauge({
    name: 'hub_jobs',
    help: 'Jobs in the queue: waiting, running, or given up.',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      this.reset();
      for (const { state, count } of await countJobs(db)) this.set({ state }, Number(count));
    },
  });
  new Gauge({
    name: 'hub_database_connections',
    help: 'Connections of this process to the database.',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      const { totalCount, idleCount, waitingCount } = poolOf(db);
      this.set({ state: 'busy' }, totalCount - idleCount);
      this.set({ state: 'idle' }, idleCount);
      this.set({ state: 'asked-for' }, waitingCount);
    },
  });
}

async function countJobs(db: Db): Promise<{ state: string; count: string }[]> {
  const { rows } = await sql<{ state: string; count: string }>`
    select case when attempts >= max_attempts and locked_at is null then 'given-up'
      when locked_at is not null then 'running' else 'waiting' end as state, count(*) as count
    from graphile_worker.jobs group by 1`.execute(db);
  return rows;
}
