import { Hono } from 'hono';
import { z } from 'zod';
import type { App } from '../../../kernel/app.ts';
import type { HubContext, HubEnv } from '../../../web/env.ts';
import { parseQuery } from '../../../web/parse.ts';
import { show } from '../../../web/show.ts';
import { findIssuer } from '../../profiles/index.ts';
import { listIssuers } from '../issuer-store.ts';
import { sorts } from '../model.ts';
import { listBadges, listBusyTags, listUsed } from '../store.ts';
import { ExplorePage } from '../views/explore-page.tsx';
import { IssuersPage } from '../views/issuers-page.tsx';

const text = (maximum: number) =>
  z
    .string()
    .max(maximum)
    .transform((value) => value.normalize('NFC'));

const optional = (maximum: number) =>
  text(maximum)
    .optional()
    .transform((value) => value || undefined);

const Browse = z.object({
  q: text(100).default(''),
  tag: optional(60),
  issuer: optional(40),
  type: optional(80),
  lang: optional(20),
  sort: z.enum(sorts).default('newest'),
  page: z.coerce.number().int().min(1).max(1000).default(1),
});

const size = 24;

export function browseRoutes(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>().get('/explore', (c) => browse(app, c)).get('/explore/issuers', (c) => issuers(app, c));
}

async function browse(app: App, c: HubContext): Promise<Response> {
  const asked = parseQuery(c, Browse);
  const isMember = c.get('actor').kind === 'person';
  const [found, types, langs, tags, issuer, named] = await Promise.all([
    listBadges(app.db, { ...asked, size, isMember }),
    listUsed(app.db, 'achievement_type'),
    listUsed(app.db, 'lang'),
    listBusyTags(app.db, 14),
    asked.issuer ? findIssuer(app.db, asked.issuer) : undefined,
    asked.q.trim() ? listIssuers(app.db, { q: asked.q, page: 1, size: 4, isMember }) : undefined,
  ]);
  const view = (
    <ExplorePage
      p={c.get('page')}
      asked={asked}
      {...found}
      size={size}
      choices={{ types, langs, tags }}
      issuer={issuer}
      named={named?.issuers ?? []}
    />
  );
  return show(c, view);
}

async function issuers(app: App, c: HubContext): Promise<Response> {
  const { q, page } = parseQuery(c, Browse);
  const isMember = c.get('actor').kind === 'person';
  const found = await listIssuers(app.db, { q, page, size, isMember });
  const logo = (id: Parameters<App['urls']['file']>[0]) => app.urls.file(id, 'logo.png');
  return show(c, <IssuersPage p={c.get('page')} q={q} {...found} page={page} size={size} logo={logo} />);
}
