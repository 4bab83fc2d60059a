import type { Person } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Db, Tx } from '../../kernel/tables.ts';
import type { Holding } from './model.ts';
import { whyNotChange } from './policy.ts';
import {
  deleteHoldings,
  findRemovedHolding,
  findSameHolding,
  listOlderCopies,
  lockBackpack,
  updateHolding,
} from './store.ts';
import { ownHolding } from './view-holding.ts';

type Needs = Pick<App, 'clock' | 'db' | 'files' | 'newId'>;

/** Takes a badge out of the backpack: no page and no link shows it any more. It can be put back. */
export async function removeHolding(app: Needs, actor: Person, id: string): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    await lockBackpack(tx, actor.personId);
    const holding = await ownHolding(tx, actor, id);
    await updateHolding(tx, holding.id, { removedAt: app.clock() });
    await record(app, tx, { verb: 'holding.removed', by: actor, about: holding.id });
  });
}

/** Puts it back as it was, private; refused when the same credential came in again meanwhile. */
export async function putBackHolding(app: Needs, actor: Person, id: string): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    await lockBackpack(tx, actor.personId);
    const holding = await removedHolding(tx, actor, id);
    if (await findSameHolding(tx, actor.personId, holding)) throw new Refusal('holding.there-already');
    await updateHolding(tx, holding.id, { removedAt: undefined, visibility: 'private' });
    await record(app, tx, { verb: 'holding.put-back', by: actor, about: holding.id });
  });
}

/** Deletes what was removed: document, file and picture, and the older copies with it. */
export async function deleteHolding(app: Needs, actor: Person, id: string): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    await lockBackpack(tx, actor.personId);
    const holding = await removedHolding(tx, actor, id);
    await erase(app, tx, [holding, ...(await listOlderCopies(tx, holding.id))]);
    await record(app, tx, { verb: 'holding.deleted', by: actor, about: holding.id });
  });
}

/** Rows first, since they name the files. */
export async function erase(app: Pick<App, 'files'>, tx: Tx, holdings: Holding[]): Promise<void> {
  await deleteHoldings(
    tx,
    holdings.map(({ id }) => id),
  );
  for (const { carrierFile, imageFile } of holdings) {
    if (carrierFile) await app.files.remove(tx, carrierFile);
    if (imageFile) await app.files.remove(tx, imageFile);
  }
}

async function removedHolding(db: Db, actor: Person, id: string): Promise<Holding> {
  const holding = await findRemovedHolding(db, id);
  const refusal = holding ? whyNotChange(actor, holding) : 'holding.not-found';
  if (!holding || refusal) throw new Refusal(refusal ?? 'holding.not-found');
  return holding;
}
