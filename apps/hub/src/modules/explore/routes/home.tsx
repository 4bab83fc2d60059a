import { Hono } from 'hono';
import type { App } from '../../../kernel/app.ts';
import type { HubContext, HubEnv } from '../../../web/env.ts';
import { show } from '../../../web/show.ts';
import { listOwnIssuers } from '../../achievements/index.ts';
import { listIssuers } from '../issuer-store.ts';
import { countAll, listBadges } from '../store.ts';
import { HomePage } from '../views/home-page.tsx';

export function homeRoutes(app: App): Hono<HubEnv> {
  const look = rememberedLook(app);
  return new Hono<HubEnv>().get('/', (c) => home(app, c, look));
}

type Look = Awaited<ReturnType<typeof lookAround>>;

async function lookAround(app: App, isMember: boolean) {
  const [numbers, { badges }, { issuers, total }] = await Promise.all([
    countAll(app.db),
    listBadges(app.db, { q: '', sort: 'newest', page: 1, size: 8, isMember }),
    listIssuers(app.db, { q: '', page: 1, size: 14, isMember }),
  ]);
  return { numbers, badges, issuers, allIssuers: total };
}

/** Visitors may see the house ten seconds late; members see it at once. */
function rememberedLook(app: App): (isMember: boolean) => Promise<Look> {
  let known: { at: number; look: Look } | undefined;
  return async (isMember) => {
    const now = performance.now();
    if (isMember) return lookAround(app, true);
    if (known && now - known.at < 10_000) return known.look;
    known = { at: now, look: await lookAround(app, false) };
    return known.look;
  };
}

async function home(app: App, c: HubContext, lookOf: (isMember: boolean) => Promise<Look>): Promise<Response> {
  const actor = c.get('actor');
  const [look, mine] = await Promise.all([lookOf(actor.kind === 'person'), listOwnIssuers(app, actor)]);
  return show(c, <HomePage p={c.get('page')} {...look} mine={mine} />);
}
