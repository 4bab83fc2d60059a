import type { Hono } from 'hono';
import type { App } from './kernel/app.ts';
import type { HubEnv } from './web/env.ts';

/** Every module's routes, in the order in which addresses are tried. */
export function mountModules(app: App, server: Hono<HubEnv>): void {
  for (const routes of []) server.route('/', routes);
  void app;
}
