import { type ColumnType, type Selectable, sql } from 'kysely';
import type { Id, PersonId } from '../../kernel/ids.ts';
import type { Db, Tx } from '../../kernel/tables.ts';
import type { ShareLink } from './model.ts';

declare module '../../kernel/tables.ts' {
  interface Tables {
    share_link: ShareLinkRow;
  }
}

interface ShareLinkRow {
  id: Id<'shr'>;
  holder: PersonId;
  holding: Id<'hld'> | null;
  collection: Id<'col'> | null;
  token_hash: Buffer;
  label: string;
  views: ColumnType<number, number, number | ReturnType<typeof sql<number>>>;
  created_at: Date;
  expires_at: Date | null;
  revoked_at: Date | null;
}

function shareLinkOf(row: Selectable<ShareLinkRow>): ShareLink {
  return {
    id: row.id,
    holderId: row.holder,
    holdingId: row.holding ?? undefined,
    collectionId: row.collection ?? undefined,
    label: row.label,
    views: row.views,
    createdAt: row.created_at,
    expiresAt: row.expires_at ?? undefined,
    revokedAt: row.revoked_at ?? undefined,
  };
}

export async function findShareLink(db: Db, id: string): Promise<ShareLink | undefined> {
  const row = await db
    .selectFrom('share_link')
    .selectAll()
    .where('id', '=', id as Id<'shr'>)
    .executeTakeFirst();
  return row && shareLinkOf(row);
}

export async function findShareLinkByToken(db: Db, tokenHash: Buffer): Promise<ShareLink | undefined> {
  const row = await db.selectFrom('share_link').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
  return row && shareLinkOf(row);
}

/** Of a badge or of a collection, newest first. */
export async function listShareLinks(db: Db, of: Id<'hld'> | Id<'col'>): Promise<ShareLink[]> {
  const rows = await db
    .selectFrom('share_link')
    .selectAll()
    .where(of.startsWith('hld_') ? 'holding' : 'collection', '=', of as Id<'hld'> & Id<'col'>)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(100)
    .execute();
  return rows.map(shareLinkOf);
}

export async function insertShareLink(tx: Tx, link: ShareLink, tokenHash: Buffer): Promise<void> {
  await tx
    .insertInto('share_link')
    .values({
      id: link.id,
      holder: link.holderId,
      holding: link.holdingId ?? null,
      collection: link.collectionId ?? null,
      token_hash: tokenHash,
      label: link.label,
      views: 0,
      created_at: link.createdAt,
      expires_at: link.expiresAt ?? null,
      revoked_at: null,
    })
    .execute();
}

/** False when it was revoked before. */
export async function updateRevoked(tx: Tx, id: Id<'shr'>, at: Date): Promise<boolean> {
  const result = await tx
    .updateTable('share_link')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function addView(db: Db, id: Id<'shr'>): Promise<void> {
  await db.updateTable('share_link').set({ views: sql<number>`views + 1` }).where('id', '=', id).execute();
}

export async function deleteShareLinksOf(tx: Tx, holder: PersonId): Promise<void> {
  await tx.deleteFrom('share_link').where('holder', '=', holder).execute();
}

/** Every link somebody made. */
export async function listShareLinksOf(db: Db, holder: PersonId): Promise<ShareLink[]> {
  const rows = await db
    .selectFrom('share_link')
    .selectAll()
    .where('holder', '=', holder)
    .orderBy('created_at')
    .execute();
  return rows.map(shareLinkOf);
}
