import { Hono } from 'hono';
import type { App } from '../../../kernel/app.ts';
import type { HubContext, HubEnv } from '../../../web/env.ts';
import { show } from '../../../web/show.ts';
import { listOwnIssuers } from '../../achievements/index.ts';
import { listIssuers } from '../issuer-store.ts';
import { countAll, listBadges, type Numbers } from '../store.ts';
import { HomePage } from '../views/home-page.tsx';

export function homeRoutes(app: App): Hono<HubEnv> {
  const numbers = rememberedNumbers(app);
  return new Hono<HubEnv>().get('/', (c) => home(app, c, numbers));
}

/** Visitors may see the numbers half a minute late; members see them at once. */
function rememberedNumbers(app: App): (fresh: boolean) => Promise<Numbers> {
  let known: { at: number; numbers: Numbers } | undefined;
  return async (fresh) => {
    const now = performance.now();
    if (!fresh && known && now - known.at < 30_000) return known.numbers;
    known = { at: now, numbers: await countAll(app.db) };
    return known.numbers;
  };
}

async function home(app: App, c: HubContext, count: (fresh: boolean) => Promise<Numbers>): Promise<Response> {
  const actor = c.get('actor');
  const isMember = actor.kind === 'person';
  const newest = { q: '', sort: 'newest', page: 1, size: 8, isMember } as const;
  const [numbers, { badges }, { issuers, total }, mine] = await Promise.all([
    count(isMember),
    listBadges(app.db, newest),
    listIssuers(app.db, { q: '', page: 1, size: 14, isMember }),
    listOwnIssuers(app, actor),
  ]);
  const view = <HomePage p={c.get('page')} {...{ numbers, badges, issuers, mine }} allIssuers={total} />;
  return show(c, view);
}
