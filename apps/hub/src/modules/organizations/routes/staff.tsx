import { Hono } from 'hono';
import { z } from 'zod';
import { hasStaffRole, type Person, type StaffRole } from '../../../kernel/actor.ts';
import type { App } from '../../../kernel/app.ts';
import { type Id, isId, type PersonId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { HubContext, HubEnv } from '../../../web/env.ts';
import { emailAddress, several } from '../../../web/fields.ts';
import { flash } from '../../../web/flash.ts';
import { parseForm } from '../../../web/parse.ts';
import { requirePerson } from '../../../web/require-person.ts';
import { show } from '../../../web/show.ts';
import { listAffiliated } from '../affiliation-store.ts';
import { listWaitingInvitations } from '../invitation-store.ts';
import { inviteStaff } from '../invite-staff.ts';
import { type Organization, staffRoles } from '../model.ts';
import { whyNotAnswerAffiliation, whyNotManageStaff } from '../policy.ts';
import { setStaffRoles } from '../set-staff-roles.ts';
import { listStaff, listStaffHistory } from '../staff-store.ts';
import { organizationPath } from '../views/paths.ts';
import { StaffPage, type StaffPageProps } from '../views/staff-page.tsx';
import { withdrawInvitation } from '../withdraw-invitation.ts';
import { loadOrganization } from './load-organization.ts';

const roles = several(z.enum(staffRoles));
const Invitation = z.strictObject({
  address: emailAddress,
  roles: roles.refine((list) => list.length > 0, 'organizations.mistake.roles'),
});
const Roles = z.strictObject({ roles: roles.refine((list) => list.length > 0, 'organizations.mistake.roles') });

export function staffRoutes(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>()
    .get('/organizations/:organization/staff', async (c) => showStaff(app, c, await loadOrganization(app, c)))
    .post('/organizations/:organization/staff/invitations', (c) => invite(app, c))
    .post('/organizations/:organization/staff/invitations/:invitation/withdraw', async (c) => {
      const person = requirePerson(c);
      const organization = await loadOrganization(app, c);
      await withdrawInvitation(app, person, organization.id, c.req.param('invitation') as Id<'inv'>);
      return done(c, organization, 'organizations.invite.withdrawn');
    })
    .post('/organizations/:organization/staff/:person/roles', async (c) => {
      const person = requirePerson(c);
      const parsed = await parseForm(c, Roles);
      const organization = await loadOrganization(app, c);
      if (!parsed.ok) {
        const reason = whyNotManageStaff(person, organization);
        if (reason) throw new Refusal(reason);
        flash(c, 'problem', 'organizations.mistake.roles');
        return c.redirect(organizationPath(organization, '/staff'), 303);
      }
      return setRoles(app, c, organization, parsed.value.roles);
    })
    .post('/organizations/:organization/staff/:person/remove', async (c) =>
      setRoles(app, c, await loadOrganization(app, c), []),
    );
}

function done(c: HubContext, organization: Organization, key: string): Response {
  flash(c, 'done', key);
  return c.redirect(organizationPath(organization, '/staff'), 303);
}

async function setRoles(app: App, c: HubContext, organization: Organization, wanted: StaffRole[]): Promise<Response> {
  const person = requirePerson(c);
  const id = c.req.param('person') ?? '';
  if (!isId('per', id)) throw new Refusal('organization.not-staff');
  await setStaffRoles(app, person, organization.id, { personId: id as PersonId, roles: wanted });
  if (wanted.length > 0) return done(c, organization, 'organizations.staff.changed');
  flash(c, 'done', 'organizations.staff.ended');
  return c.redirect(organizationPath(organization, id === person.personId ? '' : '/staff'), 303);
}

async function invite(app: App, c: HubContext): Promise<Response> {
  const person = requirePerson(c);
  const organization = await loadOrganization(app, c);
  const reason = whyNotManageStaff(person, organization);
  if (reason) throw new Refusal(reason);
  const parsed = await parseForm(c, Invitation);
  if (!parsed.ok) return showStaff(app, c, organization, { errors: parsed.errors, values: parsed.values });
  await inviteStaff(app, person, organization.id, parsed.value);
  return done(c, organization, 'organizations.invite.sent');
}

/** For the staff itself, and for stewards: who was issuer when is everybody's business only in one's own house. */
async function showStaff(
  app: App,
  c: HubContext,
  organization: Organization,
  form: Pick<StaffPageProps, 'errors' | 'values'> = {},
): Promise<Response> {
  const person: Person = requirePerson(c);
  if (!person.isSteward && !hasStaffRole(person, organization.id, ...staffRoles)) {
    throw new Refusal('organization.not-an-owner');
  }
  const mayManage = whyNotManageStaff(person, organization) === null;
  const mayAnswer = whyNotAnswerAffiliation(person, organization) === null;
  const [staff, history, invitations, asked, affiliated] = await Promise.all([
    listStaff(app.db, organization.id),
    listStaffHistory(app.db, organization.id),
    mayManage ? listWaitingInvitations(app.db, organization.id) : [],
    mayAnswer ? listAffiliated(app.db, organization.id, 'asked') : [],
    mayAnswer ? listAffiliated(app.db, organization.id, 'active') : [],
  ]);
  const lists = { staff, history, invitations, asked, affiliated };
  const view = (
    <StaffPage p={c.get('page')} {...{ organization, mayManage, mayAnswer, now: app.clock(), ...lists, ...form }} />
  );
  return show(c, view, form.errors ? 422 : 200);
}
