import { Hono } from 'hono';
import { z } from 'zod';
import type { App } from '../../../kernel/app.ts';
import type { HubContext, HubEnv } from '../../../web/env.ts';
import { parseQuery } from '../../../web/parse.ts';
import { requirePerson } from '../../../web/require-person.ts';
import { show } from '../../../web/show.ts';
import { listCollections } from '../collection-store.ts';
import { exportBackpack } from '../export-backpack.ts';
import { attachmentNamed } from '../files-model.ts';
import { listWaiting } from '../list-waiting.ts';
import { arrangeShelf, issuersOn, shelfOrders, standings } from '../shelf-model.ts';
import { countRemoved, listShelf } from '../shelf-store.ts';
import { BackpackPage } from '../views/backpack-page.tsx';
import { RemovedPage } from '../views/removed-page.tsx';

const perPage = 48;

const Query = z.object({
  search: z.string().max(200).default(''),
  issuer: z.string().max(2000).default(''),
  standing: z.enum(['', ...standings]).default(''),
  order: z.enum(shelfOrders).default('accepted'),
  page: z.coerce.number().int().min(1).max(1000).default(1),
});

/** Everything somebody holds. */
export function shelfRoutes(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>()
    .get('/backpack', (c) => shelf(app, c))
    .get('/backpack/export', (c) => exportAll(app, c))
    .get('/backpack/removed', async (c) => {
      const entries = await listShelf(app.db, requirePerson(c).personId, app.clock(), true);
      return show(c, <RemovedPage p={c.get('page')} entries={entries} />);
    });
}

async function shelf(app: App, c: HubContext): Promise<Response> {
  const actor = requirePerson(c);
  const p = c.get('page');
  const { page, ...query } = parseQuery(c, Query);
  const all = await listShelf(app.db, actor.personId, app.clock());
  const found = arrangeShelf(all, query, p.locale);
  const pages = Math.max(1, Math.ceil(found.length / perPage));
  const at = Math.min(page, pages);
  return show(
    c,
    <BackpackPage
      p={p}
      count={all.length}
      entries={found.slice((at - 1) * perPage, at * perPage)}
      found={found.length}
      page={at}
      pages={pages}
      query={query}
      issuers={issuersOn(all, p.locale)}
      waiting={await listWaiting(app, actor)}
      collections={(await listCollections(app.db, actor.personId)).length}
      removed={await countRemoved(app.db, actor.personId)}
    />,
  );
}

async function exportAll(app: App, c: HubContext): Promise<Response> {
  const actor = requirePerson(c);
  await app.limits.take(`export ${actor.personId}`, { capacity: 5, perMinute: 2 });
  const { t, locale: lang, dir } = c.get('page');
  const words = {
    title: t('backpack.exported.title', { name: actor.name }),
    say: t('backpack.exported.say'),
    unreached: t('backpack.issuer-unreached'),
    lang,
    dir,
  };
  const name = attachmentNamed(`badges-${app.clock().toISOString().slice(0, 10)}.zip`);
  const headers = { 'content-type': 'application/zip', 'content-disposition': name, 'cache-control': 'no-store' };
  return c.body(await exportBackpack(app, actor, words), 200, headers);
}
