import type { StaffRole } from '../../kernel/actor.ts';
import type { ActorId, Id, OrganizationId, PersonId } from '../../kernel/ids.ts';
import type { Db, Tx } from '../../kernel/tables.ts';

declare module '../../kernel/tables.ts' {
  interface Tables {
    tie: TieRow;
  }
}

/** Who belongs to whom, from when to when. A row is ended, never overwritten. */
export interface TieRow {
  id: Id<'tie'>;
  subject: ActorId;
  object: ActorId;
  kind: 'steward' | 'staff' | 'affiliation';
  role: StaffRole | null;
  state: 'asked' | 'active' | 'ended' | 'refused';
  started_at: Date | null;
  ended_at: Date | null;
  by: ActorId | null;
  ended_by: ActorId | null;
  reason: string | null;
  created_at: Date;
}

export type NewTie = Pick<TieRow, 'id' | 'subject' | 'object' | 'kind' | 'role' | 'by'>;

/** Ties that begin now. */
export async function beginTies(tx: Tx, ties: NewTie[], now: Date): Promise<void> {
  if (ties.length === 0) return;
  await tx
    .insertInto('tie')
    .values(
      ties.map((tie) => ({
        ...tie,
        state: 'active' as const,
        started_at: now,
        ended_at: null,
        ended_by: null,
        reason: null,
        created_at: now,
      })),
    )
    .execute();
}

/** What a person may do now, by organization. */
export async function listStaffRoles(
  db: Db,
  person: PersonId,
): Promise<{ organizationId: OrganizationId; roles: StaffRole[] }[]> {
  const rows = await db
    .selectFrom('tie')
    .select(['object', 'role'])
    .where('subject', '=', person)
    .where('kind', '=', 'staff')
    .where('state', '=', 'active')
    .orderBy('created_at')
    .execute();
  const held = new Map<OrganizationId, StaffRole[]>();
  for (const { object, role } of rows) {
    if (role) held.set(object as OrganizationId, [...(held.get(object as OrganizationId) ?? []), role]);
  }
  return [...held].map(([organizationId, roles]) => ({ organizationId, roles }));
}
