import type { Id, OrganizationId, PersonId } from '../../kernel/ids.ts';
import type { Db, Tx } from '../../kernel/tables.ts';
import type { Affiliation } from './model.ts';

function select(db: Db) {
  return db
    .selectFrom('tie')
    .innerJoin('actor as person', 'person.id', 'tie.subject')
    .innerJoin('actor as organization', 'organization.id', 'tie.object')
    .select(['tie.id', 'tie.subject', 'tie.object', 'tie.state', 'tie.reason'])
    .select(['tie.created_at', 'tie.started_at', 'tie.ended_at'])
    .select(['person.name as person_name', 'person.visibility', 'organization.name as organization_name'])
    .select('organization.handle')
    .where('tie.kind', '=', 'affiliation')
    .orderBy('tie.created_at', 'desc')
    .orderBy('tie.id', 'desc')
    .limit(500);
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

function affiliationOf(row: Row): Affiliation {
  return {
    id: row.id,
    personId: row.subject as PersonId,
    personName: row.person_name,
    personVisibility: row.visibility,
    organizationId: row.object as OrganizationId,
    organizationName: row.organization_name,
    organizationHandle: row.handle ?? row.object,
    state: row.state,
    askedAt: row.created_at,
    startedAt: row.started_at ?? undefined,
    endedAt: row.ended_at ?? undefined,
    reason: row.reason ?? undefined,
  };
}

/** What a person said about where they work, also what has ended. */
export async function listAffiliationsOf(db: Db, person: PersonId): Promise<Affiliation[]> {
  const rows = await select(db).where('tie.subject', '=', person).execute();
  return rows.map(affiliationOf);
}

export async function listAffiliated(
  db: Db,
  organization: OrganizationId,
  state: 'asked' | 'active',
): Promise<Affiliation[]> {
  const rows = await select(db).where('tie.object', '=', organization).where('tie.state', '=', state).execute();
  return rows.map(affiliationOf);
}

export async function findAffiliation(db: Db, id: string): Promise<Affiliation | undefined> {
  const row = await select(db)
    .where('tie.id', '=', id as Id<'tie'>)
    .executeTakeFirst();
  return row && affiliationOf(row);
}

/** False when it is asked or confirmed already. */
export async function insertAffiliation(
  tx: Tx,
  asked: { id: Id<'tie'>; personId: PersonId; organizationId: OrganizationId; at: Date },
): Promise<boolean> {
  const result = await tx
    .insertInto('tie')
    .values({
      id: asked.id,
      subject: asked.personId,
      object: asked.organizationId,
      kind: 'affiliation',
      role: null,
      state: 'asked',
      started_at: null,
      ended_at: null,
      by: asked.personId,
      ended_by: null,
      reason: null,
      created_at: asked.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export interface AffiliationMove {
  from: Affiliation['state'][];
  to: 'active' | 'refused' | 'ended';
  by?: PersonId;
  at: Date;
  reason?: string;
}

/** False when it is in none of the states it should move from. */
export async function moveAffiliation(
  tx: Tx,
  id: Id<'tie'>,
  { from, to, by, at, reason }: AffiliationMove,
): Promise<boolean> {
  const ends = to !== 'active';
  const result = await tx
    .updateTable('tie')
    .set({
      state: to,
      ...(ends ? { ended_at: at, ended_by: by ?? null, reason: reason ?? null } : { started_at: at, by: by ?? null }),
    })
    .where('id', '=', id)
    .where('kind', '=', 'affiliation')
    .where('state', 'in', from)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** What organizations wrote about this person goes with them. */
export async function blankReasons(tx: Tx, person: PersonId): Promise<void> {
  await tx.updateTable('tie').set({ reason: null }).where('subject', '=', person).execute();
}
