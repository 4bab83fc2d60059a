import { type ColumnType, type Generated, type Selectable, sql } from 'kysely';
import type { Id, PersonId } from '../../kernel/ids.ts';
import type { Db, Tx } from '../../kernel/tables.ts';
import { type ClaimCode, readCode } from './code-model.ts';

declare module '../../kernel/tables.ts' {
  interface Tables {
    claim_code: ClaimCodeRow;
  }
}

interface ClaimCodeRow {
  id: Id<'cod'>;
  achievement: Id<'ach'>;
  code: string;
  label: string;
  use_limit: number | null;
  uses: ColumnType<number, undefined, number | ReturnType<typeof sql<number>>>;
  opens_at: Date | null;
  closes_at: Date | null;
  closed_at: Generated<Date | null>;
  created_by: PersonId;
  created_at: Date;
}

function codeOf(row: Selectable<ClaimCodeRow>): ClaimCode {
  return {
    id: row.id,
    achievementId: row.achievement,
    code: row.code,
    label: row.label,
    useLimit: row.use_limit ?? undefined,
    uses: row.uses,
    opensAt: row.opens_at ?? undefined,
    closesAt: row.closes_at ?? undefined,
    closedAt: row.closed_at ?? undefined,
    createdBy: row.created_by,
    createdAt: row.created_at,
  };
}

export async function insertCode(tx: Tx, code: ClaimCode): Promise<void> {
  await tx
    .insertInto('claim_code')
    .values({
      id: code.id,
      achievement: code.achievementId,
      code: code.code,
      label: code.label,
      use_limit: code.useLimit ?? null,
      opens_at: code.opensAt ?? null,
      closes_at: code.closesAt ?? null,
      created_by: code.createdBy,
      created_at: code.createdAt,
    })
    .execute();
}

/** By what somebody typed or scanned. */
export async function findCode(db: Db, typed: string): Promise<ClaimCode | undefined> {
  const row = await db.selectFrom('claim_code').selectAll().where('code', '=', readCode(typed)).executeTakeFirst();
  return row && codeOf(row);
}

export async function findCodeById(db: Db, id: string): Promise<ClaimCode | undefined> {
  const row = await db
    .selectFrom('claim_code')
    .selectAll()
    .where('id', '=', id as Id<'cod'>)
    .executeTakeFirst();
  return row && codeOf(row);
}

/** Locked until the transaction ends: two people cannot take the last place. */
export async function lockCode(tx: Tx, typed: string): Promise<ClaimCode | undefined> {
  const row = await tx
    .selectFrom('claim_code')
    .selectAll()
    .where('code', '=', readCode(typed))
    .forUpdate()
    .executeTakeFirst();
  return row && codeOf(row);
}

export async function listCodes(db: Db, achievement: Id<'ach'>): Promise<ClaimCode[]> {
  const rows = await db
    .selectFrom('claim_code')
    .selectAll()
    .where('achievement', '=', achievement)
    .orderBy('created_at', 'desc')
    .limit(200)
    .execute();
  return rows.map(codeOf);
}

export async function addUse(tx: Tx, id: Id<'cod'>): Promise<void> {
  await tx.updateTable('claim_code').set({ uses: sql<number>`uses + 1` }).where('id', '=', id).execute();
}

/** False when it was closed already. */
export async function updateClosed(tx: Tx, id: Id<'cod'>, at: Date): Promise<boolean> {
  const result = await tx
    .updateTable('claim_code')
    .set({ closed_at: at })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function findAwardByCode(db: Db, code: Id<'cod'>, person: PersonId): Promise<Id<'awd'> | undefined> {
  const row = await db
    .selectFrom('award')
    .select('id')
    .where('claim_code', '=', code)
    .where('recipient', '=', person)
    .executeTakeFirst();
  return row?.id;
}
