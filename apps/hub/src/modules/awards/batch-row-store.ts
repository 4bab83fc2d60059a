import { type ColumnType, type Selectable, sql } from 'kysely';
import type { Id } from '../../kernel/ids.ts';
import type { Db, Tx } from '../../kernel/tables.ts';
import type { BatchRow, RowProblem } from './batch-model.ts';

declare module '../../kernel/tables.ts' {
  interface Tables {
    award_batch_row: BatchRowRecord;
  }
}

interface BatchRowRecord {
  batch: Id<'bat'>;
  line: number;
  cells: ColumnType<string[], string, string>;
  email: string | null;
  problems: ColumnType<RowProblem[], string, string>;
  duplicate_of: number | null;
  bad: ColumnType<boolean, never, never>;
  awarded_before: boolean;
  left_out: boolean;
  award: Id<'awd'> | null;
}

function rowOf(row: Selectable<BatchRowRecord>): BatchRow {
  return {
    line: row.line,
    cells: row.cells,
    email: row.email ?? undefined,
    problems: row.problems,
    duplicateOf: row.duplicate_of ?? undefined,
    awardedBefore: row.awarded_before,
    leftOut: row.left_out,
    awardId: row.award ?? undefined,
  };
}

export async function insertRows(tx: Tx, batch: Id<'bat'>, rows: Pick<BatchRow, 'line' | 'cells'>[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`insert into award_batch_row (batch, line, cells)
    select ${batch}, line, cells from unnest(${rows.map(({ line }) => line)}::int[],
      ${rows.map(({ cells }) => JSON.stringify(cells))}::jsonb[]) as fresh (line, cells)`.execute(tx);
}

export async function findRow(db: Db, batch: Id<'bat'>, line: number): Promise<BatchRow | undefined> {
  const row = await db
    .selectFrom('award_batch_row')
    .selectAll()
    .where('batch', '=', batch)
    .where('line', '=', line)
    .executeTakeFirst();
  return row && rowOf(row);
}

/** The next rows of the file after a line. */
export async function listRowsAfter(db: Db, batch: Id<'bat'>, line: number, limit: number): Promise<BatchRow[]> {
  const rows = await db
    .selectFrom('award_batch_row')
    .selectAll()
    .where('batch', '=', batch)
    .where('line', '>', line)
    .orderBy('line')
    .limit(limit)
    .execute();
  return rows.map(rowOf);
}

/** Rows that can go out; locked, and those that somebody else works on are passed over. */
export async function lockReadyRows(tx: Tx, batch: Id<'bat'>, limit: number): Promise<BatchRow[]> {
  const rows = await tx
    .selectFrom('award_batch_row')
    .selectAll()
    .where('batch', '=', batch)
    .where('award', 'is', null)
    .where('bad', '=', false)
    .where('left_out', '=', false)
    .orderBy('line')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map(rowOf);
}

export async function updateAwarded(tx: Tx, batch: Id<'bat'>, made: { line: number; id: Id<'awd'> }[]): Promise<void> {
  await sql`update award_batch_row as row set award = made.id
    from unnest(${made.map(({ line }) => line)}::int[], ${made.map(({ id }) => id)}::text[]) as made (line, id)
    where row.batch = ${batch} and row.line = made.line and ${withinLines(made)}`.execute(tx);
}

/** Keeps the planner from reading the whole file for a part of it. */
function withinLines(rows: { line: number }[]) {
  const lines = rows.map(({ line }) => line);
  return sql`row.line between ${Math.min(...lines)} and ${Math.max(...lines)}`;
}

/** Lets the planner know that there are many rows now, before it plans for few. */
export async function analyzeRows(tx: Tx): Promise<void> {
  await sql`analyze award_batch_row`.execute(tx);
}

export interface CheckedRow {
  line: number;
  email?: string;
  problems: RowProblem[];
}

export async function updateChecked(tx: Tx, batch: Id<'bat'>, rows: CheckedRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`update award_batch_row as row set email = checked.email, problems = checked.problems
    from unnest(${rows.map(({ line }) => line)}::int[], ${rows.map(({ email }) => email ?? null)}::text[],
      ${rows.map(({ problems }) => JSON.stringify(problems))}::jsonb[]) as checked (line, email, problems)
    where row.batch = ${batch} and row.line = checked.line and ${withinLines(rows)}`.execute(tx);
}

export async function updateCells(tx: Tx, batch: Id<'bat'>, line: number, cells: string[]): Promise<void> {
  await tx
    .updateTable('award_batch_row')
    .set({ cells: JSON.stringify(cells) })
    .where('batch', '=', batch)
    .where('line', '=', line)
    .execute();
}

export async function updateLeftOut(tx: Tx, batch: Id<'bat'>, line: number, leftOut: boolean): Promise<void> {
  await tx
    .updateTable('award_batch_row')
    .set({ left_out: leftOut })
    .where('batch', '=', batch)
    .where('line', '=', line)
    .where('award', 'is', null)
    .execute();
}

/** Leaves out whom the badge went to before. */
export async function leaveOutAwarded(tx: Tx, batch: Id<'bat'>): Promise<void> {
  await tx
    .updateTable('award_batch_row')
    .set({ left_out: true })
    .where('batch', '=', batch)
    .where('awarded_before', '=', true)
    .where('award', 'is', null)
    .execute();
}

/** Finds addresses that stand in several rows that go out: the first is good. `emails`: only these; undefined: all. */
export async function markDuplicates(tx: Tx, batch: Id<'bat'>, emails?: string[]): Promise<void> {
  const among = emails ? sql`and email = any(${emails})` : sql``;
  await sql`update award_batch_row as row set duplicate_of = nullif(found.first, row.line)
    from (select line, first_value(line) over (partition by email order by award is null, line) as first
      from award_batch_row where batch = ${batch} and email is not null and not left_out ${among}) as found
    where row.batch = ${batch} and row.line = found.line
      and row.duplicate_of is distinct from nullif(found.first, row.line)`.execute(tx);
  await sql`update award_batch_row set duplicate_of = null
    where batch = ${batch} and duplicate_of is not null and (left_out or email is null)`.execute(tx);
}

/** Finds addresses, and people by any of their verified addresses, that this badge went to before. */
export async function markAwardedBefore(
  tx: Tx,
  batch: Id<'bat'>,
  achievement: Id<'ach'>,
  emails?: string[],
): Promise<void> {
  const among = emails ? sql`and row.email = any(${emails})` : sql``;
  await sql`with holding as (
      select recipient_email as email from award
      where achievement = ${achievement} and recipient_email is not null and batch is distinct from ${batch}
        and state in ('scheduled', 'sent', 'opened', 'claimed', 'suspended')
      union
      select address.address from award
        join account on account.person = award.recipient
        join email_address as address on address.account = account.id and address.verified_at is not null
      where award.achievement = ${achievement} and award.state in ('claimed', 'suspended')
        and award.batch is distinct from ${batch})
    update award_batch_row as row set awarded_before = not awarded_before
    where row.batch = ${batch} ${among}
      and awarded_before <> coalesce(row.email in (select email from holding), false)`.execute(tx);
}

export type RowFilter = 'bad' | 'all' | 'left-out';

export async function listRows(
  db: Db,
  batch: Id<'bat'>,
  filter: RowFilter,
  page: { offset: number; limit: number },
): Promise<BatchRow[]> {
  let query = db.selectFrom('award_batch_row').selectAll().where('batch', '=', batch);
  if (filter === 'bad') query = query.where('bad', '=', true).where('left_out', '=', false).where('award', 'is', null);
  if (filter === 'left-out') query = query.where('left_out', '=', true);
  const rows = await query.orderBy('line').offset(page.offset).limit(page.limit).execute();
  return rows.map(rowOf);
}

/** The first rows, the given ones, and what stands directly before and after each. */
export async function listRowsAround(db: Db, batch: Id<'bat'>, lines: number[], first: number): Promise<BatchRow[]> {
  const { rows } = await sql<Selectable<BatchRowRecord>>`
    select * from award_batch_row where batch = ${batch} and line in (
      (select line from award_batch_row where batch = ${batch} order by line limit ${first})
      union select unnest(${lines}::int[])
      union select near.line from unnest(${lines}::int[]) as bad (line), lateral (
        (select line from award_batch_row where batch = ${batch} and line < bad.line order by line desc limit 1)
        union all
        (select line from award_batch_row where batch = ${batch} and line > bad.line order by line limit 1)) as near)
    order by line`.execute(db);
  return rows.map(rowOf);
}

/** How many rows stand between each line and the next one of the list, and after the last. */
export async function countGaps(db: Db, batch: Id<'bat'>, lines: number[]): Promise<number[]> {
  const { rows } = await sql<{ count: number }>`
    select (select count(*)::int from award_batch_row
      where batch = ${batch} and line > gap.after and (gap.before is null or line < gap.before)) as count
    from unnest(${lines}::int[], ${[...lines.slice(1), null]}::int[]) with ordinality as gap (after, before, place)
    order by place`.execute(db);
  return rows.map(({ count }) => count);
}

/** Files from before: those that were never sent go whole, of the others what stands in their cells. */
export async function deleteOldFiles(tx: Tx, before: Date): Promise<void> {
  await sql`delete from award_batch where created_at < ${before} and state in ('checking', 'preview')`.execute(tx);
  await sql`delete from award_batch_row as row using award_batch as batch
    where batch.id = row.batch and batch.created_at < ${before} and batch.state in ('done', 'stopped')
      and row.award is null`.execute(tx);
  await sql`update award_batch_row as row set cells = '[]', email = null from award_batch as batch
    where batch.id = row.batch and batch.created_at < ${before} and row.cells <> '[]' and row.award is not null`.execute(
    tx,
  );
}
