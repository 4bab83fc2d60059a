import { sql } from 'kysely';
import type { ActorId, PersonId } from '../../kernel/ids.ts';
import type { Db, Tx } from '../../kernel/tables.ts';

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
    ) order by id for update`.execute(tx);
}

export async function endTies(tx: Tx, person: PersonId, now: Date): Promise<void> {
  await tx
    .updateTable('tie')
    .set({ state: 'ended', ended_at: now, ended_by: person })
    .where('subject', '=', person)
    .where('state', 'in', ['asked', 'active'])
    .execute();
}
