import type { ColumnType } from 'kysely';
import type { Id } from '../../kernel/ids.ts';
import type { Db, Tx } from '../../kernel/tables.ts';
import type { TokenPurpose } from './model.ts';

declare module '../../kernel/tables.ts' {
  interface Tables {
    account_token: TokenRow;
  }
}

interface TokenRow {
  id: Id<'tok'>;
  purpose: TokenPurpose;
  token_hash: Buffer;
  account: Id<'acc'> | null;
  address: string | null;
  data: ColumnType<TokenFacts, string, string>;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
}

/** What the link needs to do its work once it comes back. */
export interface TokenFacts {
  name?: string;
  lang?: string;
  timeZone?: string;
  passwordHash?: string;
  /** Hash of what the browser that asked keeps in a cookie. */
  browser?: string;
  emailId?: Id<'eml'>;
  next?: string;
}

export interface Token {
  id: Id<'tok'>;
  accountId?: Id<'acc'>;
  address?: string;
  facts: TokenFacts;
}

export interface NewToken extends Token {
  purpose: TokenPurpose;
  hash: Buffer;
  createdAt: Date;
  expiresAt: Date;
}

export async function insertToken(db: Db, token: NewToken): Promise<void> {
  await db
    .insertInto('account_token')
    .values({
      id: token.id,
      purpose: token.purpose,
      token_hash: token.hash,
      account: token.accountId ?? null,
      address: token.address ?? null,
      data: JSON.stringify(token.facts),
      created_at: token.createdAt,
      expires_at: token.expiresAt,
      used_at: null,
    })
    .execute();
}

function tokenOf(row: { id: Id<'tok'>; account: Id<'acc'> | null; address: string | null; data: TokenFacts }): Token {
  return { id: row.id, accountId: row.account ?? undefined, address: row.address ?? undefined, facts: row.data };
}

export async function findToken(db: Db, purpose: TokenPurpose, hash: Buffer, now: Date): Promise<Token | undefined> {
  const row = await db
    .selectFrom('account_token')
    .select(['id', 'account', 'address', 'data'])
    .where('purpose', '=', purpose)
    .where('token_hash', '=', hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row && tokenOf(row);
}

/** Uses the token up: of two who try at once, one gets it. */
export async function takeToken(tx: Db, purpose: TokenPurpose, hash: Buffer, now: Date): Promise<Token | undefined> {
  const row = await tx
    .updateTable('account_token')
    .set({ used_at: now })
    .where('purpose', '=', purpose)
    .where('token_hash', '=', hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['id', 'account', 'address', 'data'])
    .executeTakeFirst();
  return row && tokenOf(row);
}

/** Links that were mailed before a password changed must not work after it. */
export async function deleteTokensOf(tx: Tx, accountId: Id<'acc'>): Promise<void> {
  await tx
    .deleteFrom('account_token')
    .where('account', '=', accountId)
    .where('purpose', 'in', ['sign-in', 'reset-password'])
    .execute();
}

export async function deleteTokensForEmail(tx: Tx, accountId: Id<'acc'>, address: string): Promise<void> {
  await tx.deleteFrom('account_token').where('account', '=', accountId).where('address', '=', address).execute();
}
