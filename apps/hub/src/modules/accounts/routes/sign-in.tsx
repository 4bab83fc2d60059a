import { Hono } from 'hono';
import { z } from 'zod';
import type { App } from '../../../kernel/app.ts';
import { attempt } from '../../../kernel/refusal.ts';
import type { HubContext, HubEnv } from '../../../web/env.ts';
import { emailAddress } from '../../../web/fields.ts';
import { flash } from '../../../web/flash.ts';
import { parseForm } from '../../../web/parse.ts';
import { localPath } from '../../../web/require-person.ts';
import { show } from '../../../web/show.ts';
import { signIn } from '../sign-in.ts';
import { SignInPage } from '../views/sign-in-page.tsx';
import { enter, leave } from './enter.ts';
import { next, secretText } from './form-fields.ts';
import { refused } from './refused.ts';

const SignIn = z.strictObject({ email: emailAddress, password: secretText, next });

export function signInRoutes(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>()
    .get('/sign-in', (c) => {
      const to = localPath(c.req.query('next'));
      if (c.get('actor').kind === 'person' && !c.req.query('again')) return c.redirect(to, 303);
      return show(c, <SignInPage p={c.get('page')} next={to} />);
    })
    .post('/sign-in', (c) => enterWithPassword(app, c))
    .post('/sign-out', async (c) => {
      await leave(app, c);
      flash(c, 'done', 'accounts.signed-out');
      return c.redirect('/', 303);
    });
}

async function enterWithPassword(app: App, c: HubContext): Promise<Response> {
  const p = c.get('page');
  const parsed = await parseForm(c, SignIn);
  const to = localPath(String(parsed.form.values['next'] ?? ''));
  if (!parsed.ok) return show(c, <SignInPage p={p} next={to} {...parsed} />, 422);
  const { email, password } = parsed.value;
  const result = await attempt(() => signIn(app, { email, password, remote: c.get('remote') }));
  if ('refusal' in result) {
    if (result.refusal.code === 'web.too-many-requests') throw result.refusal;
    return show(c, <SignInPage p={p} next={to} errors={refused(p, result.refusal)} values={parsed.form.values} />, 422);
  }
  await enter(app, c, result.done);
  return c.redirect(to, 303);
}
