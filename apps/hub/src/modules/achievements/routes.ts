import { Hono } from 'hono';
import type { App } from '../../kernel/app.ts';
import type { HubEnv } from '../../web/env.ts';
import { designerRoutes } from './routes/designer.tsx';
import { editorRoutes } from './routes/editor.tsx';
import { issuerListRoutes } from './routes/issuer-list.tsx';
import { pictureRoutes } from './routes/pictures.ts';

/** The issuer's side of badges: their list, the editor and its designer; and the pictures, for everybody. */
export function achievementRoutes(app: App): Hono<HubEnv> {
  const hono = new Hono<HubEnv>();
  for (const routes of [designerRoutes, pictureRoutes, issuerListRoutes, editorRoutes]) hono.route('/', routes(app));
  return hono;
}
