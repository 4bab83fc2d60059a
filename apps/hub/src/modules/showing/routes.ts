import { Hono } from 'hono';
import type { App } from '../../kernel/app.ts';
import type { HubEnv } from '../../web/env.ts';
import { credentialCarriers } from './routes/carriers.ts';
import { credentialPage } from './routes/credential.ts';
import { holdingPages } from './routes/holding.tsx';
import { sharedPages } from './routes/share.tsx';

/** What people show of what they hold, for everybody who may see it. */
export function showingRoutes(app: App): Hono<HubEnv> {
  const routes = new Hono<HubEnv>();
  for (const part of [credentialPage, credentialCarriers, holdingPages, sharedPages]) routes.route('/', part(app));
  return routes;
}
