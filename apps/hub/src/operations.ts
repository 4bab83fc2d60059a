import { timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { MiddlewareHandler } from 'hono';
import { Hono } from 'hono';
import type { App } from './kernel/app.ts';
import { areJobsReady } from './platform/jobs.ts';
import type { Metrics } from './platform/metrics.ts';
import { pendingMigrations } from './platform/migrate.ts';
import { repositoryPath } from './platform/paths.ts';
import type { HubEnv } from './web/env.ts';

/** What machines ask of the hub: is the process there, can it work, how does it do. */
export function operationRoutes(app: App, metrics: Metrics): Hono<HubEnv> {
  const { metricsToken } = app.config;
  return new Hono<HubEnv>()
    .get('/healthz', (c) => c.text('ok'))
    .get('/readyz', async (c) => {
      const readiness = await readinessOf(app);
      return c.json(readiness, Object.values(readiness).every((state) => state === 'ok') ? 200 : 503);
    })
    .get('/metrics', async (c) => {
      if (!metricsToken || !isBearer(c.req.header('authorization'), metricsToken)) return c.notFound();
      return c.body(await metrics.text(), 200, { 'content-type': metrics.contentType });
    });
}

type State = 'ok' | 'failing';

/** Database, migrations and queue, each asked now. */
async function readinessOf(app: App): Promise<Record<'database' | 'migrations' | 'queue', State>> {
  const failing = () => 'failing' as const;
  const state = (fine: boolean): State => (fine ? 'ok' : 'failing');
  const migrations = await pendingMigrations(app.db, repositoryPath('apps/hub/migrations')).then(
    (names) => state(names.length === 0),
    failing,
  );
  const queue = await areJobsReady(app.db).then(state, failing);
  const database = await app.db
    .selectFrom('setting')
    .select('name')
    .limit(1)
    .execute()
    .then(() => 'ok' as const, failing);
  return { database, migrations, queue };
}

function isBearer(header: string | undefined, token: string): boolean {
  const [given, wanted] = [Buffer.from(header ?? ''), Buffer.from(`Bearer ${token}`)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** Counts requests by route pattern. */
export function countRequests(metrics: Metrics): MiddlewareHandler<HubEnv> {
  return async (c, next) => {
    const started = performance.now();
    await next();
    const seconds = (performance.now() - started) / 1000;
    metrics.onRequest({ method: c.req.method, route: c.req.routePath, status: c.res.status, seconds });
  };
}

/** Metrics on a port of their own, without a token. */
export async function listenForMetrics(metrics: Metrics, host: string, port: number): Promise<() => Promise<void>> {
  const server = createServer(async (request, response) => {
    if (request.url !== '/metrics') return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': metrics.contentType }).end(await metrics.text());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return () => new Promise((resolve) => server.close(() => resolve()));
}
