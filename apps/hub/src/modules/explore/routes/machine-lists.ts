import { Hono } from 'hono';
import { achievementDocument, openBadgeContexts } from 'openbadges';
import { z } from 'zod';
import type { App } from '../../../kernel/app.ts';
import { isId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { HubContext, HubEnv } from '../../../web/env.ts';
import { negotiate } from '../../../web/negotiate.ts';
import { parseQuery } from '../../../web/parse.ts';
import { publicJson } from '../../../web/public-json.ts';
import { achievementInput, listAchievements } from '../../achievements/index.ts';
import { findIssuer, type Issuer } from '../../profiles/index.ts';
import { atomFeed } from '../atom-feed.ts';
import { mostCounted } from '../model.ts';
import { listBadges } from '../store.ts';

const Paged = z.object({
  page: z.coerce.number().int().min(1).max(1000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(50),
});

/** What an issuer has published, for programs and feed readers. */
export function machineListRoutes(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>()
    .get('/issuers/:issuer/achievements', async (c) => {
      const issuer = await issuerOf(app, c);
      const offers = ['application/ld+json', 'application/json', 'text/html'] as const;
      const type = negotiate(c.req.header('accept'), offers) ?? 'application/ld+json';
      c.header('vary', 'Accept');
      return type === 'text/html' ? c.redirect(`/explore?issuer=${issuer.id}`, 303) : list(app, c, issuer, type);
    })
    .get('/issuers/:issuer/achievements.atom', async (c) => {
      const issuer = await issuerOf(app, c);
      const { achievements } = await published(app, issuer, 1, 50);
      return publicJson(c, atomFeed(app, issuer, achievements), 'application/atom+xml');
    });
}

async function issuerOf(app: App, c: HubContext): Promise<Issuer> {
  const id = c.req.param('issuer') ?? '';
  const issuer = isId('org', id) || isId('hub', id) ? await findIssuer(app.db, id) : undefined;
  if (issuer?.visibility !== 'public') throw new Refusal('profile.not-found');
  return issuer;
}

async function published(app: App, issuer: Issuer, page: number, size: number) {
  const query = { q: '', issuer: issuer.id, sort: 'newest', page, size, isMember: false } as const;
  const { badges, total } = await listBadges(app.db, query);
  const found = await listAchievements(
    app.db,
    badges.map(({ id }) => id),
  );
  const byId = new Map(found.map((achievement) => [achievement.id, achievement]));
  return { achievements: badges.flatMap(({ id }) => byId.get(id) ?? []), total: Math.min(total, mostCounted) };
}

async function list(app: App, c: HubContext, issuer: Issuer, type: string): Promise<Response> {
  const { page, size } = parseQuery(c, Paged);
  const { achievements, total } = await published(app, issuer, page, size);
  const documents = achievements.map((achievement) => achievementDocument(achievementInput(app, achievement)));
  const context = [...openBadgeContexts.slice(0, 2)];
  const graph = documents.map(({ '@context': _, ...document }) => document);
  c.header('link', linksOf(app, issuer, { page, size, total }));
  c.header('x-total-count', String(total));
  c.header('access-control-expose-headers', 'ETag, Link, X-Total-Count');
  return publicJson(c, { '@context': context, '@graph': graph }, type);
}

/** RFC 8288. */
function linksOf(
  app: App,
  issuer: Issuer,
  { page, size, total }: { page: number; size: number; total: number },
): string {
  const last = Math.max(1, Math.ceil(total / size));
  const to = (number: number, rel: string) =>
    `<${app.urls.issuer(issuer.id)}/achievements?page=${number}&size=${size}>; rel="${rel}"`;
  return [
    to(1, 'first'),
    ...(page > 1 ? [to(Math.min(page - 1, last), 'prev')] : []),
    ...(page < last ? [to(page + 1, 'next')] : []),
    to(last, 'last'),
  ].join(', ');
}
