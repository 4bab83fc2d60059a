import type { App } from '../../kernel/app.ts';
import type { NewEvent } from '../../kernel/event.ts';
import type { PersonId } from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/tables.ts';
import type { PersonalPart } from '../accounts/index.ts';
import { forgetRecipient } from '../awards/index.ts';
import { deleteCollectionsOf, listCollectionHoldings, listCollections } from './collection-store.ts';
import { namedFiles } from './named-files.ts';
import { erase } from './remove-holding.ts';
import { deleteShareLinksOf, listShareLinksOf } from './share-store.ts';
import { listAllHoldings } from './store.ts';

/** What the hub keeps about a person here, and how it goes when they go. */
export const backpackPart: PersonalPart = {
  name: 'backpack',
  consequence: 'backpack.account-deleted',
  exportFor,
  erase: eraseFor,
};

async function exportFor(app: App, personId: PersonId): Promise<Record<string, unknown>> {
  const collections = await listCollections(app.db, personId);
  const files: Record<string, unknown> = {
    'share-links.json': await listShareLinksOf(app.db, personId),
    'collections.json': await Promise.all(
      collections.map(async (collection) => ({
        ...collection,
        holdings: (await listCollectionHoldings(app.db, collection.id)).map(({ id }) => id),
      })),
    ),
  };
  const holdings = await listAllHoldings(app.db, personId);
  files['holdings.json'] = holdings.map(({ document: _, ...rest }) => rest);
  for (const { name, read } of namedFiles(app, holdings)) files[name] = await read();
  return files;
}

/** The backpack goes with its files. The awards stay with their states: they are the issuer's, without any name. */
async function eraseFor(app: App, tx: Tx, personId: PersonId): Promise<NewEvent[]> {
  await deleteShareLinksOf(tx, personId);
  await deleteCollectionsOf(tx, personId);
  await erase(app, tx, await listAllHoldings(tx, personId));
  await forgetRecipient(app, tx, personId);
  return [];
}
