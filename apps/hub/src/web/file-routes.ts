import { Hono } from 'hono';
import type { App } from '../kernel/app.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { HubContext, HubEnv } from './env.ts';
import { inertHeaders } from './security-headers.ts';

/** `/files/:id`: public files only, such as logos, with headers under which nothing in them can run. */
export function fileRoutes(app: Pick<App, 'files'>): Hono<HubEnv> {
  const answer = async (c: HubContext) => {
    const file = await app.files.read(`fil_${(c.req.param('id') ?? '').replace(/^fil_/, '')}`);
    if (!file?.isPublic) throw new Refusal('file.not-found');
    const etag = `"${file.sha256}"`;
    const headers = { ...inertHeaders, etag, 'cache-control': 'public, max-age=86400' };
    if (c.req.header('if-none-match')?.includes(etag)) return c.body(null, 304, headers);
    const shown = file.type.startsWith('image/') ? 'inline' : 'attachment';
    return c.body(new Uint8Array(file.bytes), 200, {
      ...headers,
      'content-type': file.type,
      'content-disposition': shown,
    });
  };
  return new Hono<HubEnv>().get('/files/:id', answer).get('/files/:id/:name', answer);
}
