import type { Selectable } from 'kysely';
import type { Id, PersonId } from '../../kernel/ids.ts';
import type { Db, Tx } from '../../kernel/tables.ts';
import type { Collection, Holding, Visibility } from './model.ts';
import { holdingOf } from './store.ts';

declare module '../../kernel/tables.ts' {
  interface Tables {
    collection: CollectionRow;
    collection_holding: { collection: Id<'col'>; holding: Id<'hld'>; place: number };
  }
}

interface CollectionRow {
  id: Id<'col'>;
  holder: PersonId;
  title: string;
  text: string;
  visibility: Visibility;
  link_token: string;
  created_at: Date;
  changed_at: Date;
}

function collectionOf(row: Selectable<CollectionRow>): Collection {
  return {
    id: row.id,
    holderId: row.holder,
    title: row.title,
    text: row.text,
    visibility: row.visibility,
    linkToken: row.link_token,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  };
}

export async function findCollection(db: Db, id: string): Promise<Collection | undefined> {
  const row = await db
    .selectFrom('collection')
    .selectAll()
    .where('id', '=', id as Id<'col'>)
    .executeTakeFirst();
  return row && collectionOf(row);
}

/** Waits for whoever else arranges this collection. */
export async function lockCollection(tx: Tx, id: Id<'col'>): Promise<void> {
  await tx.selectFrom('collection').select('id').where('id', '=', id).forUpdate().execute();
}

export async function listCollections(db: Db, holder: PersonId): Promise<(Collection & { count: number })[]> {
  const rows = await db
    .selectFrom('collection')
    .selectAll('collection')
    .select(({ selectFrom }) =>
      selectFrom('collection_holding')
        .innerJoin('holding', 'holding.id', 'collection_holding.holding')
        .whereRef('collection', '=', 'collection.id')
        .where('removed_at', 'is', null)
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .as('count'),
    )
    .where('holder', '=', holder)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...collectionOf(row), count: Number(row.count) }));
}

/** The collections that a badge stands in. */
export async function listCollectionsOf(db: Db, holding: Id<'hld'>): Promise<Id<'col'>[]> {
  const rows = await db.selectFrom('collection_holding').select('collection').where('holding', '=', holding).execute();
  return rows.map(({ collection }) => collection);
}

/** What stands in a collection, in its order; what was removed from the backpack is left out. */
export async function listCollectionHoldings(db: Db, id: Id<'col'>): Promise<Holding[]> {
  const rows = await db
    .selectFrom('collection_holding')
    .innerJoin('holding', 'holding.id', 'collection_holding.holding')
    .selectAll('holding')
    .where('collection', '=', id)
    .where('removed_at', 'is', null)
    .orderBy('place')
    .execute();
  return rows.map(holdingOf);
}

export async function insertCollection(tx: Tx, collection: Collection): Promise<void> {
  await tx
    .insertInto('collection')
    .values({
      id: collection.id,
      holder: collection.holderId,
      title: collection.title,
      text: collection.text,
      visibility: collection.visibility,
      link_token: collection.linkToken,
      created_at: collection.createdAt,
      changed_at: collection.changedAt,
    })
    .execute();
}

export async function updateCollection(
  tx: Tx,
  id: Id<'col'>,
  change: Partial<Pick<Collection, 'title' | 'text' | 'visibility'>>,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('collection')
    .set({ ...change, changed_at: now })
    .where('id', '=', id)
    .execute();
}

export async function deleteCollection(tx: Tx, id: Id<'col'>): Promise<void> {
  await tx.deleteFrom('collection').where('id', '=', id).execute();
}

/** Writes what stands in a collection, in this order. */
export async function replaceCollectionHoldings(tx: Tx, id: Id<'col'>, holdings: Id<'hld'>[]): Promise<void> {
  await tx.deleteFrom('collection_holding').where('collection', '=', id).execute();
  if (holdings.length === 0) return;
  const rows = holdings.map((holding, place) => ({ collection: id, holding, place }));
  await tx.insertInto('collection_holding').values(rows).execute();
}

/** A newer copy takes the place of an older one everywhere. */
export async function moveToNewerCopy(tx: Tx, from: Id<'hld'>, to: Id<'hld'>): Promise<void> {
  await tx.updateTable('collection_holding').set({ holding: to }).where('holding', '=', from).execute();
  await tx.updateTable('share_link').set({ holding: to }).where('holding', '=', from).execute();
}

export async function deleteCollectionsOf(tx: Tx, holder: PersonId): Promise<void> {
  await tx.deleteFrom('collection').where('holder', '=', holder).execute();
}
