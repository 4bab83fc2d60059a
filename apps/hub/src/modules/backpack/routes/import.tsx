import { Hono } from 'hono';
import { z } from 'zod';
import type { App } from '../../../kernel/app.ts';
import type { HubContext, HubEnv } from '../../../web/env.ts';
import { optionalWebAddress } from '../../../web/fields.ts';
import { flash } from '../../../web/flash.ts';
import { parseForm } from '../../../web/parse.ts';
import { requirePerson } from '../../../web/require-person.ts';
import { show } from '../../../web/show.ts';
import { importBadges } from '../import-badges.ts';
import type { Brought } from '../import-model.ts';
import { ImportedPage, ImportPage } from '../views/import-page.tsx';

const Import = z.strictObject({ url: optionalWebAddress, text: z.string().max(9_000_000).default('') });

/** Bringing badges from elsewhere. */
export function importRoutes(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>()
    .get('/backpack/import', (c) => {
      requirePerson(c);
      return show(c, <ImportPage p={c.get('page')} />);
    })
    .post('/backpack/import', (c) => bring(app, c));
}

async function bring(app: App, c: HubContext): Promise<Response> {
  const actor = requirePerson(c);
  const p = c.get('page');
  const parsed = await parseForm(c, Import);
  if (!parsed.ok) return show(c, <ImportPage p={p} errors={parsed.errors} values={parsed.values} />, 422);
  const brought = await broughtIn(parsed.value, parsed.form.files.files ?? []);
  if (brought.length === 0) {
    const errors = { files: p.t('backpack.import.nothing') };
    return show(c, <ImportPage p={p} errors={errors} values={parsed.form.values} />, 422);
  }
  const lines = await importBadges(app, actor, brought);
  const [line] = lines;
  if (lines.length === 1 && line && line.outcome !== 'not-kept') {
    flash(c, 'done', `backpack.import.${line.outcome}.done`);
    return c.redirect(`/backpack/${line.id}`, 303);
  }
  const isSomethingKept = lines.some(({ outcome }) => outcome !== 'not-kept');
  return show(c, <ImportedPage p={p} lines={lines} />, isSomethingKept ? 200 : 422);
}

async function broughtIn({ url, text }: z.output<typeof Import>, files: File[]): Promise<Brought[]> {
  const brought: Brought[] = [];
  for (const file of files) {
    brought.push({ from: 'file', name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  }
  if (url !== '') brought.push({ from: 'url', url });
  if (text.trim() !== '') brought.push({ from: 'paste', text });
  return brought;
}
