import type { App } from '../../kernel/app.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { findCollection, findHolding, openShareLink } from '../backpack/index.ts';
import { describeCollection, type ShownCollection } from './load-collection.ts';
import { describeHolding, type ShownElsewhere } from './load-holding.ts';
import { findShown } from './load-shown.ts';
import type { ShownCredential } from './model.ts';

export type Shared = { credential: ShownCredential } | { elsewhere: ShownElsewhere } | { collection: ShownCollection };

/** What a share link opens for whoever comes with it. What is not there any more has ended like a link that has. */
export async function openShare(app: Pick<App, 'clock' | 'db'>, token: string): Promise<Shared> {
  const { holdingId, collectionId } = await openShareLink(app, token);
  const collection = collectionId && (await findCollection(app.db, collectionId));
  if (collection) return { collection: await describeCollection(app, collection) };
  const holding = holdingId && (await findHolding(app.db, holdingId));
  if (!holding) throw new Refusal('share.gone');
  const credential = holding.credentialId && (await findShown(app.db, holding.credentialId));
  if (credential) return { credential: { ...credential, sharedBy: token } };
  return { elsewhere: await describeHolding(app, holding, token) };
}
