import { Hono } from 'hono';
import type { App } from '../../kernel/app.ts';
import type { HubEnv } from '../../web/env.ts';
import { awardingRoutes } from './routes/award.tsx';
import { awardListRoutes } from './routes/awards.tsx';
import { batchRoutes } from './routes/batches.tsx';
import { codeRoutes } from './routes/codes.tsx';

/** The issuer's side of awarding. */
export function awardRoutes(app: App): Hono<HubEnv> {
  const routes = new Hono<HubEnv>();
  for (const part of [awardingRoutes, batchRoutes, awardListRoutes, codeRoutes]) routes.route('/', part(app));
  return routes;
}
