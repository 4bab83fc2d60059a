import type { Actor } from '../../kernel/actor.ts';
import type { OrganizationId } from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/tables.ts';
import { listRolesOf } from './staff-store.ts';

/**
 * The actor with the roles held at this moment, behind the organization's lock: somebody may have lost one between the
 * page and the button.
 */
export async function actsNow(tx: Tx, actor: Actor, organizationId: OrganizationId): Promise<Actor> {
  if (actor.kind !== 'person') return actor;
  const roles = await listRolesOf(tx, organizationId, actor.personId);
  const others = actor.staff.filter((staff) => staff.organizationId !== organizationId);
  return { ...actor, staff: [...others, { organizationId, roles }] };
}
