import { Hono } from 'hono';
import { z } from 'zod';
import type { App } from '../../../kernel/app.ts';
import type { Id } from '../../../kernel/ids.ts';
import { attempt, Refusal } from '../../../kernel/refusal.ts';
import type { HubContext, HubEnv } from '../../../web/env.ts';
import { emailAddress, line, paragraphs } from '../../../web/fields.ts';
import { flash } from '../../../web/flash.ts';
import { parseForm } from '../../../web/parse.ts';
import { show } from '../../../web/show.ts';
import { findAlliance } from '../../actors/index.ts';
import { makeAlliance } from '../make-alliance.ts';
import { FirstRunPage } from '../views/first-run-page.tsx';
import { enter } from './enter.ts';
import { locale, secretText, timeZone } from './form-fields.ts';
import { refused } from './refused.ts';

/** Loads the demonstration into an empty hub; says whom to sign in, if anybody. */
export type OpenDemo = (app: App) => Promise<{ accountId?: Id<'acc'> } | undefined>;

const FirstRun = z.strictObject({
  name: line(120),
  purpose: paragraphs(600),
  lang: locale,
  timeZone,
  person: line(120),
  email: emailAddress,
  password: secretText,
});

export function firstRunRoutes(app: App, openDemo: OpenDemo | undefined): Hono<HubEnv> {
  const withDemo = openDemo !== undefined;
  return new Hono<HubEnv>()
    .use('/first-run/*', async (_c, next) => {
      if (await findAlliance(app.db)) throw new Refusal('web.not-found');
      await next();
    })
    .get('/first-run', (c) => show(c, <FirstRunPage p={c.get('page')} withDemo={withDemo} />))
    .post('/first-run', (c) => make(app, c, withDemo))
    .post('/first-run/demo', async (c) => {
      if (!openDemo) throw new Refusal('web.not-found');
      const opened = await openDemo(app);
      if (opened?.accountId) await enter(app, c, opened.accountId);
      return c.redirect('/steward', 303);
    });
}

async function make(app: App, c: HubContext, withDemo: boolean): Promise<Response> {
  const p = c.get('page');
  const parsed = await parseForm(c, FirstRun);
  if (!parsed.ok) return show(c, <FirstRunPage p={p} withDemo={withDemo} {...parsed} />, 422);
  const { person, email, password, ...alliance } = parsed.value;
  const result = await attempt(() => makeAlliance(app, { ...alliance, steward: { name: person, email, password } }));
  if ('refusal' in result) {
    if (result.refusal.code !== 'account.password-too-weak') throw result.refusal;
    const errors = refused(p, result.refusal, { 'account.password-too-weak': 'password' });
    return show(c, <FirstRunPage p={p} withDemo={withDemo} errors={errors} values={parsed.form.values} />, 422);
  }
  await enter(app, c, result.done.accountId);
  flash(c, 'done', 'accounts.first-run.made', { name: alliance.name });
  return c.redirect('/', 303);
}
