import { Hono } from 'hono';
import type { App } from '../../kernel/app.ts';
import type { HubEnv } from '../../web/env.ts';
import { affiliationRoutes } from './routes/affiliations.tsx';
import { directoryRoutes } from './routes/directory.tsx';
import { editingRoutes } from './routes/editing.tsx';
import { invitationRoutes } from './routes/invitations.tsx';
import { staffRoutes } from './routes/staff.tsx';

/** `/organizations/new` and the invitations come before the short names. */
export function organizationRoutes(app: App): Hono<HubEnv> {
  const routes = new Hono<HubEnv>();
  for (const part of [editingRoutes, invitationRoutes, staffRoutes, affiliationRoutes, directoryRoutes]) {
    routes.route('/', part(app));
  }
  return routes;
}
