import { Hono } from 'hono';
import { achievementDocument } from 'openbadges';
import { mayIssueFor } from '../../../kernel/actor.ts';
import type { App } from '../../../kernel/app.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { HubContext, HubEnv } from '../../../web/env.ts';
import { negotiate } from '../../../web/negotiate.ts';
import { publicJson } from '../../../web/public-json.ts';
import { show } from '../../../web/show.ts';
import { type Achievement, achievementInput, listVersions, loadAchievement, maySee } from '../../achievements/index.ts';
import { countHolders } from '../../awards/index.ts';
import { findIssuer } from '../../profiles/index.ts';
import { AchievementPage } from '../views/achievement-page.tsx';

const offers = ['text/html', 'application/ld+json', 'application/json', 'application/vc+ld+json'] as const;

export function achievementPageRoutes(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>().get('/achievements/:id', async (c) => {
    const achievement = await loadAchievement(app, c.get('actor'), c.req.param('id'));
    c.header('vary', 'Accept');
    const type = negotiate(c.req.header('accept'), offers) ?? 'application/ld+json';
    return type === 'text/html' ? showPage(app, c, achievement) : document(app, c, achievement, type);
  });
}

/** OB 3.0 Achievement. A draft has no document: nobody may rely on it. */
async function document(app: App, c: HubContext, achievement: Achievement, type: string): Promise<Response> {
  if (achievement.state === 'draft') throw new Refusal('achievement.not-found');
  const issuer = await findIssuer(app.db, achievement.issuerId);
  const url = app.urls.issuer(achievement.issuerId);
  const creator = issuer && { id: url, name: issuer.name, url };
  return publicJson(c, achievementDocument({ ...achievementInput(app, achievement), creator }), type);
}

async function showPage(app: App, c: HubContext, achievement: Achievement): Promise<Response> {
  const actor = c.get('actor');
  const [issuer, versions, holders] = await Promise.all([
    findIssuer(app.db, achievement.issuerId),
    listVersions(app.db, achievement.series),
    countHolders(app.db, [achievement.id]),
  ]);
  if (!issuer) throw new Refusal('achievement.not-found');
  const view = (
    <AchievementPage
      p={c.get('page')}
      achievement={achievement}
      issuer={issuer}
      logo={issuer.logoFile && app.urls.file(issuer.logoFile, 'logo.png')}
      versions={versions.filter((version) => maySee(actor, version))}
      holders={holders.get(achievement.id) ?? 0}
      isStaff={mayIssueFor(actor, achievement.issuerId)}
    />
  );
  return show(c, view);
}
