import { Hono } from 'hono';
import type { App } from '../../kernel/app.ts';
import type { HubEnv } from '../../web/env.ts';
import { firstRunRoutes, type OpenDemo } from './routes/first-run.tsx';
import { signInRoutes } from './routes/sign-in.tsx';

export function accountRoutes(app: App, options: { openDemo?: OpenDemo } = {}): Hono<HubEnv> {
  return new Hono<HubEnv>().route('/', firstRunRoutes(app, options.openDemo)).route('/', signInRoutes(app));
}
