import { type Selectable, sql } from 'kysely';
import type { Id } from '../../kernel/ids.ts';
import type { Db, Tx } from '../../kernel/tables.ts';
import type { Session } from './model.ts';

declare module '../../kernel/tables.ts' {
  interface Tables {
    session: SessionRow;
  }
}

interface SessionRow {
  id: Id<'ses'>;
  token_hash: Buffer;
  account: Id<'acc'>;
  device: string;
  created_at: Date;
  seen_at: Date;
  expires_at: Date;
}

const sessionOf = (row: Omit<Selectable<SessionRow>, 'token_hash'>): Session => ({
  id: row.id,
  device: row.device,
  createdAt: row.created_at,
  seenAt: row.seen_at,
});

export interface NewSession extends Session {
  accountId: Id<'acc'>;
  tokenHash: Buffer;
  expiresAt: Date;
}

export async function insertSession(db: Db, session: NewSession): Promise<void> {
  await db
    .insertInto('session')
    .values({
      id: session.id,
      token_hash: session.tokenHash,
      account: session.accountId,
      device: session.device,
      created_at: session.createdAt,
      seen_at: session.seenAt,
      expires_at: session.expiresAt,
    })
    .execute();
}

/** The newest visit first. */
export async function listSessions(db: Db, accountId: Id<'acc'>, now: Date): Promise<Session[]> {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'account', 'device', 'created_at', 'seen_at', 'expires_at'])
    .where('account', '=', accountId)
    .where('expires_at', '>', now)
    .orderBy('seen_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(sessionOf);
}

export async function findSession(db: Db, id: Id<'ses'>): Promise<Session | undefined> {
  const row = await db.selectFrom('session').selectAll().where('id', '=', id).executeTakeFirst();
  return row && sessionOf(row);
}

export async function touchSession(db: Db, id: Id<'ses'>, seenAt: Date, expiresAt: Date): Promise<void> {
  await db.updateTable('session').set({ seen_at: seenAt, expires_at: expiresAt }).where('id', '=', id).execute();
}

export async function deleteSession(db: Db, accountId: Id<'acc'>, id: Id<'ses'>): Promise<void> {
  await db.deleteFrom('session').where('account', '=', accountId).where('id', '=', id).execute();
}

export async function deleteSessionByToken(db: Db, tokenHash: Buffer): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', tokenHash).execute();
}

/** All of the account but one; how many there were. */
export async function deleteOtherSessions(tx: Tx, accountId: Id<'acc'>, kept: Id<'ses'> | undefined): Promise<number> {
  const result = await tx
    .deleteFrom('session')
    .where('account', '=', accountId)
    .where(sql<boolean>`id is distinct from ${kept ?? null}`)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

export async function deleteExpired(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('session').where('expires_at', '<', now).execute();
  await db.deleteFrom('account_token').where('expires_at', '<', now).execute();
}
