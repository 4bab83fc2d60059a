import { type Selectable, sql } from 'kysely';
import type { Id, PersonId } from '../../kernel/ids.ts';
import type { Db, Tx } from '../../kernel/tables.ts';
import type { Account, EmailAddress } from './model.ts';

declare module '../../kernel/tables.ts' {
  interface Tables {
    account: AccountRow;
    email_address: EmailRow;
  }
}

interface AccountRow {
  id: Id<'acc'>;
  person: PersonId;
  password_hash: string | null;
  webauthn_handle: Buffer;
  locale: string | null;
  time_zone: string | null;
  theme: string | null;
  created_at: Date;
  deleted_at: Date | null;
}

interface EmailRow {
  id: Id<'eml'>;
  account: Id<'acc'>;
  address: string;
  verified_at: Date | null;
  is_primary: boolean;
  created_at: Date;
}

function accountOf(row: Selectable<AccountRow>): Account {
  return {
    id: row.id,
    personId: row.person,
    passwordHash: row.password_hash ?? undefined,
    webauthnHandle: row.webauthn_handle,
    locale: row.locale ?? undefined,
    timeZone: row.time_zone ?? undefined,
    theme: row.theme ?? undefined,
    createdAt: row.created_at,
  };
}

function emailOf(row: Selectable<EmailRow>): EmailAddress {
  return {
    id: row.id,
    address: row.address,
    verifiedAt: row.verified_at ?? undefined,
    isPrimary: row.is_primary,
    createdAt: row.created_at,
  };
}

export async function insertAccount(tx: Tx, account: Account): Promise<void> {
  await tx
    .insertInto('account')
    .values({
      id: account.id,
      person: account.personId,
      password_hash: account.passwordHash ?? null,
      webauthn_handle: account.webauthnHandle,
      locale: account.locale ?? null,
      time_zone: account.timeZone ?? null,
      theme: account.theme ?? null,
      created_at: account.createdAt,
      deleted_at: null,
    })
    .execute();
}

const living = (db: Db) => db.selectFrom('account').selectAll('account').where('deleted_at', 'is', null);

export async function findAccount(db: Db, id: Id<'acc'>): Promise<Account | undefined> {
  const row = await living(db).where('id', '=', id).executeTakeFirst();
  return row && accountOf(row);
}

export async function findAccountOfPerson(db: Db, personId: PersonId): Promise<Account | undefined> {
  const row = await living(db).where('person', '=', personId).executeTakeFirst();
  return row && accountOf(row);
}

/** The account on which the address is verified. */
export async function findAccountByAddress(db: Db, address: string): Promise<Account | undefined> {
  const row = await living(db)
    .innerJoin('email_address', 'email_address.account', 'account.id')
    .where('address', '=', address.toLowerCase())
    .where('verified_at', 'is not', null)
    .executeTakeFirst();
  return row && accountOf(row);
}

export async function findPersonByVerifiedEmail(db: Db, address: string): Promise<PersonId | undefined> {
  return (await findAccountByAddress(db, address))?.personId;
}

/** Waits here for whoever else proves, claims or gives up this address. */
export async function lockAddress(tx: Tx, address: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`address ${address}`}))`.execute(tx);
}

/** Waits for whoever else changes this account. */
export async function lockAccount(tx: Tx, id: Id<'acc'>): Promise<Account | undefined> {
  const row = await living(tx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && accountOf(row);
}

export async function updatePassword(tx: Tx, id: Id<'acc'>, passwordHash: string): Promise<void> {
  await tx.updateTable('account').set({ password_hash: passwordHash }).where('id', '=', id).execute();
}

export interface PreferenceChange {
  locale?: string;
  timeZone?: string;
  theme?: string;
}

export async function updatePreferences(db: Db, id: Id<'acc'>, change: PreferenceChange): Promise<void> {
  const set = {
    ...(change.locale === undefined ? {} : { locale: change.locale }),
    ...(change.timeZone === undefined ? {} : { time_zone: change.timeZone }),
    ...(change.theme === undefined ? {} : { theme: change.theme }),
  };
  if (Object.keys(set).length > 0) await db.updateTable('account').set(set).where('id', '=', id).execute();
}

/** The primary address first, then by age. */
export async function listEmails(db: Db, accountId: Id<'acc'>): Promise<EmailAddress[]> {
  const rows = await db
    .selectFrom('email_address')
    .selectAll()
    .where('account', '=', accountId)
    .orderBy('is_primary', 'desc')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(emailOf);
}

/** Lower case, the primary one first. */
export async function listVerifiedEmails(db: Db, personId: PersonId): Promise<string[]> {
  const rows = await db
    .selectFrom('email_address')
    .innerJoin('account', 'account.id', 'email_address.account')
    .select('address')
    .where('person', '=', personId)
    .where('verified_at', 'is not', null)
    .orderBy('is_primary', 'desc')
    .orderBy('email_address.created_at')
    .execute();
  return rows.map((row) => row.address);
}

export async function insertEmail(tx: Tx, accountId: Id<'acc'>, email: EmailAddress): Promise<void> {
  await tx
    .insertInto('email_address')
    .values({
      id: email.id,
      account: accountId,
      address: email.address,
      verified_at: email.verifiedAt ?? null,
      is_primary: email.isPrimary,
      created_at: email.createdAt,
    })
    .execute();
}

export async function updateEmailVerified(tx: Tx, id: Id<'eml'>, at: Date): Promise<void> {
  await tx.updateTable('email_address').set({ verified_at: at }).where('id', '=', id).execute();
}

export async function deleteEmail(tx: Tx, id: Id<'eml'>): Promise<void> {
  await tx.deleteFrom('email_address').where('id', '=', id).execute();
}

export async function updatePrimary(tx: Tx, accountId: Id<'acc'>, id: Id<'eml'>): Promise<void> {
  await tx.updateTable('email_address').set({ is_primary: false }).where('account', '=', accountId).execute();
  await tx.updateTable('email_address').set({ is_primary: true }).where('id', '=', id).execute();
}

/** Everything that could let somebody in or tell who it was; the row itself stays as the end of the person's account. */
export async function blankAccount(tx: Tx, id: Id<'acc'>, handle: Buffer, now: Date): Promise<void> {
  for (const table of ['email_address', 'session', 'passkey', 'account_token'] as const) {
    await tx.deleteFrom(table).where('account', '=', id).execute();
  }
  await tx
    .updateTable('account')
    .set({ password_hash: null, webauthn_handle: handle, locale: null, time_zone: null, theme: null, deleted_at: now })
    .where('id', '=', id)
    .execute();
}
