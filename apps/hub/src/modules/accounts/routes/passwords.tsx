import { Hono } from 'hono';
import { z } from 'zod';
import type { App } from '../../../kernel/app.ts';
import { attempt } from '../../../kernel/refusal.ts';
import type { HubContext, HubEnv } from '../../../web/env.ts';
import { emailAddress } from '../../../web/fields.ts';
import { flash } from '../../../web/flash.ts';
import { parseForm } from '../../../web/parse.ts';
import { show } from '../../../web/show.ts';
import { askForLink } from '../ask-for-link.ts';
import { resetPassword } from '../set-password.ts';
import { openLink } from '../use-link.ts';
import { ForgotPasswordPage, ResetPasswordPage } from '../views/password-pages.tsx';
import { enter } from './enter.ts';
import { next, optionalSecretText, secretText } from './form-fields.ts';
import { refused } from './refused.ts';

/** Its own form, and the sign-in form by another button. */
const Forgot = z.strictObject({ email: emailAddress, password: optionalSecretText, next });
const Reset = z.strictObject({ password: secretText });

export function passwordRoutes(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>()
    .get('/forgot-password', (c) => show(c, <ForgotPasswordPage p={c.get('page')} />))
    .post('/forgot-password', (c) => sendReset(app, c))
    .get('/reset-password/:token', async (c) => {
      await openLink(app, 'reset-password', c.req.param('token'));
      return show(c, <ResetPasswordPage p={c.get('page')} action={c.req.path} />);
    })
    .post('/reset-password/:token', (c) => reset(app, c, c.req.param('token')));
}

async function sendReset(app: App, c: HubContext): Promise<Response> {
  const p = c.get('page');
  const parsed = await parseForm(c, Forgot);
  if (!parsed.ok) return show(c, <ForgotPasswordPage p={p} {...parsed} />, 422);
  const { email } = parsed.value;
  await askForLink(app, { purpose: 'reset-password', email, lang: p.locale, remote: c.get('remote') });
  flash(c, 'done', 'accounts.letter-on-its-way', { address: email });
  return c.redirect('/letter-sent', 303);
}

async function reset(app: App, c: HubContext, token: string): Promise<Response> {
  const p = c.get('page');
  const parsed = await parseForm(c, Reset);
  if (!parsed.ok) return show(c, <ResetPasswordPage p={p} action={c.req.path} {...parsed} />, 422);
  const result = await attempt(() => resetPassword(app, token, parsed.value.password));
  if ('refusal' in result) {
    if (result.refusal.code !== 'account.password-too-weak') throw result.refusal;
    const errors = refused(p, result.refusal, { 'account.password-too-weak': 'password' });
    return show(c, <ResetPasswordPage p={p} action={c.req.path} errors={errors} />, 422);
  }
  await enter(app, c, result.done);
  flash(c, 'done', 'accounts.reset.done');
  return c.redirect('/', 303);
}
