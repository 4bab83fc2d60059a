import { Hono } from 'hono';
import type { Person } from '../../../kernel/actor.ts';
import type { App } from '../../../kernel/app.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { HubContext, HubEnv } from '../../../web/env.ts';
import { flash } from '../../../web/flash.ts';
import { requirePerson } from '../../../web/require-person.ts';
import { show } from '../../../web/show.ts';
import { beginVersion } from '../begin-version.ts';
import { designFromSeed } from '../design/index.ts';
import { typedOf } from '../form-model.ts';
import { listOwnIssuers, loadAchievement, loadIssuer } from '../load-achievement.ts';
import { type Achievement, emptyContent } from '../model.ts';
import { whyNotDefine, whyNotEdit } from '../policy.ts';
import { typedAsKept } from '../typed-as-kept.ts';
import { ChooseIssuerPage } from '../views/choose-issuer-page.tsx';
import { LockedPage } from '../views/locked-page.tsx';
import { type Desk, showEditor } from './desk.tsx';
import { keepForm } from './keep-form.tsx';

export function editorRoutes(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>()
    .get('/achievements/new', async (c) => {
      const desk = await newDesk(app, c);
      return desk instanceof Response ? desk : showEditor(app, c, desk, { typed: startOf(c, desk) });
    })
    .post('/achievements/new', async (c) => {
      const desk = await newDesk(app, c);
      return desk instanceof Response ? desk : keepForm(app, c, desk);
    })
    .get('/achievements/:id/edit', async (c) => {
      const desk = await openDesk(app, c);
      const { issuer, achievement } = desk;
      if (whyNotEdit(desk.person, achievement)) {
        return show(c, <LockedPage p={c.get('page')} issuer={issuer} achievement={achievement} />);
      }
      return showEditor(app, c, desk, { typed: typedAsKept(app, achievement) });
    })
    .post('/achievements/:id/edit', async (c) => keepForm(app, c, await openDesk(app, c)))
    .post('/achievements/:id/versions', async (c) => {
      const person = requirePerson(c);
      const { id } = await loadAchievement(app, person, c.req.param('id'));
      const next = await beginVersion(app, person, id);
      flash(c, 'done', 'achievements.version-begun', { version: next.version });
      return c.redirect(`/achievements/${next.id}/edit`, 303);
    });
}

/** For whom the new badge is: asked in the address; the only issuer a person has is taken without asking. */
async function newDesk(app: App, c: HubContext): Promise<Desk | Response> {
  const person = requirePerson(c);
  const asked = c.req.query('issuer');
  const issuers = asked ? [await loadIssuer(app, asked)] : await listOwnIssuers(app, person);
  const [issuer] = issuers;
  if (!issuer || issuers.length > 1) return show(c, <ChooseIssuerPage p={c.get('page')} issuers={issuers} />);
  const reason = whyNotDefine(person, issuer.id);
  if (reason) throw new Refusal(reason);
  return { person, issuer };
}

async function openDesk(app: App, c: HubContext): Promise<Desk & { achievement: Achievement }> {
  const person: Person = requirePerson(c);
  const achievement = await loadAchievement(app, person, c.req.param('id') ?? '');
  const reason = whyNotDefine(person, achievement.issuerId);
  if (reason) throw new Refusal(reason);
  return { person, achievement, issuer: await loadIssuer(app, achievement.issuerId) };
}

function startOf(c: HubContext, { issuer }: Desk) {
  const { ribbon: _, ...design } = designFromSeed(`${issuer.id} ${c.get('requestId')}`);
  return { ...typedOf({ ...emptyContent, lang: issuer.lang }, design), criteria: ['', ''] };
}
