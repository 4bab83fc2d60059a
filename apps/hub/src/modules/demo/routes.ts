import { Hono } from 'hono';
import { z } from 'zod';
import type { App } from '../../kernel/app.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { HubEnv } from '../../web/env.ts';
import { flash } from '../../web/flash.ts';
import { parseForm } from '../../web/parse.ts';
import { enter } from '../accounts/index.ts';
import { accountOfRole, demoRoles } from './demo-roles.ts';

const Enter = z.strictObject({ as: z.enum(demoRoles) });
const landing = { steward: '/steward', issuer: '/organizations/harbour-city-library', holder: '/backpack' } as const;

/** In a demonstration everybody may see with the eyes of everybody. */
export function demoRoutes(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>().post('/demo/enter', async (c) => {
    const parsed = await parseForm(c, Enter);
    if (!parsed.ok) throw new Refusal('web.not-understood', { pointer: '/as', problem: '' });
    const role = parsed.value.as;
    await enter(app, c, await accountOfRole(app, role));
    flash(c, 'done', `demo.entered.${role}`);
    return c.redirect(landing[role], 303);
  });
}
