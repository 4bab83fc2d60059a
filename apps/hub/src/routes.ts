import type { Hono } from 'hono';
import type { App } from './kernel/app.ts';
import { accountRoutes, addPersonalPart, onEmailVerified, sessionOf } from './modules/accounts/index.ts';
import { achievementRoutes } from './modules/achievements/index.ts';
import { awardRoutes } from './modules/awards/index.ts';
import { backpackPart, backpackRoutes, tellWaiting } from './modules/backpack/index.ts';
import { credentialRoutes } from './modules/credentials/routes.ts';
import { demoRoutes, openDemo } from './modules/demo/index.ts';
import { exploreRoutes, issuerShelf } from './modules/explore/index.ts';
import { fillBadgeShelf, organizationRoutes, organizationsPart } from './modules/organizations/index.ts';
import { profileRoutes } from './modules/profiles/index.ts';
import { showingRoutes } from './modules/showing/index.ts';
import { verifierRoutes } from './modules/verifier/index.ts';
import type { HubEnv } from './web/env.ts';
import { fileRoutes } from './web/file-routes.ts';
import { personEventRoutes } from './web/person-events.ts';

export { sessionOf };

/** Every module's routes, in the order in which addresses are tried. */
export function mountModules(app: App, server: Hono<HubEnv>): void {
  addPersonalPart(organizationsPart);
  addPersonalPart(backpackPart);
  onEmailVerified(tellWaiting);
  fillBadgeShelf(issuerShelf);
  for (const routes of [
    (hub: App) => accountRoutes(hub, { openDemo }),
    demoRoutes,
    organizationRoutes,
    profileRoutes,
    achievementRoutes,
    credentialRoutes,
    awardRoutes,
    showingRoutes,
    verifierRoutes,
    backpackRoutes,
    exploreRoutes,
    fileRoutes,
    personEventRoutes,
  ])
    server.route('/', routes(app));
}
