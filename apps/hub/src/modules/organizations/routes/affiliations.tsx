import { Hono } from 'hono';
import { z } from 'zod';
import type { App } from '../../../kernel/app.ts';
import type { Id, OrganizationId } from '../../../kernel/ids.ts';
import type { HubContext, HubEnv } from '../../../web/env.ts';
import { paragraphs } from '../../../web/fields.ts';
import { flash } from '../../../web/flash.ts';
import { parseForm } from '../../../web/parse.ts';
import { requirePerson } from '../../../web/require-person.ts';
import { show } from '../../../web/show.ts';
import { listAffiliationsOf } from '../affiliation-store.ts';
import { answerAffiliation } from '../answer-affiliation.ts';
import { declareAffiliation } from '../declare-affiliation.ts';
import { endAffiliation } from '../end-affiliation.ts';
import { listDirectory } from '../store.ts';
import { AffiliationsPage } from '../views/affiliations-page.tsx';
import { organizationPath } from '../views/paths.ts';
import { loadOrganization } from './load-organization.ts';

const Refusing = z.strictObject({ reason: paragraphs(600) });
const Declaring = z.object({ organization: z.string().max(60) });

export function affiliationRoutes(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>()
    .get('/account/affiliations', (c) => mine(app, c))
    .post('/account/affiliations', async (c) => {
      const person = requirePerson(c);
      const parsed = await parseForm(c, Declaring);
      const id = parsed.ok ? parsed.value.organization : '';
      await declareAffiliation(app, person, id as OrganizationId);
      return asked(c, '/account/affiliations');
    })
    .post('/account/affiliations/:affiliation/end', async (c) => {
      await endAffiliation(app, requirePerson(c), c.req.param('affiliation') as Id<'tie'>);
      flash(c, 'done', 'organizations.affiliation.ended');
      return c.redirect('/account/affiliations', 303);
    })
    .post('/organizations/:organization/affiliations', async (c) => {
      const person = requirePerson(c);
      const organization = await loadOrganization(app, c);
      await declareAffiliation(app, person, organization.id);
      return asked(c, organizationPath(organization));
    })
    .post('/organizations/:organization/affiliations/:affiliation/:answer{confirm|refuse|end}', (c) => answer(app, c));
}

function asked(c: HubContext, path: string): Response {
  flash(c, 'done', 'organizations.affiliation.asked');
  return c.redirect(path, 303);
}

async function mine(app: App, c: HubContext): Promise<Response> {
  const person = requirePerson(c);
  const q = (c.req.query('q') ?? '').slice(0, 100);
  const affiliations = await listAffiliationsOf(app.db, person.personId);
  const { entries } = q.trim()
    ? await listDirectory(app.db, { q, page: 1, size: 10, isMember: true })
    : { entries: [] };
  return show(c, <AffiliationsPage p={c.get('page')} affiliations={affiliations} q={q} found={entries} />);
}

async function answer(app: App, c: HubContext): Promise<Response> {
  const person = requirePerson(c);
  const organization = await loadOrganization(app, c);
  const id = c.req.param('affiliation') as Id<'tie'>;
  const back = organizationPath(organization, '/staff');
  const what = c.req.param('answer');
  if (what === 'end') await endAffiliation(app, person, id);
  if (what === 'confirm') await answerAffiliation(app, person, organization.id, { id, confirmed: true });
  if (what === 'refuse') {
    const parsed = await parseForm(c, Refusing);
    if (!parsed.ok) {
      flash(c, 'problem', 'organizations.reason-missing');
      return c.redirect(back, 303);
    }
    await answerAffiliation(app, person, organization.id, { id, confirmed: false, reason: parsed.value.reason });
  }
  flash(c, 'done', `organizations.affiliation.answered.${what}`);
  return c.redirect(back, 303);
}
