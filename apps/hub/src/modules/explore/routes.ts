import { Hono } from 'hono';
import type { App } from '../../kernel/app.ts';
import type { HubEnv } from '../../web/env.ts';
import { achievementPageRoutes } from './routes/achievement.tsx';
import { browseRoutes } from './routes/browse.tsx';
import { homeRoutes } from './routes/home.tsx';
import { machineListRoutes } from './routes/machine-lists.ts';

/** Where people land and look around: home, badges, issuers, one badge; and the same for programs. */
export function exploreRoutes(app: App): Hono<HubEnv> {
  const hono = new Hono<HubEnv>();
  for (const routes of [homeRoutes, browseRoutes, achievementPageRoutes, machineListRoutes]) {
    hono.route('/', routes(app));
  }
  return hono;
}
