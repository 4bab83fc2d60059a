import { Hono } from 'hono';
import type { App } from '../../../kernel/app.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { HubContext, HubEnv } from '../../../web/env.ts';
import { requirePerson } from '../../../web/require-person.ts';
import { inertHeaders } from '../../../web/security-headers.ts';
import { BadgeDesign, drawBadge } from '../design/index.ts';
import { designAsTyped } from '../form-model.ts';
import { pictureOfToken } from '../keep-picture.ts';
import { madeAltText } from '../made-alt-text.ts';
import { DesignAdvice } from '../views/design-advice.tsx';

export function designerRoutes(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>()
    .get('/designer/preview.svg', async (c) => {
      const design = await designOf(app, c);
      return c.body(drawBadge(design), 200, {
        ...inertHeaders,
        'content-type': 'image/svg+xml',
        'cache-control': 'public, max-age=86400',
      });
    })
    .get('/designer/advice', async (c) => {
      await designOf(app, c);
      const typed = c.req.query();
      const action = c.req.query('action') ?? '';
      const p = c.get('page');
      const view = (
        <DesignAdvice p={p} typed={typed} action={isEditor(action) ? action : ''} madeAlt={madeAltText(app, typed)} />
      );
      return c.html(String(view));
    })
    .get('/designer/uploads/:token', async (c) => {
      const id = pictureOfToken(app, requirePerson(c), c.req.param('token'));
      const file = id && (await app.files.read(id));
      if (!file) throw new Refusal('file.not-found');
      return c.body(new Uint8Array(file.bytes), 200, { ...inertHeaders, 'content-type': file.type });
    });
}

/** Strict: what is not a drawing is refused, and nobody makes the hub draw without end. */
async function designOf(app: App, c: HubContext): Promise<BadgeDesign> {
  const parsed = BadgeDesign.safeParse(designAsTyped(c.req.query()));
  if (!parsed.success)
    throw new Refusal('web.not-understood', { problem: 'shape, ground, icon, palette, primary, secondary, ribbon' });
  await app.limits.take(`designer ${c.get('remote')}`, { capacity: 240, perMinute: 240 });
  return parsed.data;
}

const isEditor = (path: string) => /^\/achievements\/(new\?issuer=\w+|ach_\w+\/edit)$/.test(path);
