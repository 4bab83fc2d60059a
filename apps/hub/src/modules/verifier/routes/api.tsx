import { Hono } from 'hono';
import type { App } from '../../../kernel/app.ts';
import type { HubContext, HubEnv } from '../../../web/env.ts';
import { publicJson } from '../../../web/public-json.ts';
import { show } from '../../../web/show.ts';
import { reportAnswer } from '../report-answer.ts';
import { verifyAndRemember } from '../verify-and-remember.ts';
import { ApiPage } from '../views/api-page.tsx';
import { sayCheck } from '../views/say-check.ts';
import { apiDocument } from './api-document.ts';
import { readVerifyRequest } from './read-verify-request.ts';
import { takeTurn } from './take-turn.ts';

const anybody = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };

export function apiRoutes(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>()
    .get('/api', (c) => show(c, <ApiPage p={c.get('page')} />))
    .get('/api/v1/openapi.json', (c) => publicJson(c, apiDocument(app.urls.base), 'application/json'))
    .use('/api/v1/verify', async (c, next) => {
      await next();
      for (const [name, value] of Object.entries(anybody)) c.header(name, value);
    })
    .options('/api/v1/verify', (c) =>
      c.body(null, 204, {
        'access-control-allow-methods': 'POST, OPTIONS',
        'access-control-allow-headers': 'content-type, accept, accept-language',
        'access-control-max-age': '86400',
      }),
    )
    .post('/api/v1/verify', (c) => verifyForPrograms(app, c));
}

async function verifyForPrograms(app: App, c: HubContext): Promise<Response> {
  const { content, name, recipient } = await readVerifyRequest(c);
  await takeTurn(app, c);
  const { id, report } = await verifyAndRemember(app, content, { name, recipient });
  const p = c.get('page');
  const answer = reportAnswer(report, (check, its) => sayCheck(p, check, its));
  return c.json({ ...answer, page: app.urls.page(`/verify/${id}`) }, 200, { 'cache-control': 'no-store' });
}
