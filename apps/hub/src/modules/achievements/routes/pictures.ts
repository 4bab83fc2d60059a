import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import type { App } from '../../../kernel/app.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { HubContext, HubEnv } from '../../../web/env.ts';
import { inertHeaders } from '../../../web/security-headers.ts';
import { achievementPicture, type PictureSize, pictureSizes } from '../achievement-picture.ts';
import { loadAchievement } from '../load-achievement.ts';
import type { Achievement } from '../model.ts';

export function pictureRoutes(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>()
    .get('/achievements/:id/image.svg', (c) => picture(app, c, 'svg'))
    .get('/achievements/:id/image.png', (c) => picture(app, c, 'png'));
}

const types = { svg: 'image/svg+xml', png: 'image/png' };

async function picture(app: App, c: HubContext, kind: 'png' | 'svg'): Promise<Response> {
  const achievement = await loadAchievement(app, c.get('actor'), c.req.param('id') ?? '');
  const size = sizeOf(c.req.query('size'));
  if (!achievement.design && !achievement.imageFile) throw new Refusal('file.not-found');
  const etag = etagOf(achievement, `${kind} ${size}`);
  const headers = {
    ...inertHeaders,
    etag,
    'cache-control': howLong(c, achievement),
    'access-control-allow-origin': '*',
  };
  if (c.req.header('if-none-match')?.includes(etag)) return c.body(null, 304, headers);
  const bytes = await achievementPicture(app, achievement, kind, size);
  return c.body(new Uint8Array(bytes), 200, { ...headers, 'content-type': types[kind] });
}

function sizeOf(asked: string | undefined): PictureSize {
  if (asked === undefined) return 1024;
  const size = pictureSizes.find((known) => String(known) === asked);
  if (!size) throw new Refusal('web.not-understood', { problem: `size: ${pictureSizes.join(', ')}` });
  return size;
}

/** Made of what the picture is made of: nothing has to be drawn to say that it is still the same. */
function etagOf({ design, imageFile, imageAlt }: Achievement, form: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([design, imageFile, imageAlt, form]))
    .digest('base64url');
  return `"${digest.slice(0, 24)}"`;
}

/** An address with the revision never means another picture; a draft is nobody's to keep. */
function howLong(c: HubContext, { state, revision, lockedAt }: Achievement): string {
  if (state === 'draft') return 'private, no-cache';
  if (lockedAt || c.req.query('v') === String(revision)) return 'public, max-age=31536000, immutable';
  return 'public, max-age=300';
}
