import { Hono } from 'hono';
import { z } from 'zod';
import type { App } from '../../../kernel/app.ts';
import { attempt } from '../../../kernel/refusal.ts';
import { dropCookie } from '../../../web/cookies.ts';
import type { HubContext, HubEnv } from '../../../web/env.ts';
import { flash } from '../../../web/flash.ts';
import { type FieldErrors, parseForm } from '../../../web/parse.ts';
import { requirePerson } from '../../../web/require-person.ts';
import { show } from '../../../web/show.ts';
import { deleteAccount, dutiesOf } from '../delete-account.ts';
import { personalParts } from '../hooks.ts';
import { whyNotDelete } from '../policy.ts';
import { findAccount } from '../store.ts';
import { DeleteAccountPage } from '../views/delete-account-page.tsx';
import { optionalSecretText } from './form-fields.ts';
import { refused } from './refused.ts';

const Delete = z.strictObject({ password: optionalSecretText });

export function deleteAccountRoutes(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>().get('/account/delete', (c) => page(app, c)).post('/account/delete', (c) => erase(app, c));
}

async function page(app: App, c: HubContext, errors?: FieldErrors): Promise<Response> {
  const person = requirePerson(c);
  const hasPassword = (await findAccount(app.db, person.accountId))?.passwordHash !== undefined;
  const reason = whyNotDelete(await dutiesOf(app.db, person));
  const consequences = personalParts().flatMap(({ consequence }) => consequence ?? []);
  const props = { p: c.get('page'), hasPassword, reason, consequences, errors };
  return show(c, <DeleteAccountPage {...props} />, errors ? 422 : 200);
}

async function erase(app: App, c: HubContext): Promise<Response> {
  const person = requirePerson(c);
  const p = c.get('page');
  const parsed = await parseForm(c, Delete);
  if (!parsed.ok) return page(app, c, parsed.errors);
  const proof = { password: parsed.value.password, sessionId: c.get('sessionId') };
  const result = await attempt(() => deleteAccount(app, person, proof));
  if ('refusal' in result) {
    if (!result.refusal.code.startsWith('account.')) throw result.refusal;
    return page(app, c, refused(p, result.refusal, { 'account.wrong-password': 'password' }));
  }
  dropCookie(c, 'session');
  flash(c, 'done', 'accounts.delete.done');
  return c.redirect('/', 303);
}
