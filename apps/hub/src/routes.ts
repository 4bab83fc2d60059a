import type { Hono } from 'hono';
import { visitor } from './kernel/actor.ts';
import type { App } from './kernel/app.ts';
import { credentialRoutes } from './modules/credentials/routes.ts';
import type { HubContext, HubEnv } from './web/env.ts';

/** Who asks, by the session cookie. */
export async function sessionOf(_app: App, _c: HubContext) {
  return { actor: visitor, preferences: {}, sessionId: undefined };
}

/** Every module's routes, in the order in which addresses are tried. */
export function mountModules(app: App, server: Hono<HubEnv>): void {
  for (const routes of [credentialRoutes]) server.route('/', routes(app));
}
