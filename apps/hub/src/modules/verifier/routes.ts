import { Hono } from 'hono';
import type { App } from '../../kernel/app.ts';
import type { HubEnv } from '../../web/env.ts';
import { answerRoutes } from './routes/answers.tsx';
import { apiRoutes } from './routes/api.tsx';
import { askRoutes } from './routes/ask.tsx';

export function verifierRoutes(app: App): Hono<HubEnv> {
  const routes = new Hono<HubEnv>();
  for (const part of [askRoutes, answerRoutes, apiRoutes]) routes.route('/', part(app));
  return routes;
}
