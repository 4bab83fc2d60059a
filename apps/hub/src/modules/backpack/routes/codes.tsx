import { Hono } from 'hono';
import { z } from 'zod';
import type { App } from '../../../kernel/app.ts';
import { attempt } from '../../../kernel/refusal.ts';
import type { HubContext, HubEnv } from '../../../web/env.ts';
import { refusalText } from '../../../web/error-page.tsx';
import { line } from '../../../web/fields.ts';
import { flash } from '../../../web/flash.ts';
import { parseForm } from '../../../web/parse.ts';
import { requirePerson } from '../../../web/require-person.ts';
import { show } from '../../../web/show.ts';
import { visibilities } from '../model.ts';
import { openCode } from '../open-code.ts';
import { redeemAndAccept } from '../redeem-and-accept.ts';
import { CodePage, TypeCodePage } from '../views/code-page.tsx';

const Typed = z.strictObject({ code: line(40) });
const Take = z.strictObject({
  email: z.string().max(254).optional(),
  visibility: z.enum(visibilities).default('private'),
});

/** Badges by code: typed, or behind a QR code. */
export function codeRoutes(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>()
    .get('/c', (c) => show(c, <TypeCodePage p={c.get('page')} />))
    .post('/c', (c) => lookUp(app, c))
    .get('/c/:code', async (c) => present(app, c))
    .post('/c/:code', (c) => take(app, c));
}

const codeOf = (c: HubContext): string => c.req.param('code') ?? '';
const pathOf = (c: HubContext): string => `/c/${encodeURIComponent(codeOf(c))}`;

async function lookUp(app: App, c: HubContext): Promise<Response> {
  const p = c.get('page');
  const parsed = await parseForm(c, Typed);
  if (!parsed.ok) return show(c, <TypeCodePage p={p} errors={parsed.errors} values={parsed.values} />, 422);
  const result = await attempt(() => openCode(app, parsed.value.code, c.get('remote')));
  if ('done' in result) return c.redirect(`/c/${encodeURIComponent(result.done.code.code)}`, 303);
  if (result.refusal.code !== 'code.not-found') throw result.refusal;
  const { title, remedy = '' } = refusalText(p, result.refusal);
  const errors = { code: `${title}. ${remedy}` };
  return show(c, <TypeCodePage p={p} errors={errors} values={parsed.form.values} />, 422);
}

async function present(app: App, c: HubContext, status: 200 | 409 = 200): Promise<Response> {
  const opened = await openCode(app, codeOf(c), c.get('remote'));
  const actor = c.get('actor');
  const emails = actor.kind === 'person' ? actor.emails : [];
  return show(c, <CodePage p={c.get('page')} opened={opened} path={pathOf(c)} emails={emails} />, status);
}

async function take(app: App, c: HubContext): Promise<Response> {
  const actor = requirePerson(c);
  const parsed = await parseForm(c, Take);
  const { email, visibility } = parsed.ok ? parsed.value : { email: undefined, visibility: 'private' as const };
  const input = { code: codeOf(c), email: email ?? actor.emails[0] ?? '', visibility };
  const result = await attempt(() => redeemAndAccept(app, actor, input));
  if ('refusal' in result) {
    // Closed or used up meanwhile: the page says so at the button.
    if (result.refusal.code.startsWith('code.') && result.refusal.code !== 'code.not-found')
      return present(app, c, 409);
    throw result.refusal;
  }
  flash(c, 'done', 'backpack.claimed');
  return c.redirect(`/backpack/${result.done}`, 303);
}
