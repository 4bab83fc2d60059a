import type { Person } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { type NewEvent, record } from '../../kernel/event.ts';
import type { OrganizationId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tables.ts';
import { findOrganization, lockOrganization } from './find-organization.ts';
import { findInvitationByToken, lockInvitation, updateAccepted } from './invitation-store.ts';
import { hashToken } from './invite-staff.ts';
import { isOpen, type Organization, type StaffInvitation } from './model.ts';
import { beginRoles, listRolesOf } from './staff-store.ts';

/** What a link gives, for the page that shows it before anybody accepts. Refuses one that works no more. */
export async function readInvitation(
  app: Pick<App, 'clock' | 'db'>,
  token: string,
): Promise<{ invitation: StaffInvitation; organization: Organization }> {
  const invitation = await findInvitationByToken(app.db, hashToken(token));
  const organization = invitation && (await findOrganization(app.db, invitation.organizationId));
  if (!invitation || !organization || organization.endedAt || !isOpen(invitation, app.clock())) {
    throw new Refusal('organization.invitation-used-or-expired');
  }
  return { invitation, organization };
}

/**
 * The invited person takes the roles. The link came to the invited address, and that address must be a verified one of
 * whoever accepts. Roles are given by whom invited; two browsers with one link accept once.
 */
export async function acceptInvitation(
  app: Pick<App, 'clock' | 'db' | 'newId'>,
  person: Person,
  token: string,
): Promise<OrganizationId> {
  const { invitation } = await readInvitation(app, token);
  await app.db.transaction().execute(async (tx) => {
    await record(app, tx, ...(await acceptIn(app, tx, person, invitation)));
  });
  return invitation.organizationId;
}

/** In the transaction that may also make the account; the events are the caller's to record, last. */
export async function acceptIn(
  app: Pick<App, 'clock' | 'newId'>,
  tx: Tx,
  person: Person,
  { id, organizationId }: Pick<StaffInvitation, 'id' | 'organizationId'>,
): Promise<NewEvent[]> {
  const organization = await lockOrganization(tx, organizationId);
  const invitation = await lockInvitation(tx, id);
  const at = app.clock();
  if (!invitation || !organization || organization.endedAt || !isOpen(invitation, at)) {
    throw new Refusal('organization.invitation-used-or-expired');
  }
  if (!person.emails.includes(invitation.address)) throw new Refusal('organization.invitation-other-address');
  // Somebody with two addresses would give themselves roles.
  if (person.personId === invitation.invitedBy) throw new Refusal('organization.own-roles');
  const held = await listRolesOf(tx, organizationId, person.personId);
  const roles = invitation.roles.filter((role) => !held.includes(role));
  if (roles.length === 0) throw new Refusal('organization.already-staff');

  const change = { organizationId, personId: person.personId, by: invitation.invitedBy, at };
  await beginRoles(tx, () => app.newId('tie'), { ...change, roles });
  await updateAccepted(tx, id, person.personId, at);
  const data = { person: person.personId, roles, invitation: id };
  return [{ verb: 'staff.began', by: person, about: organizationId, data }];
}
