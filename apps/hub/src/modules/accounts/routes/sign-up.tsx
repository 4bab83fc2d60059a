import { Hono } from 'hono';
import { z } from 'zod';
import type { App } from '../../../kernel/app.ts';
import { attempt } from '../../../kernel/refusal.ts';
import { dropCookie, readCookie, writeCookie } from '../../../web/cookies.ts';
import type { HubContext, HubEnv } from '../../../web/env.ts';
import { emailAddress, line } from '../../../web/fields.ts';
import { flash } from '../../../web/flash.ts';
import { parseForm } from '../../../web/parse.ts';
import { localPath } from '../../../web/require-person.ts';
import { show } from '../../../web/show.ts';
import { askForAccount } from '../ask-for-account.ts';
import { confirmAccount } from '../confirm-account.ts';
import { tokenLife } from '../model.ts';
import { openLink } from '../use-link.ts';
import { OneButtonPage } from '../views/one-button-page.tsx';
import { SignUpPage } from '../views/sign-up-page.tsx';
import { enter } from './enter.ts';
import { next, optionalSecretText } from './form-fields.ts';
import { refused } from './refused.ts';

const SignUp = z.strictObject({ name: line(120), email: emailAddress, password: optionalSecretText, next });

export function signUpRoutes(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>()
    .get('/sign-up', (c) => {
      const to = localPath(c.req.query('next'));
      if (c.get('actor').kind === 'person') return c.redirect(to, 303);
      return show(c, <SignUpPage p={c.get('page')} next={to} />);
    })
    .post('/sign-up', (c) => ask(app, c))
    .get('/sign-up/confirm/:token', (c) => offer(app, c, c.req.param('token')))
    .post('/sign-up/confirm/:token', (c) => confirm(app, c, c.req.param('token')));
}

async function ask(app: App, c: HubContext): Promise<Response> {
  const p = c.get('page');
  const parsed = await parseForm(c, SignUp);
  const typed = parsed.form.values.next;
  const to = localPath(typeof typed === 'string' ? typed : undefined);
  if (!parsed.ok) return show(c, <SignUpPage p={p} next={to} {...parsed} />, 422);
  const { name, email, password } = parsed.value;
  const browser = Buffer.from(app.random(32)).toString('base64url');
  const around = { lang: p.locale, timeZone: p.timeZone, browser, next: to, remote: c.get('remote') };
  const result = await attempt(() => askForAccount(app, { name, email, password: password || undefined, ...around }));
  if ('refusal' in result) {
    if (result.refusal.code !== 'account.password-too-weak') throw result.refusal;
    const errors = refused(p, result.refusal, { 'account.password-too-weak': 'password' });
    return show(c, <SignUpPage p={p} next={to} errors={errors} values={parsed.form.values} />, 422);
  }
  writeCookie(c, 'signup', browser, tokenLife['sign-up'] / 1000);
  flash(c, 'done', 'accounts.letter-on-its-way', { address: email });
  return c.redirect('/letter-sent', 303);
}

async function offer(app: App, c: HubContext, token: string): Promise<Response> {
  const p = c.get('page');
  const { address = '', facts } = await openLink(app, 'sign-up', token);
  const words = {
    title: p.t('accounts.sign-up'),
    say: p.t('accounts.link.sign-up', { address, name: facts.name ?? '' }),
  };
  const button = p.t('accounts.link.sign-up.make');
  return show(c, <OneButtonPage p={p} {...words} action={`/sign-up/confirm/${token}`} button={button} />);
}

async function confirm(app: App, c: HubContext, token: string): Promise<Response> {
  const { accountId, hasPassword, next: to } = await confirmAccount(app, token, readCookie(c, 'signup'));
  dropCookie(c, 'signup');
  await enter(app, c, accountId);
  flash(c, 'done', hasPassword ? 'accounts.sign-up.done' : 'accounts.sign-up.done-without-password');
  return c.redirect(localPath(to), 303);
}
