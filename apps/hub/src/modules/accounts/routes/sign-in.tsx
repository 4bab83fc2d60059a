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
import { askForLink } from '../ask-for-link.ts';
import { signIn } from '../sign-in.ts';
import { openLink, signInByLink } from '../use-link.ts';
import { LetterSentPage } from '../views/letter-sent-page.tsx';
import { OneButtonPage } from '../views/one-button-page.tsx';
import { SignInPage } from '../views/sign-in-page.tsx';
import { enter, leave } from './enter.ts';
import { next, optionalSecretText, secretText } from './form-fields.ts';
import { refused } from './refused.ts';

const SignIn = z.strictObject({ email: emailAddress, password: secretText, next });
/** The same form, sent by its other button. */
const AskForLink = z.strictObject({ email: emailAddress, password: optionalSecretText, next });

export function signInRoutes(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>()
    .get('/sign-in', (c) => {
      const to = localPath(c.req.query('next'));
      if (c.get('actor').kind === 'person' && !c.req.query('again')) return c.redirect(to, 303);
      return show(c, <SignInPage p={c.get('page')} next={to} />);
    })
    .post('/sign-in', (c) => enterWithPassword(app, c))
    .post('/sign-in/link', (c) => sendLink(app, c))
    .get('/sign-in/link/:token', (c) => offerLink(app, c, c.req.param('token')))
    .post('/sign-in/link/:token', async (c) => {
      const { accountId, next: to } = await signInByLink(app, c.req.param('token'));
      await enter(app, c, accountId);
      return c.redirect(localPath(to), 303);
    })
    .get('/letter-sent', (c) => show(c, <LetterSentPage p={c.get('page')} canSend={app.mail.canSend} />))
    .post('/sign-out', async (c) => {
      await leave(app, c);
      flash(c, 'done', 'accounts.signed-out');
      return c.redirect('/', 303);
    });
}

const pathIn = (value: unknown): string => localPath(typeof value === 'string' ? value : undefined);

async function enterWithPassword(app: App, c: HubContext): Promise<Response> {
  const p = c.get('page');
  const parsed = await parseForm(c, SignIn);
  const to = pathIn(parsed.form.values.next);
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

async function sendLink(app: App, c: HubContext): Promise<Response> {
  const p = c.get('page');
  const parsed = await parseForm(c, AskForLink);
  const to = pathIn(parsed.form.values.next);
  if (!parsed.ok) return show(c, <SignInPage p={p} next={to} {...parsed} />, 422);
  const { email } = parsed.value;
  await askForLink(app, { purpose: 'sign-in', email, lang: p.locale, next: to, remote: c.get('remote') });
  flash(c, 'done', 'accounts.letter-on-its-way', { address: email });
  return c.redirect('/letter-sent', 303);
}

async function offerLink(app: App, c: HubContext, token: string): Promise<Response> {
  const p = c.get('page');
  const { address = '' } = await openLink(app, 'sign-in', token);
  const words = { title: p.t('accounts.sign-in'), say: p.t('accounts.link.sign-in', { address }) };
  return show(c, <OneButtonPage p={p} {...words} action={`/sign-in/link/${token}`} button={p.t('accounts.sign-in')} />);
}
