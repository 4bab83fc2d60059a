import type { StaffRole } from '../../kernel/actor.ts';
import type { ActorId, Id, OrganizationId, PersonId } from '../../kernel/ids.ts';
import type { Db, Tx } from '../../kernel/tables.ts';
import { type StaffMember, type StaffSpell, staffRoles } from './model.ts';

/** Who has which roles now; owners first, then by how long. */
export async function listStaff(db: Db, organization: OrganizationId): Promise<StaffMember[]> {
  const rows = await db
    .selectFrom('tie')
    .innerJoin('actor', 'actor.id', 'tie.subject')
    .select(['tie.subject', 'tie.role', 'tie.started_at', 'actor.name', 'actor.visibility'])
    .where('tie.object', '=', organization)
    .where('tie.kind', '=', 'staff')
    .where('tie.state', '=', 'active')
    .orderBy('tie.started_at')
    .orderBy('tie.id')
    .execute();
  const members = new Map<ActorId, StaffMember>();
  for (const { subject, role, started_at, name, visibility } of rows) {
    const member = members.get(subject) ?? { personId: subject as PersonId, name, visibility, roles: [] };
    member.roles.push({ role: role as StaffRole, since: started_at as Date });
    members.set(subject, member);
  }
  const rank = (member: StaffMember) => Math.min(...member.roles.map(({ role }) => staffRoles.indexOf(role)));
  return [...members.values()].sort((a, b) => rank(a) - rank(b));
}

export async function listRolesOf(db: Db, organization: OrganizationId, person: PersonId): Promise<StaffRole[]> {
  const rows = await db
    .selectFrom('tie')
    .select('role')
    .where('object', '=', organization)
    .where('subject', '=', person)
    .where('kind', '=', 'staff')
    .where('state', '=', 'active')
    .execute();
  return rows.map((row) => row.role as StaffRole);
}

export async function countOwners(db: Db, organization: OrganizationId): Promise<number> {
  const row = await db
    .selectFrom('tie')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('object', '=', organization)
    .where('kind', '=', 'staff')
    .where('role', '=', 'owner')
    .where('state', '=', 'active')
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export interface RoleChange {
  organizationId: OrganizationId;
  personId: PersonId;
  roles: StaffRole[];
  by?: PersonId;
  at: Date;
}

export async function beginRoles(tx: Tx, newId: () => Id<'tie'>, change: RoleChange): Promise<void> {
  if (change.roles.length === 0) return;
  await tx
    .insertInto('tie')
    .values(
      change.roles.map((role) => ({
        id: newId(),
        subject: change.personId,
        object: change.organizationId,
        kind: 'staff' as const,
        role,
        state: 'active' as const,
        started_at: change.at,
        ended_at: null,
        by: change.by ?? null,
        ended_by: null,
        reason: null,
        created_at: change.at,
      })),
    )
    .execute();
}

export async function endRoles(tx: Tx, change: RoleChange): Promise<void> {
  if (change.roles.length === 0) return;
  await tx
    .updateTable('tie')
    .set({ state: 'ended', ended_at: change.at, ended_by: change.by ?? null })
    .where('object', '=', change.organizationId)
    .where('subject', '=', change.personId)
    .where('kind', '=', 'staff')
    .where('state', '=', 'active')
    .where('role', 'in', change.roles)
    .execute();
}

/** Who had which role when; newest first. */
export async function listStaffHistory(db: Db, organization: OrganizationId): Promise<StaffSpell[]> {
  const rows = await db
    .selectFrom('tie')
    .innerJoin('actor', 'actor.id', 'tie.subject')
    .leftJoin('actor as giver', 'giver.id', 'tie.by')
    .leftJoin('actor as ender', 'ender.id', 'tie.ended_by')
    .select(['tie.id', 'tie.subject', 'tie.role', 'tie.started_at', 'tie.ended_at', 'actor.name'])
    .select(['giver.name as by_name', 'ender.name as ended_by_name'])
    .where('tie.object', '=', organization)
    .where('tie.kind', '=', 'staff')
    .orderBy('tie.started_at', 'desc')
    .orderBy('tie.id', 'desc')
    .limit(500)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    personId: row.subject as PersonId,
    name: row.name,
    role: row.role as StaffRole,
    startedAt: row.started_at as Date,
    endedAt: row.ended_at ?? undefined,
    byName: row.by_name ?? undefined,
    endedByName: row.ended_by_name ?? undefined,
  }));
}

/** Where a person had which role; newest first. */
export async function listSpellsOf(
  db: Db,
  person: PersonId,
): Promise<{ organization: string; role: string; startedAt?: string; endedAt?: string }[]> {
  const rows = await db
    .selectFrom('tie')
    .innerJoin('actor', 'actor.id', 'tie.object')
    .select(['actor.name', 'tie.role', 'tie.started_at', 'tie.ended_at'])
    .where('tie.subject', '=', person)
    .where('tie.kind', '=', 'staff')
    .orderBy('tie.created_at', 'desc')
    .execute();
  return rows.map((row) => ({
    organization: row.name,
    role: row.role ?? '',
    startedAt: row.started_at?.toISOString(),
    endedAt: row.ended_at?.toISOString(),
  }));
}
