import { Hono } from 'hono';
import { z } from 'zod';
import type { App } from '../../../kernel/app.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { HubContext, HubEnv } from '../../../web/env.ts';
import { optionalLine } from '../../../web/fields.ts';
import { flash } from '../../../web/flash.ts';
import { parseForm } from '../../../web/parse.ts';
import { localPath, requirePerson } from '../../../web/require-person.ts';
import { type MakeShareLink, makeShareLink, revokeShareLink } from '../share-links.ts';
import { findShareLink } from '../share-store.ts';
import { linkTerms } from '../views/share-links.tsx';

const Make = z.strictObject({ label: optionalLine(80), days: z.enum(linkTerms).default('30') });

export function shareRoutes(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>()
    .post('/backpack/collections/:id/share', (c) => {
      const id = c.req.param('id');
      return make(app, c, { collection: id }, `/backpack/collections/${id}`);
    })
    .post('/backpack/shares/:id/revoke', (c) => revoke(app, c, c.req.param('id')))
    .post('/backpack/:id/share', (c) => make(app, c, { holding: c.req.param('id') }, `/backpack/${c.req.param('id')}`));
}

async function make(app: App, c: HubContext, of: MakeShareLink['of'], back: string): Promise<Response> {
  const actor = requirePerson(c);
  const parsed = await parseForm(c, Make);
  if (!parsed.ok) throw new Refusal('web.not-understood', { problem: Object.values(parsed.errors)[0] ?? '' });
  const { label, days } = parsed.value;
  const expiresAt = days === '0' ? undefined : new Date(app.clock().getTime() + Number(days) * 86_400_000);
  await makeShareLink(app, actor, { of, label, expiresAt });
  flash(c, 'done', 'backpack.share.made');
  return c.redirect(`${localPath(back)}#share`, 303);
}

async function revoke(app: App, c: HubContext, id: string): Promise<Response> {
  await revokeShareLink(app, requirePerson(c), id);
  const link = await findShareLink(app.db, id);
  flash(c, 'done', 'backpack.share.revoked.done');
  const at = link?.holdingId ?? (link?.collectionId ? `collections/${link.collectionId}` : '');
  return c.redirect(`/backpack/${at}#share`, 303);
}
