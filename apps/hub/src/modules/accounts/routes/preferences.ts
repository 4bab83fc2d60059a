import { Hono } from 'hono';
import { z } from 'zod';
import type { App } from '../../../kernel/app.ts';
import { dropCookie, writeCookie } from '../../../web/cookies.ts';
import type { HubContext, HubEnv } from '../../../web/env.ts';
import { parseForm } from '../../../web/parse.ts';
import { localPath } from '../../../web/require-person.ts';
import { changePreferences } from '../change-preferences.ts';
import { timeZone } from './form-fields.ts';

const Preferences = z.strictObject({
  locale: z.string().max(20).optional(),
  theme: z.enum(['auto', 'light', 'dark']).optional(),
  timeZone: timeZone.optional(),
  back: z.string().max(2000).optional(),
});

const year = 365 * 24 * 3600;
const cookies = { locale: 'lang', theme: 'theme', timeZone: 'zone' } as const;

/**
 * Language, theme and time zone: kept with the account, else in this browser. What cannot be is left as it was.
 * The switches at the foot of every page use GET, so that public pages need no hidden value and set no cookie.
 */
export function preferenceRoutes(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>()
    .get('/preferences', async (c) => {
      const parsed = Preferences.safeParse(c.req.query());
      if (parsed.success && c.req.header('sec-fetch-site') !== 'cross-site') await keep(app, c, parsed.data);
      return c.redirect(localPath(c.req.query('back')), 303);
    })
    .post('/preferences', async (c) => {
      const parsed = await parseForm(c, Preferences);
      const { back } = parsed.form.values;
      if (parsed.ok) await keep(app, c, parsed.value);
      return c.redirect(localPath(typeof back === 'string' ? back : undefined), 303);
    });
}

async function keep(app: App, c: HubContext, wanted: z.infer<typeof Preferences>): Promise<void> {
  const actor = c.get('actor');
  const { theme, timeZone: zone } = wanted;
  const locale = app.messages.locales.some(({ code }) => code === wanted.locale) ? wanted.locale : undefined;
  if (actor.kind === 'person') await changePreferences(app, actor, { locale, theme, timeZone: zone });
  for (const [name, value] of Object.entries({ locale, theme, timeZone: zone })) {
    const cookie = cookies[name as keyof typeof cookies];
    if (value === undefined) continue;
    if (actor.kind === 'person') dropCookie(c, cookie);
    else writeCookie(c, cookie, value, year);
  }
}
