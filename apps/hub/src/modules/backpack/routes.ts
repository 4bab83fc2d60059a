import { Hono } from 'hono';
import type { App } from '../../kernel/app.ts';
import type { HubEnv } from '../../web/env.ts';
import { claimRoutes } from './routes/claim.tsx';
import { codeRoutes } from './routes/codes.tsx';
import { collectionRoutes } from './routes/collections.tsx';
import { holdingRoutes } from './routes/holding.tsx';
import { importRoutes } from './routes/import.tsx';
import { shareRoutes } from './routes/shares.tsx';
import { shelfRoutes } from './routes/shelf.tsx';
import { waitingRoutes } from './routes/waiting.tsx';

/** Badges come last: the other addresses would be taken for theirs. */
const all = [
  claimRoutes,
  codeRoutes,
  shelfRoutes,
  waitingRoutes,
  importRoutes,
  collectionRoutes,
  shareRoutes,
  holdingRoutes,
];

export function backpackRoutes(app: App): Hono<HubEnv> {
  const routes = new Hono<HubEnv>();
  for (const part of all) routes.route('/', part(app));
  return routes;
}
