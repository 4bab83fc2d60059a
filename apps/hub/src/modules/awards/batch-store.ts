import { type ColumnType, type Generated, type Selectable, sql } from 'kysely';
import type { ActorId, Id, PersonId } from '../../kernel/ids.ts';
import type { Db, Tx } from '../../kernel/tables.ts';
import type { Batch, BatchCounts, BatchState, Column, TableEncoding } from './batch-model.ts';

declare module '../../kernel/tables.ts' {
  interface Tables {
    award_batch: BatchRecord;
  }
}

interface BatchRecord {
  id: Id<'bat'>;
  achievement: Id<'ach'>;
  issuer: ActorId;
  name: string;
  state: BatchState;
  columns: ColumnType<Column[], string, string>;
  encoding: TableEncoding;
  message: Generated<string>;
  send_at: ColumnType<Date | null, undefined, Date | null>;
  total: Generated<number>;
  checked: Generated<number>;
  halt_reason: ColumnType<string | null, undefined, string | null>;
  created_by: PersonId;
  created_at: Date;
  started_by: ColumnType<PersonId | null, undefined, PersonId | null>;
  started_at: ColumnType<Date | null, undefined, Date | null>;
  finished_at: ColumnType<Date | null, undefined, Date | null>;
}

function batchOf(row: Selectable<BatchRecord>): Batch {
  return {
    id: row.id,
    achievementId: row.achievement,
    issuerId: row.issuer,
    name: row.name,
    state: row.state,
    columns: row.columns,
    encoding: row.encoding,
    message: row.message,
    sendAt: row.send_at ?? undefined,
    total: row.total,
    checked: row.checked,
    haltReason: row.halt_reason ?? undefined,
    createdBy: row.created_by,
    createdAt: row.created_at,
    startedBy: row.started_by ?? undefined,
    startedAt: row.started_at ?? undefined,
    finishedAt: row.finished_at ?? undefined,
  };
}

export async function insertBatch(tx: Tx, batch: Batch): Promise<void> {
  await tx
    .insertInto('award_batch')
    .values({
      id: batch.id,
      achievement: batch.achievementId,
      issuer: batch.issuerId,
      name: batch.name,
      state: batch.state,
      columns: JSON.stringify(batch.columns),
      encoding: batch.encoding,
      total: batch.total,
      created_by: batch.createdBy,
      created_at: batch.createdAt,
    })
    .execute();
}

export async function findBatch(db: Db, id: string): Promise<Batch | undefined> {
  const row = await db
    .selectFrom('award_batch')
    .selectAll()
    .where('id', '=', id as Id<'bat'>)
    .executeTakeFirst();
  return row && batchOf(row);
}

/** Locks it until the transaction ends; rows may be added meanwhile, its state may not change. */
export async function lockBatch(tx: Tx, id: Id<'bat'>): Promise<Batch | undefined> {
  const row = await tx.selectFrom('award_batch').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  return row && batchOf(row);
}

export type BatchChange = Partial<
  Pick<
    Batch,
    | 'state'
    | 'columns'
    | 'message'
    | 'sendAt'
    | 'total'
    | 'checked'
    | 'haltReason'
    | 'startedBy'
    | 'startedAt'
    | 'finishedAt'
  >
>;

export async function updateBatch(tx: Tx, id: Id<'bat'>, change: BatchChange): Promise<void> {
  await tx
    .updateTable('award_batch')
    .set({
      ...('state' in change ? { state: change.state } : {}),
      ...('columns' in change ? { columns: JSON.stringify(change.columns) } : {}),
      ...('message' in change ? { message: change.message } : {}),
      ...('sendAt' in change ? { send_at: change.sendAt ?? null } : {}),
      ...('total' in change ? { total: change.total } : {}),
      ...('checked' in change ? { checked: change.checked } : {}),
      ...('haltReason' in change ? { halt_reason: change.haltReason ?? null } : {}),
      ...('startedBy' in change ? { started_by: change.startedBy ?? null } : {}),
      ...('startedAt' in change ? { started_at: change.startedAt ?? null } : {}),
      ...('finishedAt' in change ? { finished_at: change.finishedAt ?? null } : {}),
    })
    .where('id', '=', id)
    .execute();
}

export async function deleteBatch(tx: Tx, id: Id<'bat'>): Promise<void> {
  await tx.deleteFrom('award_batch').where('id', '=', id).execute();
}

/** What goes out, or is being looked at, for an issuer. */
export async function listGoing(db: Db, issuer: ActorId): Promise<Batch[]> {
  const rows = await db
    .selectFrom('award_batch')
    .selectAll()
    .where('issuer', '=', issuer)
    .where('state', 'in', ['running', 'paused'])
    .orderBy('created_at', 'desc')
    .limit(3)
    .execute();
  return rows.map(batchOf);
}

export async function listBatches(db: Db, achievement: Id<'ach'>): Promise<Batch[]> {
  const rows = await db
    .selectFrom('award_batch')
    .selectAll()
    .where('achievement', '=', achievement)
    .orderBy('created_at', 'desc')
    .limit(50)
    .execute();
  return rows.map(batchOf);
}

export async function countBatch(db: Db, id: Id<'bat'>): Promise<BatchCounts> {
  const rows = await sql<Record<'ready' | 'bad' | 'left' | 'before' | 'signed', number>>`
    select count(*) filter (where not bad and not left_out and award is null)::int as ready,
      count(*) filter (where bad and not left_out and award is null)::int as bad,
      count(*) filter (where left_out)::int as left,
      count(*) filter (where awarded_before and not bad and not left_out and award is null)::int as before,
      count(award)::int as signed
    from award_batch_row where batch = ${id}`.execute(db);
  const letters = await sql<Record<'sent' | 'back' | 'accepted' | 'waiting', number>>`
    select count(*) filter (where sent_at is not null or opened_at is not null or claimed_at is not null)::int as sent,
      count(*) filter (where state = 'bounced')::int as back,
      count(claimed_at)::int as accepted,
      count(*) filter (where state = 'scheduled')::int as waiting
    from award where batch = ${id}`.execute(db);
  const [row] = rows.rows;
  const [letter] = letters.rows;
  return {
    ready: row?.ready ?? 0,
    bad: row?.bad ?? 0,
    leftOut: row?.left ?? 0,
    awardedBefore: row?.before ?? 0,
    signed: row?.signed ?? 0,
    sent: letter?.sent ?? 0,
    back: letter?.back ?? 0,
    accepted: letter?.accepted ?? 0,
    waiting: letter?.waiting ?? 0,
  };
}
