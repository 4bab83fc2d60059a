import { type ColumnType, type ExpressionBuilder, sql } from 'kysely';
import type { Id, OrganizationId, PersonId } from '../../kernel/ids.ts';
import type { Db, Tables, Tx } from '../../kernel/tables.ts';
import { searchWords } from './model.ts';

declare module '../../kernel/tables.ts' {
  interface Tables {
    staff_invitation: {
      id: Id<'inv'>;
      organization: OrganizationId;
      address: string;
      roles: ColumnType<string[], string, string>;
      token_hash: Buffer;
      invited_by: PersonId;
      created_at: Date;
      expires_at: Date;
      accepted_at: Date | null;
      accepted_by: PersonId | null;
      withdrawn_at: Date | null;
    };
  }
}

export async function readEndedReason(db: Db, id: OrganizationId): Promise<string> {
  const { rows } = await sql<{ ended_reason: string }>`select ended_reason from actor where id = ${id}`.execute(db);
  return rows[0]?.ended_reason ?? '';
}

/** Waits for whoever else changes this organization or its staff. */
export async function lockRow(tx: Tx, id: OrganizationId): Promise<void> {
  await sql`select 1 from actor where id = ${id} for update`.execute(tx);
}

/** Two who want one short name at the same moment wait for each other. */
export async function lockHandle(tx: Tx, handle: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`handle ${handle}`}))`.execute(tx);
}

export async function updateHandle(tx: Tx, id: OrganizationId, handle: string): Promise<void> {
  await tx.updateTable('actor').set({ handle }).where('id', '=', id).execute();
}

export async function updateEnded(
  tx: Tx,
  id: OrganizationId,
  end: { at: Date; by?: PersonId; reason: string },
): Promise<void> {
  await sql`
    update actor set ended_at = ${end.at}, ended_by = ${end.by ?? null}, ended_reason = ${end.reason},
      revision = revision + 1 where id = ${id}`.execute(tx);
}

export interface DirectoryEntry {
  id: OrganizationId;
  handle: string;
  name: string;
  summary: string;
  location?: string;
  logoFile?: Id<'fil'>;
}

export interface DirectoryQuery {
  q: string;
  /** From 1. */
  page: number;
  size: number;
  /** Those that only members may see are listed too. */
  isMember: boolean;
}

/** Organizations that are here now, by name. Words are looked for at the beginnings of words, and anywhere in the name. */
export async function listDirectory(
  db: Db,
  { q, page, size, isMember }: DirectoryQuery,
): Promise<{ entries: DirectoryEntry[]; total: number }> {
  const found = db
    .selectFrom('actor')
    .where('kind', '=', 'organization')
    .where('ended_at', 'is', null)
    .where('visibility', 'in', isMember ? ['public', 'members'] : ['public'])
    .where((eb) => matching(eb, q));
  const [rows, count] = await Promise.all([
    found
      .select(['id', 'handle', 'name', 'location', 'logo_file', sql<string>`left(summary, 300)`.as('summary')])
      .orderBy(sql`lower(name)`)
      .orderBy('id')
      .limit(size)
      .offset((page - 1) * size)
      .execute(),
    found.select(({ fn }) => fn.countAll().as('count')).executeTakeFirstOrThrow(),
  ]);
  return {
    total: Number(count.count),
    entries: rows.map((row) => ({
      id: row.id as OrganizationId,
      handle: row.handle ?? row.id,
      name: row.name,
      summary: row.summary,
      location: row.location ?? undefined,
      logoFile: row.logo_file ?? undefined,
    })),
  };
}

function matching(eb: ExpressionBuilder<Tables, 'actor'>, q: string) {
  const words = searchWords(q);
  if (words.length === 0) return eb.val(q.trim() === '');
  const query = words.map((word) => `'${word}':*`).join(' & ');
  return eb.or([
    sql<boolean>`search @@ to_tsquery('simple', ${query})`,
    sql<boolean>`position(${q.trim().toLowerCase()} in lower(name)) > 0`,
  ]);
}
