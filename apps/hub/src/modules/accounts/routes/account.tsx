import { Hono } from 'hono';
import { z } from 'zod';
import type { App } from '../../../kernel/app.ts';
import { isId } from '../../../kernel/ids.ts';
import { attempt, Refusal, type RefusalCode } from '../../../kernel/refusal.ts';
import type { HubContext, HubEnv } from '../../../web/env.ts';
import { emailAddress, line } from '../../../web/fields.ts';
import { flash } from '../../../web/flash.ts';
import { type Parsed, parseForm } from '../../../web/parse.ts';
import { requirePerson } from '../../../web/require-person.ts';
import { show } from '../../../web/show.ts';
import { addEmail, confirmEmail, makePrimary, removeEmail } from '../change-emails.ts';
import { changeProfile } from '../change-profile.ts';
import { endOtherSessions, endSession } from '../end-session.ts';
import { exportPerson } from '../export-person.ts';
import { removePasskey, renamePasskey } from '../passkeys.ts';
import { changePassword } from '../set-password.ts';
import { listEmails } from '../store.ts';
import { openLink } from '../use-link.ts';
import { viewAccount } from '../view-account.ts';
import { type AccountForm, AccountPage, type AccountPageProps } from '../views/account-page.tsx';
import { OneButtonPage } from '../views/one-button-page.tsx';
import { locale, optionalSecretText, secretText, timeZone } from './form-fields.ts';
import { refused } from './refused.ts';

const Profile = z.strictObject({ name: line(120), locale, timeZone, theme: z.enum(['auto', 'light', 'dark']) });
const NewEmail = z.strictObject({ email: emailAddress });
const NewPassword = z.strictObject({ current: optionalSecretText, password: secretText });
const Label = z.strictObject({ label: line(80) });

export function accountPageRoutes(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>()
    .get('/account', (c) => page(app, c))
    .post('/account/profile', (c) =>
      change(app, c, 'profile', Profile, async (value) => {
        await changeProfile(app, requirePerson(c), value);
        flash(c, 'done', 'accounts.profile.kept');
      }),
    )
    .post('/account/password', (c) =>
      change(app, c, 'password', NewPassword, async ({ current, password }) => {
        await changePassword(app, requirePerson(c), { current, password, sessionId: c.get('sessionId') });
        flash(c, 'done', 'accounts.password.kept');
      }),
    )
    .post('/account/emails', (c) =>
      change(app, c, 'emails', NewEmail, async ({ email }) => {
        await addEmail(app, requirePerson(c), email, c.get('page').locale);
        flash(c, 'done', 'accounts.letter-on-its-way', { address: email });
      }),
    )
    .post('/account/emails/:id/:act{send-again|primary|remove}', (c) => changeOneEmail(app, c))
    .get('/account/emails/confirm/:token', (c) => offerConfirmation(app, c, c.req.param('token')))
    .post('/account/emails/confirm/:token', async (c) => {
      const address = await confirmEmail(app, requirePerson(c), c.req.param('token'));
      flash(c, 'done', 'accounts.emails.now-confirmed', { address });
      return c.redirect('/account#emails', 303);
    })
    .post('/account/passkeys/:id', (c) =>
      change(app, c, 'passkeys', Label, async ({ label }) => {
        await renamePasskey(app, requirePerson(c), idOf('psk', c), label);
        flash(c, 'done', 'accounts.passkey.renamed');
      }),
    )
    .post('/account/passkeys/:id/remove', (c) =>
      change(app, c, 'passkeys', z.strictObject({}), async () => {
        await removePasskey(app, requirePerson(c), idOf('psk', c));
        flash(c, 'done', 'accounts.passkey.removed');
      }),
    )
    .post('/account/sessions/end-others', async (c) => {
      await endOtherSessions(app, requirePerson(c), c.get('sessionId'));
      flash(c, 'done', 'accounts.sessions.others-ended');
      return c.redirect('/account#sessions', 303);
    })
    .post('/account/sessions/:id/end', async (c) => {
      await endSession(app, requirePerson(c), idOf('ses', c));
      flash(c, 'done', 'accounts.sessions.ended');
      return c.redirect('/account#sessions', 303);
    })
    .get('/account/export', async (c) => {
      const zip = await exportPerson(app, requirePerson(c));
      const headers = {
        'content-type': 'application/zip',
        'content-disposition': 'attachment; filename="my-account.zip"',
        'cache-control': 'no-store',
      };
      return c.body(new Uint8Array(zip), 200, headers);
    });
}

async function page(app: App, c: HubContext, failed?: AccountPageProps['failed']): Promise<Response> {
  const overview = await viewAccount(app, requirePerson(c));
  const props = { p: c.get('page'), overview, sessionId: c.get('sessionId'), now: app.clock() };
  return show(c, <AccountPage {...props} failed={failed} />, failed ? 422 : 200);
}

/** At which field of the account page a refusal is said. */
const places: Partial<Record<RefusalCode, string>> = {
  'account.password-too-weak': 'password',
  'account.wrong-password': 'current',
  'account.too-many-emails': 'email',
};

/** One of the page's forms: what goes wrong is said on the page, beside what was typed. */
async function change<T>(
  app: App,
  c: HubContext,
  form: AccountForm,
  schema: z.ZodType<T>,
  work: (value: T) => Promise<void>,
): Promise<Response> {
  requirePerson(c);
  const parsed: Parsed<T> = await parseForm(c, schema);
  if (!parsed.ok) {
    // the names of the keys are several fields: the mistake is said above them
    const errors = form === 'passkeys' ? { _form: Object.values(parsed.errors).join(' ') } : parsed.errors;
    return page(app, c, { form, errors, values: parsed.values });
  }
  const result = await attempt(() => work(parsed.value));
  if ('done' in result) return c.redirect(`/account#${form}`, 303);
  if (!result.refusal.code.startsWith('account.')) throw result.refusal;
  return page(app, c, { form, errors: refused(c.get('page'), result.refusal, places), values: parsed.form.values });
}

function idOf<P extends 'eml' | 'psk' | 'ses'>(prefix: P, c: HubContext): `${P}_${string}` {
  const id = c.req.param('id') ?? '';
  if (!isId(prefix, id)) throw new Refusal('web.not-found');
  return id;
}

async function changeOneEmail(app: App, c: HubContext): Promise<Response> {
  const person = requirePerson(c);
  const id = idOf('eml', c);
  return change(app, c, 'emails', z.strictObject({}), async () => {
    const act = c.req.param('act');
    if (act === 'remove') await removeEmail(app, person, id);
    if (act === 'primary') await makePrimary(app, person, id);
    if (act === 'send-again') {
      const email = (await listEmails(app.db, person.accountId)).find((one) => one.id === id);
      if (!email) throw new Refusal('web.not-found');
      await addEmail(app, person, email.address, c.get('page').locale);
    }
    flash(c, 'done', `accounts.emails.did-${act}`);
  });
}

async function offerConfirmation(app: App, c: HubContext, token: string): Promise<Response> {
  const p = c.get('page');
  const person = requirePerson(c);
  const { address = '', accountId } = await openLink(app, 'verify-email', token);
  if (accountId !== person.accountId) throw new Refusal('account.other-account');
  const words = {
    title: p.t('accounts.emails.confirm'),
    say: p.t('accounts.link.verify-email', { address, name: person.name }),
  };
  const action = `/account/emails/confirm/${token}`;
  return show(c, <OneButtonPage p={p} {...words} action={action} button={p.t('accounts.emails.confirm.do')} />);
}
