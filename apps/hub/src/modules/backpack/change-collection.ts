import type { Actor, Person } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import type { Id } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Db, Tx } from '../../kernel/tables.ts';
import { type Arrangement, arrange } from './collection-model.ts';
import {
  deleteCollection,
  findCollection,
  insertCollection,
  listCollectionHoldings,
  lockCollection,
  replaceCollectionHoldings,
  updateCollection,
} from './collection-store.ts';
import type { Collection } from './model.ts';
import { ownHolding } from './view-holding.ts';

type Needs = Pick<App, 'clock' | 'db' | 'newId' | 'random'>;

export type CollectionContent = Pick<Collection, 'title' | 'text' | 'visibility'>;

export async function makeCollection(app: Needs, actor: Person, content: CollectionContent): Promise<Id<'col'>> {
  const id = app.newId('col');
  const now = app.clock();
  const linkToken = Buffer.from(app.random(18)).toString('base64url');
  await app.db.transaction().execute(async (tx) => {
    const dates = { createdAt: now, changedAt: now };
    await insertCollection(tx, { id, holderId: actor.personId, ...content, linkToken, ...dates });
    await record(app, tx, { verb: 'collection.made', by: actor, about: id });
  });
  return id;
}

export async function editCollection(app: Needs, actor: Person, id: string, content: CollectionContent): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    const collection = await ownCollection(tx, actor, id);
    await updateCollection(tx, collection.id, content, app.clock());
    const data = { visibility: content.visibility };
    await record(app, tx, { verb: 'collection.changed', by: actor, about: collection.id, data });
  });
}

/** The collection goes, with its share links; the badges stay in the backpack. */
export async function endCollection(app: Needs, actor: Person, id: string): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    const collection = await ownCollection(tx, actor, id);
    await deleteCollection(tx, collection.id);
    await record(app, tx, { verb: 'collection.ended', by: actor, about: collection.id });
  });
}

/** Puts a badge in, takes it out, or moves it by one place. */
export async function arrangeCollection(
  app: Needs,
  actor: Person,
  id: string,
  change: { holding: string; how: Arrangement },
): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    const collection = await ownCollection(tx, actor, id);
    await lockCollection(tx, collection.id);
    const holding = await ownHolding(tx, actor, change.holding);
    await rearrange(tx, collection.id, holding.id, change.how);
    await updateCollection(tx, collection.id, {}, app.clock());
    const data = { holding: holding.id, how: change.how };
    await record(app, tx, { verb: 'collection.arranged', by: actor, about: collection.id, data });
  });
}

async function rearrange(tx: Tx, id: Id<'col'>, holding: Id<'hld'>, how: Arrangement): Promise<void> {
  const before = (await listCollectionHoldings(tx, id)).map((each) => each.id);
  await replaceCollectionHoldings(tx, id, arrange(before, holding, how));
}

/** Somebody's own collection; others are not even told that it exists. */
export async function ownCollection(db: Db, actor: Actor, id: string): Promise<Collection> {
  const collection = await findCollection(db, id);
  const isOwn = collection && actor.kind === 'person' && actor.personId === collection.holderId;
  if (!isOwn) throw new Refusal('collection.not-found');
  return collection;
}
