import type { ColumnType, Selectable } from 'kysely';
import type { ActorId, Id } from '../../kernel/ids.ts';
import type { Db, Tx } from '../../kernel/tables.ts';
import type { Credential, StatusList } from './model.ts';

declare module '../../kernel/tables.ts' {
  interface Tables {
    credential: CredentialRow;
    status_list: StatusListRow;
  }
}

interface CredentialRow {
  id: Id<'crd'>;
  award: Id<'awd'>;
  achievement: Id<'ach'>;
  issuer: ActorId;
  status_list: Id<'stl'>;
  status_index: number;
  document: ColumnType<string, string, never>;
  sha256: string;
  issued_at: Date;
}

interface StatusListRow {
  id: Id<'stl'>;
  issuer: ActorId;
  issuer_did: string;
  purpose: 'revocation' | 'suspension';
  companion: Id<'stl'> | null;
  length: number;
  taken: number;
  bits: Buffer;
  document: string;
  etag: string;
  signed_at: Date;
  created_at: Date;
}

function credentialOf(row: Selectable<CredentialRow>): Credential {
  return {
    id: row.id,
    awardId: row.award,
    achievementId: row.achievement,
    issuerId: row.issuer,
    statusListId: row.status_list,
    statusIndex: row.status_index,
    document: row.document,
    sha256: row.sha256,
    issuedAt: row.issued_at,
  };
}

function listOf(row: Selectable<StatusListRow>): StatusList {
  return {
    id: row.id,
    issuerId: row.issuer,
    issuerDid: row.issuer_did,
    purpose: row.purpose,
    companion: row.companion ?? undefined,
    length: row.length,
    taken: row.taken,
    bits: row.bits,
    document: row.document,
    etag: row.etag,
    signedAt: row.signed_at,
  };
}

export async function findCredential(db: Db, id: string): Promise<Credential | undefined> {
  const row = await db
    .selectFrom('credential')
    .selectAll()
    .where('id', '=', id as Id<'crd'>)
    .executeTakeFirst();
  return row && credentialOf(row);
}

export async function findCredentialOfAward(db: Db, award: Id<'awd'>): Promise<Credential | undefined> {
  const row = await db.selectFrom('credential').selectAll().where('award', '=', award).executeTakeFirst();
  return row && credentialOf(row);
}

export async function insertCredentials(tx: Tx, credentials: Credential[]): Promise<void> {
  if (credentials.length === 0) return;
  const rows = credentials.map((credential) => ({
    id: credential.id,
    award: credential.awardId,
    achievement: credential.achievementId,
    issuer: credential.issuerId,
    status_list: credential.statusListId,
    status_index: credential.statusIndex,
    document: credential.document,
    sha256: credential.sha256,
    issued_at: credential.issuedAt,
  }));
  await tx.insertInto('credential').values(rows).execute();
}

/** The issuer's newest pair of lists, locked until the transaction ends, so that no place is given twice. */
export async function lockNewestList(tx: Tx, issuer: ActorId, issuerDid: string): Promise<StatusList | undefined> {
  const row = await tx
    .selectFrom('status_list')
    .selectAll()
    .where('issuer', '=', issuer)
    .where('issuer_did', '=', issuerDid)
    .where('purpose', '=', 'revocation')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
  return row && listOf(row);
}

/** A revocation list and its suspension companion, locked in this order by everybody. */
export async function lockPair(
  tx: Tx,
  revocation: Id<'stl'>,
): Promise<{ revocation: StatusList; suspension: StatusList }> {
  const rows = await tx
    .selectFrom('status_list')
    .selectAll()
    .where((eb) => eb.or([eb('id', '=', revocation), eb('companion', '=', revocation)]))
    .orderBy('purpose')
    .forUpdate()
    .execute();
  const lists = rows.map(listOf);
  const [first, second] = [
    lists.find(({ purpose }) => purpose === 'revocation'),
    lists.find(({ purpose }) => purpose === 'suspension'),
  ];
  if (!first || !second) throw new Error(`status list ${revocation} has no companion`);
  return { revocation: first, suspension: second };
}

export async function findSuspensionList(db: Db, revocation: Id<'stl'>): Promise<Id<'stl'> | undefined> {
  const row = await db.selectFrom('status_list').select('id').where('companion', '=', revocation).executeTakeFirst();
  return row?.id;
}

export async function findStatusList(db: Db, id: string): Promise<Pick<StatusList, 'document' | 'etag'> | undefined> {
  return db
    .selectFrom('status_list')
    .select(['document', 'etag'])
    .where('id', '=', id as Id<'stl'>)
    .executeTakeFirst();
}

export async function insertStatusList(tx: Tx, list: StatusList, now: Date): Promise<void> {
  await tx
    .insertInto('status_list')
    .values({
      id: list.id,
      issuer: list.issuerId,
      issuer_did: list.issuerDid,
      purpose: list.purpose,
      companion: list.companion ?? null,
      length: list.length,
      taken: list.taken,
      bits: Buffer.from(list.bits),
      document: list.document,
      etag: list.etag,
      signed_at: list.signedAt,
      created_at: now,
    })
    .execute();
}

export async function addTaken(tx: Tx, id: Id<'stl'>, count: number): Promise<void> {
  await tx
    .updateTable('status_list')
    .set(({ eb }) => ({ taken: eb('taken', '+', count) }))
    .where('id', '=', id)
    .execute();
}

export async function updateStatusList(tx: Tx, list: StatusList): Promise<void> {
  await tx
    .updateTable('status_list')
    .set({ bits: Buffer.from(list.bits), document: list.document, etag: list.etag, signed_at: list.signedAt })
    .where('id', '=', list.id)
    .execute();
}

/** Places of a list that credentials hold. */
export async function listTakenPlaces(db: Db, list: Id<'stl'>): Promise<Set<number>> {
  const rows = await db.selectFrom('credential').select('status_index').where('status_list', '=', list).execute();
  return new Set(rows.map((row) => row.status_index));
}

/** Of `places`, those that credentials of the list hold already. */
export async function listTakenAmong(db: Db, list: Id<'stl'>, places: number[]): Promise<Set<number>> {
  const rows = await db
    .selectFrom('credential')
    .select('status_index')
    .where('status_list', '=', list)
    .where('status_index', 'in', places)
    .execute();
  return new Set(rows.map((row) => row.status_index));
}

/** The places of the credentials of these awards, by list. */
export async function listPlaces(db: Db, awards: Id<'awd'>[]): Promise<Map<Id<'stl'>, number[]>> {
  if (awards.length === 0) return new Map();
  const rows = await db
    .selectFrom('credential')
    .select(['status_list', 'status_index'])
    .where(({ eb, fn, val }) => eb('award', '=', fn.any(val(awards))))
    .orderBy('status_list')
    .execute();
  const places = new Map<Id<'stl'>, number[]>();
  for (const row of rows) {
    const known = places.get(row.status_list);
    if (known) known.push(row.status_index);
    else places.set(row.status_list, [row.status_index]);
  }
  return places;
}

export async function deleteCredentials(tx: Tx, awards: Id<'awd'>[]): Promise<void> {
  if (awards.length === 0) return;
  await tx
    .deleteFrom('credential')
    .where(({ eb, fn, val }) => eb('award', '=', fn.any(val(awards))))
    .execute();
}
