import { type ColumnType, type Selectable, sql } from 'kysely';
import type { BadgeView, Verdict } from 'openbadges';
import type { Id, PersonId } from '../../kernel/ids.ts';
import type { Db, Tx } from '../../kernel/tables.ts';
import type { Holding, Visibility } from './model.ts';

declare module '../../kernel/tables.ts' {
  interface Tables {
    holding: HoldingRow;
  }
}

type Json<T> = ColumnType<T, string, string>;

interface HoldingRow {
  id: Id<'hld'>;
  holder: PersonId;
  credential: Id<'crd'> | null;
  award: Id<'awd'> | null;
  document: string;
  sha256: string;
  carrier_file: Id<'fil'> | null;
  format: Json<Holding['format']>;
  view: Json<BadgeView>;
  issuer_key: string;
  credential_key: string;
  valid_from: Date | null;
  image_file: Id<'fil'> | null;
  visibility: Visibility;
  link_token: string;
  verdict: Verdict | null;
  verified_at: Date | null;
  accepted_at: Date;
  superseded_by: Id<'hld'> | null;
  removed_at: Date | null;
}

export function holdingOf(row: Selectable<HoldingRow>): Holding {
  return {
    id: row.id,
    holderId: row.holder,
    credentialId: row.credential ?? undefined,
    awardId: row.award ?? undefined,
    document: row.document,
    sha256: row.sha256,
    carrierFile: row.carrier_file ?? undefined,
    format: row.format,
    view: row.view,
    issuerKey: row.issuer_key,
    credentialKey: row.credential_key,
    validFrom: row.valid_from ?? undefined,
    imageFile: row.image_file ?? undefined,
    visibility: row.visibility,
    linkToken: row.link_token,
    verdict: row.verdict ?? undefined,
    verifiedAt: row.verified_at ?? undefined,
    acceptedAt: row.accepted_at,
    supersededBy: row.superseded_by ?? undefined,
    removedAt: row.removed_at ?? undefined,
  };
}

export async function findHolding(db: Db, id: string): Promise<Holding | undefined> {
  const row = await db
    .selectFrom('holding')
    .selectAll()
    .where('id', '=', id as Id<'hld'>)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return row && holdingOf(row);
}

/** The holding of a credential that this hub issued. */
export async function findHoldingOfCredential(db: Db, credential: string): Promise<Holding | undefined> {
  const row = await db
    .selectFrom('holding')
    .selectAll()
    .where('credential', '=', credential as Id<'crd'>)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return row && holdingOf(row);
}

/** The holding that an award went into, removed or not. */
export async function findHoldingOfAward(db: Db, award: Id<'awd'>): Promise<Holding | undefined> {
  const row = await db.selectFrom('holding').selectAll().where('award', '=', award).executeTakeFirst();
  return row && holdingOf(row);
}

/** The holder's present copy of the same credential (OB 3.0 equality), if there is one. */
export async function findSameHolding(
  db: Db,
  holder: PersonId,
  same: { issuerKey: string; credentialKey: string },
): Promise<Holding | undefined> {
  const row = await db
    .selectFrom('holding')
    .selectAll()
    .where('holder', '=', holder)
    .where('issuer_key', '=', same.issuerKey)
    .where('credential_key', '=', same.credentialKey)
    .where('superseded_by', 'is', null)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return row && holdingOf(row);
}

/** What somebody holds now, newest first. */
export async function listHoldings(db: Db, holder: PersonId, visibility?: Visibility): Promise<Holding[]> {
  let query = db
    .selectFrom('holding')
    .selectAll()
    .where('holder', '=', holder)
    .where('superseded_by', 'is', null)
    .where('removed_at', 'is', null);
  if (visibility) query = query.where('visibility', '=', visibility);
  return (await query.orderBy('accepted_at', 'desc').orderBy('id').execute()).map(holdingOf);
}

export async function insertHolding(tx: Tx, holding: Holding): Promise<void> {
  await tx
    .insertInto('holding')
    .values({
      id: holding.id,
      holder: holding.holderId,
      credential: holding.credentialId ?? null,
      award: holding.awardId ?? null,
      document: holding.document,
      sha256: holding.sha256,
      carrier_file: holding.carrierFile ?? null,
      format: JSON.stringify(holding.format),
      view: JSON.stringify(holding.view),
      issuer_key: holding.issuerKey,
      credential_key: holding.credentialKey,
      valid_from: holding.validFrom ?? null,
      image_file: holding.imageFile ?? null,
      visibility: holding.visibility,
      link_token: holding.linkToken,
      verdict: holding.verdict ?? null,
      verified_at: holding.verifiedAt ?? null,
      accepted_at: holding.acceptedAt,
      superseded_by: holding.supersededBy ?? null,
      removed_at: null,
    })
    .execute();
}

export type HoldingChange = Partial<
  Pick<Holding, 'visibility' | 'verdict' | 'verifiedAt' | 'supersededBy' | 'removedAt' | 'imageFile' | 'view'>
>;

export async function updateHolding(tx: Db, id: Id<'hld'>, change: HoldingChange): Promise<void> {
  const set = {
    ...('visibility' in change ? { visibility: change.visibility } : {}),
    ...('verdict' in change ? { verdict: change.verdict ?? null } : {}),
    ...('verifiedAt' in change ? { verified_at: change.verifiedAt ?? null } : {}),
    ...('supersededBy' in change ? { superseded_by: change.supersededBy ?? null } : {}),
    ...('removedAt' in change ? { removed_at: change.removedAt ?? null } : {}),
    ...(change.view ? { view: JSON.stringify(change.view) } : {}),
    ...('imageFile' in change ? { image_file: change.imageFile ?? null } : {}),
  };
  await tx.updateTable('holding').set(set).where('id', '=', id).execute();
}

/** The older copies of the same credential that a newer one took the place of. */
export async function listOlderCopies(db: Db, id: Id<'hld'>): Promise<Holding[]> {
  const rows = await db
    .selectFrom('holding')
    .selectAll()
    .where('superseded_by', '=', id)
    .orderBy('accepted_at', 'desc')
    .execute();
  return rows.map(holdingOf);
}

/** Serialises what one person's requests do to their backpack. */
export async function lockBackpack(tx: Tx, holder: PersonId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`backpack ${holder}`}))`.execute(tx);
}

/** Out of the backpack, but not yet gone. */
export async function findRemovedHolding(db: Db, id: string): Promise<Holding | undefined> {
  const row = await db
    .selectFrom('holding')
    .selectAll()
    .where('id', '=', id as Id<'hld'>)
    .where('removed_at', 'is not', null)
    .executeTakeFirst();
  return row && holdingOf(row);
}

/** Every holding of a person with its older copies and what was removed. */
export async function listAllHoldings(db: Db, holder: PersonId): Promise<Holding[]> {
  const rows = await db.selectFrom('holding').selectAll().where('holder', '=', holder).orderBy('accepted_at').execute();
  return rows.map(holdingOf);
}

/** Deletes the rows; an older copy goes with the newer one. The files are the caller's. */
export async function deleteHoldings(tx: Tx, ids: Id<'hld'>[]): Promise<void> {
  if (ids.length > 0) await tx.deleteFrom('holding').where('id', 'in', ids).execute();
}

/** Whether this text is among the older copies of a holding. */
export async function hasCopy(db: Db, id: Id<'hld'>, sha256: string): Promise<boolean> {
  const row = await db
    .selectFrom('holding')
    .select('id')
    .where('superseded_by', '=', id)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row !== undefined;
}
