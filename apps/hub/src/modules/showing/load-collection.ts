import type { Actor } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { isId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { findActor } from '../actors/index.ts';
import {
  type Collection,
  findCollection,
  type Holding,
  listCollectionHoldings,
  maySeeShown,
} from '../backpack/index.ts';

/** A collection as others see it. */
export interface ShownCollection {
  collection: Collection;
  holderName: string;
  /** Without those that are private: putting a badge into a collection shows it to nobody. */
  holdings: Holding[];
}

type Needs = Pick<App, 'db'>;

/** A collection that this reader may see; what is private and what never was give one answer. */
export async function loadCollection(
  app: Needs,
  actor: Actor,
  id: string,
  key: string | undefined,
): Promise<ShownCollection> {
  const collection = isId('col', id) ? await findCollection(app.db, id) : undefined;
  if (!collection || !maySeeShown(actor, collection, key)) throw new Refusal('web.not-found');
  return describeCollection(app, collection);
}

export async function describeCollection(app: Needs, collection: Collection): Promise<ShownCollection> {
  const [holder, holdings] = await Promise.all([
    findActor(app.db, collection.holderId),
    listCollectionHoldings(app.db, collection.id),
  ]);
  const shown = holdings.filter(({ visibility, verdict }) => visibility !== 'private' && verdict !== 'invalid');
  return { collection, holderName: holder?.name ?? '', holdings: shown };
}
