import { Hono } from 'hono';
import type { App } from '../../../kernel/app.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { HubContext, HubEnv } from '../../../web/env.ts';
import { flash } from '../../../web/flash.ts';
import { requirePerson } from '../../../web/require-person.ts';
import { show } from '../../../web/show.ts';
import { type AchievementStep, changeState } from '../change-state.ts';
import { listForIssuer, loadAchievement, loadIssuer } from '../load-achievement.ts';
import { achievementPath } from '../paths-model.ts';
import { IssuerListPage } from '../views/issuer-list-page.tsx';

const steps: Record<string, AchievementStep> = { publish: 'publish', archive: 'archive', restore: 'restore' };

export function issuerListRoutes(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>()
    .get('/organizations/:organization/achievements', async (c) => {
      const person = requirePerson(c);
      const issuer = await loadIssuer(app, c.req.param('organization'));
      const achievements = await listForIssuer(app, person, issuer);
      return show(c, <IssuerListPage p={c.get('page')} issuer={issuer} achievements={achievements} />);
    })
    .post('/achievements/:id/:step{publish|archive|restore}', (c) => step(app, c));
}

async function step(app: App, c: HubContext): Promise<Response> {
  const person = requirePerson(c);
  const step = steps[c.req.param('step') ?? ''];
  if (!step) throw new Refusal('web.not-found');
  const achievement = await loadAchievement(app, person, c.req.param('id') ?? '');
  await changeState(app, person, achievement.id, step);
  flash(c, 'done', `achievements.done.${step}`, { name: achievement.name });
  return c.redirect(achievementPath(achievement), 303);
}
