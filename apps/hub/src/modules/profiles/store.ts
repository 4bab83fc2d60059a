import type { Selectable } from 'kysely';
import type { ActorId, Id, PersonId } from '../../kernel/ids.ts';
import type { Db, Tables, Tx } from '../../kernel/tables.ts';
import type { IssuerKey, KeyAlgorithm } from './model.ts';

declare module '../../kernel/tables.ts' {
  interface Tables {
    issuer_key: {
      id: Id<'key'>;
      issuer: ActorId;
      algorithm: KeyAlgorithm;
      public_multibase: string;
      private_sealed: Buffer;
      created_at: Date;
      retired_at: Date | null;
      compromised_at: Date | null;
      created_by: PersonId | null;
      retired_by: PersonId | null;
    };
  }
}

type Row = Omit<Selectable<Tables['issuer_key']>, 'private_sealed' | 'created_by' | 'retired_by'>;

const columns = [
  'id',
  'issuer',
  'algorithm',
  'public_multibase',
  'created_at',
  'retired_at',
  'compromised_at',
] as const;

function keyOf(row: Row & { created_by_name?: string | null; retired_by_name?: string | null }): IssuerKey {
  return {
    id: row.id,
    issuerId: row.issuer,
    algorithm: row.algorithm,
    publicMultibase: row.public_multibase,
    createdAt: row.created_at,
    retiredAt: row.retired_at ?? undefined,
    compromisedAt: row.compromised_at ?? undefined,
    createdByName: row.created_by_name ?? undefined,
    retiredByName: row.retired_by_name ?? undefined,
  };
}

/** Newest first, the retired ones too. */
export async function listKeys(db: Db, issuer: ActorId): Promise<IssuerKey[]> {
  const rows = await db
    .selectFrom('issuer_key')
    .leftJoin('actor as maker', 'maker.id', 'issuer_key.created_by')
    .leftJoin('actor as retirer', 'retirer.id', 'issuer_key.retired_by')
    .select(columns.map((column) => `issuer_key.${column}` as const))
    .select(['maker.name as created_by_name', 'retirer.name as retired_by_name'])
    .where('issuer', '=', issuer)
    .orderBy('issuer_key.created_at', 'desc')
    .orderBy('issuer_key.id', 'desc')
    .execute();
  return rows.map(keyOf);
}

export async function findCurrentKey(db: Db, issuer: ActorId, algorithm: KeyAlgorithm): Promise<IssuerKey | undefined> {
  const row = await db
    .selectFrom('issuer_key')
    .select(columns)
    .where('issuer', '=', issuer)
    .where('algorithm', '=', algorithm)
    .where('retired_at', 'is', null)
    .executeTakeFirst();
  return row && keyOf(row);
}

export async function findKey(db: Db, issuer: ActorId, which: { id: string } | { multibase: string }) {
  const query = db.selectFrom('issuer_key').select(columns).where('issuer', '=', issuer);
  const found =
    'id' in which
      ? query.where('id', '=', which.id as Id<'key'>)
      : query.where('public_multibase', '=', which.multibase);
  const row = await found.executeTakeFirst();
  return row && keyOf(row);
}

export async function readPrivateKey(db: Db, id: Id<'key'>): Promise<Buffer> {
  const query = db.selectFrom('issuer_key').select('private_sealed').where('id', '=', id);
  return (await query.executeTakeFirstOrThrow()).private_sealed;
}

/** False when the issuer has a current key of this kind already. */
export async function insertKey(tx: Tx, key: IssuerKey, sealed: Buffer, by: PersonId | undefined): Promise<boolean> {
  const result = await tx
    .insertInto('issuer_key')
    .values({
      id: key.id,
      issuer: key.issuerId,
      algorithm: key.algorithm,
      public_multibase: key.publicMultibase,
      private_sealed: sealed,
      created_at: key.createdAt,
      retired_at: null,
      compromised_at: null,
      created_by: by ?? null,
      retired_by: null,
    })
    .onConflict((conflict) => conflict.columns(['issuer', 'algorithm']).where('retired_at', 'is', null).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** False when it was retired before, or is not a key of this issuer and kind. */
export async function updateRetired(
  tx: Tx,
  key: Pick<IssuerKey, 'id' | 'issuerId' | 'algorithm'>,
  at: Date,
  by: PersonId | undefined,
): Promise<boolean> {
  const result = await tx
    .updateTable('issuer_key')
    .set({ retired_at: at, retired_by: by ?? null })
    .where('id', '=', key.id)
    .where('issuer', '=', key.issuerId)
    .where('algorithm', '=', key.algorithm)
    .where('retired_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** False when that was said before. The key must be retired. */
export async function updateCompromised(tx: Tx, id: Id<'key'>, at: Date): Promise<boolean> {
  const result = await tx
    .updateTable('issuer_key')
    .set({ compromised_at: at })
    .where('id', '=', id)
    .where('compromised_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
