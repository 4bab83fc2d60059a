import { Hono } from 'hono';
import { z } from 'zod';
import type { App } from '../../../kernel/app.ts';
import { isId } from '../../../kernel/ids.ts';
import { attempt, Refusal } from '../../../kernel/refusal.ts';
import type { HubContext, HubEnv } from '../../../web/env.ts';
import { checkbox, emailAddress, line, paragraphs } from '../../../web/fields.ts';
import { flash } from '../../../web/flash.ts';
import { parseForm, parseQuery } from '../../../web/parse.ts';
import { requireSteward } from '../../../web/require-person.ts';
import { show } from '../../../web/show.ts';
import { findAlliance } from '../../actors/index.ts';
import { changeAlliance } from '../change-alliance.ts';
import { appointSteward, dismissSteward } from '../change-stewards.ts';
import { findLetter, listLetters } from '../outbox-store.ts';
import { sendTestLetter } from '../send-test-letter.ts';
import { listStewards } from '../tie-store.ts';
import { AllianceSettingsPage, type AllianceSettingsProps } from '../views/alliance-settings-page.tsx';
import { LetterPage } from '../views/letter-page.tsx';
import { letterStates, OutboxPage } from '../views/outbox-page.tsx';
import { StewardPage } from '../views/steward-page.tsx';
import { locale, timeZone } from './form-fields.ts';
import { refused } from './refused.ts';

const Outbox = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  state: z.enum(letterStates).optional(),
  q: z.string().trim().max(200).optional(),
});

const Settings = z.strictObject({
  name: line(120),
  purpose: paragraphs(600),
  lang: locale,
  timeZone,
  removeLogo: checkbox,
  revision: z.coerce.number().int().min(1),
});

const Appoint = z.strictObject({ email: emailAddress });

const perPage = 50;

export function stewardRoutes(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>()
    .get('/steward', async (c) => {
      requireSteward(c);
      const { total } = await listLetters(app.db, { state: app.mail.canSend ? 'failed' : 'kept', offset: 0, limit: 1 });
      return show(c, <StewardPage p={c.get('page')} waiting={total} />);
    })
    .get('/outbox', (c) => outbox(app, c))
    .post('/outbox/test', async (c) => {
      const address = await sendTestLetter(app, requireSteward(c), c.get('page').locale);
      flash(c, 'done', 'accounts.letter-on-its-way', { address });
      return c.redirect('/outbox', 303);
    })
    .get('/outbox/:id', async (c) => {
      requireSteward(c);
      const id = c.req.param('id');
      const letter = isId('out', id) ? await findLetter(app.db, id) : undefined;
      if (!letter) throw new Refusal('web.not-found');
      return show(c, <LetterPage p={c.get('page')} letter={letter} />);
    })
    .get('/alliance/settings', (c) => settings(app, c))
    .post('/alliance/settings', (c) => changeSettings(app, c))
    .post('/alliance/stewards', (c) => appoint(app, c))
    .post('/alliance/stewards/:id/dismiss', (c) => dismiss(app, c));
}

async function outbox(app: App, c: HubContext): Promise<Response> {
  requireSteward(c);
  const { page, state, q } = parseQuery(c, Outbox);
  const { letters, total } = await listLetters(app.db, { state, q, offset: (page - 1) * perPage, limit: perPage });
  const numbers = { total, page, pages: Math.ceil(total / perPage) };
  return show(
    c,
    <OutboxPage p={c.get('page')} letters={letters} {...numbers} canSend={app.mail.canSend} query={{ state, q }} />,
  );
}

async function settings(app: App, c: HubContext, failed?: AllianceSettingsProps['failed']): Promise<Response> {
  requireSteward(c);
  const alliance = await findAlliance(app.db);
  if (!alliance) throw new Refusal('web.not-found');
  const logo = alliance.logoFile && app.urls.file(alliance.logoFile);
  const props = { p: c.get('page'), alliance, logo, stewards: await listStewards(app.db) };
  return show(c, <AllianceSettingsPage {...props} failed={failed} />, failed ? 422 : 200);
}

async function changeSettings(app: App, c: HubContext): Promise<Response> {
  const person = requireSteward(c);
  const p = c.get('page');
  const parsed = await parseForm(c, Settings);
  if (!parsed.ok) return settings(app, c, { form: 'alliance', errors: parsed.errors, values: parsed.values });
  const [file] = parsed.form.files.logo ?? [];
  const logo = file && new Uint8Array(await file.arrayBuffer());
  const result = await attempt(() => changeAlliance(app, person, { ...parsed.value, logo }));
  if ('refusal' in result) {
    const errors = refused(p, result.refusal);
    const [said = ''] = Object.values(errors);
    const isPicture = /^(image|file)\./.test(result.refusal.code);
    const { values } = parsed.form;
    return settings(app, c, { form: 'alliance', errors: isPicture ? { logo: said } : errors, values });
  }
  flash(c, 'done', 'accounts.alliance.kept');
  return c.redirect('/alliance/settings', 303);
}

async function appoint(app: App, c: HubContext): Promise<Response> {
  const person = requireSteward(c);
  const parsed = await parseForm(c, Appoint);
  if (!parsed.ok) return settings(app, c, { form: 'stewards', errors: parsed.errors, values: parsed.values });
  const result = await attempt(() => appointSteward(app, person, parsed.value.email));
  if ('refusal' in result) {
    const fields = { 'account.not-found': 'email', 'account.steward-already': 'email' } as const;
    return settings(app, c, {
      form: 'stewards',
      errors: refused(c.get('page'), result.refusal, fields),
      values: parsed.form.values,
    });
  }
  flash(c, 'done', 'accounts.stewards.appointed');
  return c.redirect('/alliance/settings#stewards', 303);
}

async function dismiss(app: App, c: HubContext): Promise<Response> {
  const person = requireSteward(c);
  const id = c.req.param('id') ?? '';
  if (!isId('per', id)) throw new Refusal('web.not-found');
  const result = await attempt(() => dismissSteward(app, person, id));
  if ('refusal' in result)
    return settings(app, c, { form: 'stewards', errors: refused(c.get('page'), result.refusal) });
  flash(c, 'done', 'accounts.stewards.dismissed');
  return c.redirect(id === person.personId ? '/' : '/alliance/settings#stewards', 303);
}
