import type { Actor } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import type { Id } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tables.ts';
import { type Batch, type ColumnMeaning, repeatable } from './batch-model.ts';
import {
  findRow,
  markAwardedBefore,
  markDuplicates,
  updateCells,
  updateChecked,
  updateLeftOut,
} from './batch-row-store.ts';
import { deleteBatch, lockBatch, updateBatch } from './batch-store.ts';
import { checkRow, rulesOf, startChecking } from './check-batch.ts';
import { whyNotIssue } from './policy.ts';

type Needs = Pick<App, 'clock' | 'db' | 'jobs' | 'live'>;

/** Says anew what each column means, and looks at all rows again. */
export async function matchAgain(app: Needs, actor: Actor, id: Id<'bat'>, meanings: ColumnMeaning[]): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    const batch = await lockForChange(tx, actor, id, ['preview']);
    const columns = batch.columns.map(({ header }, at) => ({ header, meaning: meanings[at] ?? 'kept' }));
    if (!columns.some(({ meaning }) => meaning === 'email')) throw new Refusal('award.no-address-column');
    const twice = columns.find(
      ({ meaning }, at) => !repeatable.has(meaning) && columns.findIndex((other) => other.meaning === meaning) !== at,
    );
    if (twice) throw new Refusal('award.column-twice', { meaning: twice.meaning });
    await updateBatch(tx, id, { columns });
    await startChecking(app, tx, id, batch.total);
  });
}

export type RowChange = { cells: Map<number, string> } | { leftOut: boolean };

/** Mends cells of one row, leaves it out, or takes it in again. */
export async function changeRow(
  app: Needs,
  actor: Actor,
  id: Id<'bat'>,
  line: number,
  change: RowChange,
): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    const batch = await lockForChange(tx, actor, id, ['preview', 'done', 'stopped', 'paused']);
    const row = await findRow(tx, id, line);
    if (!row || row.awardId) throw new Refusal('award.row-not-found', { line });
    let email = row.email;
    if ('leftOut' in change) await updateLeftOut(tx, id, line, change.leftOut);
    else {
      const cells = batch.columns.map((_, at) => change.cells.get(at) ?? row.cells[at] ?? '');
      await updateCells(tx, id, line, cells);
      const checked = checkRow(batch.columns, { line, cells }, await rulesOf(app, tx, batch));
      await updateChecked(tx, id, [checked]);
      email = checked.email;
    }
    const touched = [row.email, email].filter((address) => address !== undefined);
    await markDuplicates(tx, id, touched);
    await markAwardedBefore(tx, id, batch.achievementId, touched);
  });
}

/** The file and its rows are forgotten; nothing was awarded. */
export async function dropBatch(app: Needs, actor: Actor, id: Id<'bat'>): Promise<Batch> {
  return app.db.transaction().execute(async (tx) => {
    const batch = await lockForChange(tx, actor, id, ['preview', 'checking']);
    await deleteBatch(tx, id);
    return batch;
  });
}

/** Locks the batch for somebody who may change it, while it is in one of the states. */
export async function lockForChange(tx: Tx, actor: Actor, id: Id<'bat'>, states: Batch['state'][]): Promise<Batch> {
  const batch = await lockBatch(tx, id);
  if (!batch) throw new Refusal('award.batch-not-found', { id });
  const reason = whyNotIssue(actor, batch.issuerId);
  if (reason) throw new Refusal(reason, { id });
  if (!states.includes(batch.state)) throw new Refusal('award.wrong-state', { id });
  return batch;
}
