import { Hono } from 'hono';
import { z } from 'zod';
import type { App } from '../../../kernel/app.ts';
import type { HubContext, HubEnv } from '../../../web/env.ts';
import { parseForm } from '../../../web/parse.ts';
import { show } from '../../../web/show.ts';
import { type Brought, mostBadges } from '../model.ts';
import { separate, verifyMany } from '../verify-many.ts';
import { VerifyPage } from '../views/verify-page.tsx';
import { asAddress } from './as-address.ts';
import { takeTurn } from './take-turn.ts';

/** The text stays as it was pasted: its signature may cover every character. */
const Ask = z.strictObject({
  text: z.string().max(2_000_000).default(''),
  recipient: z.string().trim().max(1000).default(''),
});

export function askRoutes(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>()
    .get('/verify', (c) => {
      // An address is filled in and not asked: a link on another site makes nobody fetch anything.
      const text = (c.req.query('url') ?? c.req.query('text') ?? '').slice(0, 4096);
      return show(c, <VerifyPage p={c.get('page')} values={{ text }} />);
    })
    .post('/verify', (c) => ask(app, c));
}

async function ask(app: App, c: HubContext): Promise<Response> {
  const p = c.get('page');
  const parsed = await parseForm(c, Ask);
  const refuse = (errors: Record<string, string>) =>
    show(c, <VerifyPage p={p} errors={errors} values={parsed.form.values} />, 422);
  if (!parsed.ok) return refuse(parsed.errors);
  const { text, recipient } = parsed.value;
  const files = await Promise.all((parsed.form.files.file ?? []).map(broughtFile));
  const brought = text.trim() === '' ? files : [...files, { content: asAddress(text) }];
  if (brought.length === 0) return refuse({ file: p.t('verifier.empty') });
  await takeTurn(app, c);
  const count = separate(brought).length;
  if (count > mostBadges) return refuse({ file: p.t('verifier.too-many', { count, most: mostBadges }) });
  return c.redirect(`/verify/${await verifyMany(app, brought, recipient || undefined)}`, 303);
}

async function broughtFile(file: File): Promise<Brought> {
  return { content: new Uint8Array(await file.arrayBuffer()), name: file.name.slice(0, 300) || undefined };
}
