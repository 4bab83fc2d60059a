import { sql } from 'kysely';
import type { Id, PersonId } from '../../kernel/ids.ts';
import type { Db, Tx } from '../../kernel/tables.ts';

/** Waits for whoever else makes the alliance at this moment. */
export async function lockFirstRun(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('first run'))`.execute(tx);
}

export async function isHubEmpty(db: Db): Promise<boolean> {
  const row = await db.selectFrom('actor').select('id').limit(1).executeTakeFirst();
  return row === undefined;
}

export async function markAchievementDemo(tx: Tx, id: Id<'ach'>): Promise<void> {
  await tx.updateTable('achievement').set({ demo: true }).where('id', '=', id).execute();
}

/**
 * Letters of the story are kept for reading and never sent, whatever mail server there is. Those that came back have
 * their reason.
 */
export async function keepLetters(tx: Tx, now: Date): Promise<void> {
  await sql`
    update outbox set state = case when state = 'waiting' then 'kept' else state end,
      created_at = case when send_at < ${now} then send_at
        else coalesce((select created_at from award where award.id = about), ${now}) end`.execute(tx);
  await sql`
    update outbox set state = 'failed', failure = 'smtp-550', attempts = 1 from award
    where outbox.about = award.id and award.state = 'bounced'`.execute(tx);
}

/** People and organizations that came after the demonstration was loaded. */
export async function countOwnContent(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from actor where not demo)::int + (select count(*) from achievement where not demo)::int
      as count`.execute(db);
  return rows[0]?.count ?? 0;
}

/** What belongs to the program and not to the alliance; the event log is append-only and holds ids only. */
const kept = ['event', 'event_head', 'migration', 'setting'];

/** Empties every table but those. */
export async function emptyTables(tx: Tx): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = current_schema() and tablename <> all(${kept})
    order by 1`.execute(tx);
  const tables = sql.join(rows.map(({ name }) => sql.table(name)));
  await sql`truncate ${tables}`.execute(tx);
}

export async function findDemoPerson(db: Db, name: string): Promise<PersonId | undefined> {
  const row = await db
    .selectFrom('actor')
    .select('id')
    .where('kind', '=', 'person')
    .where('demo', '=', true)
    .where('name', '=', name)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.id as PersonId | undefined;
}
