import { Hono } from 'hono';
import { z } from 'zod';
import type { App } from '../../../kernel/app.ts';
import { attempt, Refusal } from '../../../kernel/refusal.ts';
import type { HubContext, HubEnv } from '../../../web/env.ts';
import { paragraphs } from '../../../web/fields.ts';
import { flash } from '../../../web/flash.ts';
import { parseForm } from '../../../web/parse.ts';
import { requirePerson } from '../../../web/require-person.ts';
import { show } from '../../../web/show.ts';
import { editOrganization } from '../edit-organization.ts';
import { endOrganization } from '../end-organization.ts';
import { findOrganization } from '../find-organization.ts';
import { makeOrganization } from '../make-organization.ts';
import type { Organization } from '../model.ts';
import { whyNotEdit, whyNotEnd } from '../policy.ts';
import { ConflictPage } from '../views/conflict-page.tsx';
import { EditOrganizationPage } from '../views/edit-organization-page.tsx';
import { NewOrganizationPage } from '../views/new-organization-page.tsx';
import { organizationPath } from '../views/paths.ts';
import { loadOrganization } from './load-organization.ts';
import { contentOf, fieldOf, logoOf, OrganizationForm } from './organization-form.ts';
import { refused } from './refused.ts';

const End = z.strictObject({ reason: paragraphs(1000) });

export function editingRoutes(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>()
    .get('/organizations/new', (c) => {
      requirePerson(c);
      return show(c, <NewOrganizationPage p={c.get('page')} />);
    })
    .post('/organizations/new', (c) => make(app, c))
    .get('/organizations/:organization/edit', async (c) => {
      const organization = await editable(app, c);
      return show(c, <EditOrganizationPage p={c.get('page')} organization={organization} />);
    })
    .post('/organizations/:organization/edit', (c) => edit(app, c))
    .post('/organizations/:organization/end', (c) => end(app, c));
}

async function editable(app: App, c: HubContext): Promise<Organization> {
  const person = requirePerson(c);
  const organization = await loadOrganization(app, c);
  const reason = whyNotEdit(person, organization);
  if (reason) throw new Refusal(reason);
  return organization;
}

async function make(app: App, c: HubContext): Promise<Response> {
  const person = requirePerson(c);
  const p = c.get('page');
  const parsed = await parseForm(c, OrganizationForm);
  if (!parsed.ok) return show(c, <NewOrganizationPage p={p} {...parsed} />, 422);
  await app.limits.take(`organization ${person.personId}`, { capacity: 20, perMinute: 1 });
  const logo = await logoOf(parsed.form);
  const result = await attempt(() => makeOrganization(app, person, { ...contentOf(parsed.value), logo }));
  if ('refusal' in result) {
    const errors = refused(p, result.refusal, fieldOf);
    return show(c, <NewOrganizationPage p={p} errors={errors} values={parsed.form.values} />, 422);
  }
  const made = await findOrganization(app.db, result.done);
  flash(c, 'done', 'organizations.made', { name: parsed.value.name });
  return c.redirect(organizationPath({ handle: made?.handle ?? result.done }), 303);
}

async function edit(app: App, c: HubContext): Promise<Response> {
  const organization = await editable(app, c);
  const p = c.get('page');
  const parsed = await parseForm(c, OrganizationForm);
  if (!parsed.ok) return show(c, <EditOrganizationPage p={p} organization={organization} {...parsed} />, 422);
  const { values } = parsed.form;
  const change = {
    content: contentOf(parsed.value),
    logo: (await logoOf(parsed.form)) ?? (parsed.value.noLogo ? ('none' as const) : undefined),
    revision: parsed.value.revision,
  };
  const result = await attempt(() => editOrganization(app, c.get('actor'), organization.id, change));
  const newer = (await findOrganization(app.db, organization.id)) ?? organization;
  if ('refusal' in result) {
    if (result.refusal.code === 'web.conflict')
      return show(c, <ConflictPage p={p} organization={newer} values={values} />, 409);
    const errors = refused(p, result.refusal, fieldOf);
    return show(c, <EditOrganizationPage p={p} organization={organization} errors={errors} values={values} />, 422);
  }
  flash(c, 'done', 'organizations.kept');
  return c.redirect(organizationPath(newer), 303);
}

async function end(app: App, c: HubContext): Promise<Response> {
  const person = requirePerson(c);
  const organization = await loadOrganization(app, c);
  const reason = whyNotEnd(person, organization);
  if (reason) throw new Refusal(reason);
  const parsed = await parseForm(c, End);
  if (!parsed.ok) {
    flash(c, 'problem', 'organizations.reason-missing');
    return c.redirect(organizationPath(organization, '/edit'), 303);
  }
  await endOrganization(app, person, organization.id, parsed.value.reason);
  flash(c, 'done', 'organizations.ended');
  return c.redirect(organizationPath(organization), 303);
}
