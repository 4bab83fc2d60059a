import { sql } from 'kysely';
import type { StaffRole } from '../../kernel/actor.ts';
import type { ActorId, Id, PersonId } from '../../kernel/ids.ts';
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
  const begun = {
    state: 'active' as const,
    started_at: now,
    ended_at: null,
    ended_by: null,
    reason: null,
    created_at: now,
  };
  await tx
    .insertInto('tie')
    .values(ties.map((tie) => ({ ...tie, ...begun })))
    .execute();
}

export async function countStewards(db: Db): Promise<number> {
  const row = await db
    .selectFrom('tie')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('kind', '=', 'steward')
    .where('state', '=', 'active')
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Organizations whose only owner this person is. */
export async function listSolelyOwned(db: Db, person: PersonId): Promise<ActorId[]> {
  const { rows } = await sql<{ object: ActorId }>`
    select object from tie where kind = 'staff' and role = 'owner' and state = 'active'
    group by object having count(*) = 1 and min(subject) = ${person}`.execute(db);
  return rows.map((row) => row.object);
}

/** Waits for whoever else takes on or gives up duties in the same places. */
export async function lockDuties(tx: Tx, person: PersonId): Promise<void> {
  await sql`
    select 1 from actor where id in (
      select object from tie where subject = ${person} and state = 'active' and kind in ('steward', 'staff')
    ) order by id for no key update`.execute(tx);
}

export async function endTies(tx: Tx, person: PersonId, now: Date): Promise<void> {
  await tx
    .updateTable('tie')
    .set({ state: 'ended', ended_at: now, ended_by: person })
    .where('subject', '=', person)
    .where('state', 'in', ['asked', 'active'])
    .execute();
}

/** All ties of a person, also those that ended. */
export async function listTiesOf(db: Db, person: PersonId): Promise<TieRow[]> {
  return db.selectFrom('tie').selectAll().where('subject', '=', person).orderBy('created_at').execute();
}

export interface Steward {
  personId: PersonId;
  name: string;
  since: Date;
}

export async function listStewards(db: Db): Promise<Steward[]> {
  const rows = await db
    .selectFrom('tie')
    .innerJoin('actor', 'actor.id', 'tie.subject')
    .select(['tie.subject', 'actor.name', 'tie.created_at'])
    .where('tie.kind', '=', 'steward')
    .where('tie.state', '=', 'active')
    .orderBy('tie.created_at')
    .execute();
  return rows.map((row) => ({ personId: row.subject as PersonId, name: row.name, since: row.created_at }));
}

/** Waits for whoever else changes who the stewards are. */
export async function lockActor(tx: Tx, id: ActorId): Promise<void> {
  await sql`select 1 from actor where id = ${id} for no key update`.execute(tx);
}

export async function endStewardship(tx: Tx, person: PersonId, by: ActorId | null, now: Date): Promise<void> {
  await tx
    .updateTable('tie')
    .set({ state: 'ended', ended_at: now, ended_by: by })
    .where('subject', '=', person)
    .where('kind', '=', 'steward')
    .where('state', '=', 'active')
    .execute();
}
