import { type Actor, actorId, type StaffRole } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { type NewEvent, record } from '../../kernel/event.ts';
import type { OrganizationId, PersonId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tables.ts';
import { actsNow } from './acts-now.ts';
import { lockOrganization } from './find-organization.ts';
import { updateWithdrawn } from './invitation-store.ts';
import { whyNotSetRoles } from './policy.ts';
import { beginRoles, countOwners, endRoles, listRolesOf } from './staff-store.ts';

type Needs = Pick<App, 'clock' | 'db' | 'newId'>;

/**
 * Gives a member of the staff exactly these roles; none removes them, and so one leaves. What changes is ended and begun,
 * never rewritten. Changes of one organization wait for each other, and each sees who is an owner at its own moment.
 */
export async function setStaffRoles(
  app: Needs,
  actor: Actor,
  organizationId: OrganizationId,
  wanted: { personId: PersonId; roles: StaffRole[] },
): Promise<void> {
  const { personId } = wanted;
  await app.db.transaction().execute(async (tx) => {
    const organization = await lockOrganization(tx, organizationId);
    if (!organization) throw new Refusal('organization.not-found');
    const held = await listRolesOf(tx, organizationId, personId);
    const given = wanted.roles.filter((role) => !held.includes(role));
    const taken = held.filter((role) => !wanted.roles.includes(role));
    const reason = whyNotSetRoles(await actsNow(tx, actor, organizationId), organization, { personId, given });
    if (reason) throw new Refusal(reason, { id: organizationId });
    if (held.length === 0) throw new Refusal('organization.not-staff');
    // Of one that ended, everybody may go.
    if (!organization.endedAt) await keepAnOwner(tx, organizationId, taken);

    const change = { organizationId, personId, by: actorId(actor) as PersonId | undefined, at: app.clock() };
    await endRoles(tx, { ...change, roles: taken });
    // What a former owner offered must not open the door again.
    if (taken.includes('owner')) await updateWithdrawn(tx, organizationId, { invitedBy: personId }, change.at);
    await beginRoles(tx, () => app.newId('tie'), { ...change, roles: given });
    await record(app, tx, ...eventsOf(actor, change, given, taken));
  });
}

async function keepAnOwner(tx: Tx, organizationId: OrganizationId, taken: StaffRole[]): Promise<void> {
  if (!taken.includes('owner')) return;
  if ((await countOwners(tx, organizationId)) <= 1)
    throw new Refusal('organization.last-owner', { id: organizationId });
}

function eventsOf(
  actor: Actor,
  { organizationId, personId }: { organizationId: OrganizationId; personId: PersonId },
  given: StaffRole[],
  taken: StaffRole[],
): NewEvent[] {
  const event = (verb: string, roles: StaffRole[]): NewEvent[] =>
    roles.length > 0 ? [{ verb, by: actor, about: organizationId, data: { person: personId, roles } }] : [];
  return [...event('staff.ended', taken), ...event('staff.began', given)];
}
