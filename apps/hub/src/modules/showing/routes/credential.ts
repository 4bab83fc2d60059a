import { Hono } from 'hono';
import type { App } from '../../../kernel/app.ts';
import type { HubEnv } from '../../../web/env.ts';
import { loadShown } from '../load-shown.ts';
import { answerCredential } from './answer-credential.tsx';

/** A credential at its own address. */
export function credentialPage(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>().get('/credentials/:id', async (c) => {
    const shown = await loadShown(app, c.get('actor'), c.req.param('id'), c.req.query('key'));
    return answerCredential(app, c, shown);
  });
}
