import type { ColumnType, Selectable } from 'kysely';
import type { Id, PersonId } from '../../kernel/ids.ts';
import type { Db, Tx } from '../../kernel/tables.ts';
import type { Passkey } from './model.ts';

declare module '../../kernel/tables.ts' {
  interface Tables {
    passkey: PasskeyRow;
  }
}

interface PasskeyRow {
  id: Id<'psk'>;
  account: Id<'acc'>;
  credential_id: string;
  public_key: Buffer;
  counter: ColumnType<string, number, number>;
  transports: ColumnType<string[], string, string>;
  label: string;
  created_at: Date;
  last_used_at: Date | null;
}

export interface KeptPasskey extends Passkey {
  accountId: Id<'acc'>;
  /** base64url, as the browser names it. */
  credentialId: string;
  /** COSE */
  publicKey: Buffer;
  counter: number;
  transports: string[];
}

const passkeyOf = (row: Selectable<PasskeyRow>): KeptPasskey => ({
  id: row.id,
  label: row.label,
  createdAt: row.created_at,
  lastUsedAt: row.last_used_at ?? undefined,
  accountId: row.account,
  credentialId: row.credential_id,
  publicKey: row.public_key,
  counter: Number(row.counter),
  transports: row.transports,
});

export async function insertPasskey(tx: Tx, passkey: KeptPasskey): Promise<void> {
  await tx
    .insertInto('passkey')
    .values({
      id: passkey.id,
      account: passkey.accountId,
      credential_id: passkey.credentialId,
      public_key: passkey.publicKey,
      counter: passkey.counter,
      transports: JSON.stringify(passkey.transports),
      label: passkey.label,
      created_at: passkey.createdAt,
      last_used_at: null,
    })
    .execute();
}

export async function listPasskeys(db: Db, accountId: Id<'acc'>): Promise<KeptPasskey[]> {
  const rows = await db
    .selectFrom('passkey')
    .selectAll()
    .where('account', '=', accountId)
    .orderBy('created_at')
    .execute();
  return rows.map(passkeyOf);
}

export async function findPasskey(
  db: Db,
  credentialId: string,
): Promise<(KeptPasskey & { personId: PersonId; handle: Buffer }) | undefined> {
  const row = await db
    .selectFrom('passkey')
    .innerJoin('account', 'account.id', 'passkey.account')
    .selectAll('passkey')
    .select(['account.person', 'account.webauthn_handle'])
    .where('credential_id', '=', credentialId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row && { ...passkeyOf(row), personId: row.person, handle: row.webauthn_handle };
}

export async function updatePasskeyUsed(db: Db, id: Id<'psk'>, counter: number, now: Date): Promise<void> {
  await db.updateTable('passkey').set({ counter, last_used_at: now }).where('id', '=', id).execute();
}

/** False when the account has no such passkey. */
export async function updatePasskeyLabel(db: Db, accountId: Id<'acc'>, id: Id<'psk'>, label: string): Promise<boolean> {
  const result = await db
    .updateTable('passkey')
    .set({ label })
    .where('account', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function deletePasskey(tx: Tx, accountId: Id<'acc'>, id: Id<'psk'>): Promise<void> {
  await tx.deleteFrom('passkey').where('account', '=', accountId).where('id', '=', id).execute();
}
