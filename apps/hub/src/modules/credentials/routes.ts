import { Hono } from 'hono';
import type { App } from '../../kernel/app.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { HubEnv } from '../../web/env.ts';
import { findStatusList } from './store.ts';

/** Status lists as every verifier fetches them: unauthenticated, from any origin, kept for five minutes. */
export function credentialRoutes(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>().get('/status/:id', async (c) => {
    const list = await findStatusList(app.db, c.req.param('id'));
    if (!list) throw new Refusal('web.not-found');
    const headers = {
      etag: list.etag,
      'cache-control': 'public, max-age=300',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      vary: 'accept',
    };
    if (c.req.header('if-none-match')?.includes(list.etag)) return c.body(null, 304, headers);
    return c.body(list.document, 200, { ...headers, 'content-type': statusListType(c.req.header('accept')) });
  });
}

/** VC 2.0 registers `application/vc`; older readers ask for JSON-LD or JSON. */
function statusListType(accept = ''): string {
  if (accept.includes('application/vc') && !accept.includes('vc+ld+json')) return 'application/vc';
  if (accept.includes('application/json')) return 'application/json';
  if (accept.includes('application/ld+json')) return 'application/ld+json';
  return 'application/vc+ld+json';
}
