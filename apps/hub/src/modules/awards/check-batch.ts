import { z } from 'zod';
import type { App } from '../../kernel/app.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Job } from '../../kernel/jobs.ts';
import type { Tx } from '../../kernel/tables.ts';
import { findAchievement } from '../achievements/index.ts';
import { type Batch, type BatchRow, type Column, mostRowsAtOnce } from './batch-model.ts';
import { type CheckedRow, listRowsAfter, markAwardedBefore, markDuplicates, updateChecked } from './batch-row-store.ts';
import { findBatch, lockBatch, updateBatch } from './batch-store.ts';
import { type RowRules, readRow } from './csv/read-row.ts';

type Needs = Pick<App, 'clock' | 'db' | 'jobs' | 'live'>;

const rowsAtOnce = 1000;
const shortestUpdate = 5000;

/** Looks at every row of a file in the queue. */
export const checkRows: Job<{ batch: string }> = {
  name: 'awards.check-batch',
  payload: z.strictObject({ batch: z.string() }),
  run: (app, { batch }) => checkInSteps(app, batch as Id<'bat'>),
};

/** A short file is looked at within the request, a long one by a job that shows how far it is. */
export async function startChecking(app: Needs, tx: Tx, id: Id<'bat'>, total: number): Promise<void> {
  await updateBatch(tx, id, { state: 'checking', checked: 0 });
  if (total > mostRowsAtOnce) return app.jobs.add(tx, checkRows, { batch: id });
  const batch = await lockBatch(tx, id);
  if (!batch) return;
  const rules = await rulesOf(app, tx, batch);
  for (let line = 0; ; ) {
    const last = await checkNext(tx, batch, rules, line);
    if (last === undefined) break;
    line = last;
  }
  await finish(app, tx, batch);
}

/** Each step commits: what is done stays done, and whoever watches sees it. Safe to begin again. */
async function checkInSteps(app: Needs, id: Id<'bat'>): Promise<void> {
  const batch = await findBatch(app.db, id);
  if (batch?.state !== 'checking') return;
  const rules = await rulesOf(app, app.db, batch);
  for (let line = 0, checked = 0; ; ) {
    const last = await app.db.transaction().execute(async (tx) => {
      const next = await checkNext(tx, batch, rules, line);
      checked = Math.min(batch.total, checked + rowsAtOnce);
      await updateBatch(tx, id, { checked });
      if (checked % shortestUpdate === 0) await app.live.publish(tx, `batch:${id}`, { checked });
      return next;
    });
    if (last === undefined) break;
    line = last;
  }
  await app.db.transaction().execute((tx) => finish(app, tx, batch));
}

async function checkNext(tx: Tx, batch: Batch, rules: RowRules, after: number): Promise<number | undefined> {
  const rows = await listRowsAfter(tx, batch.id, after, rowsAtOnce);
  await updateChecked(
    tx,
    batch.id,
    rows.map((row) => checkRow(batch.columns, row, rules)),
  );
  return rows.at(-1)?.line;
}

async function finish(app: Needs, tx: Tx, batch: Batch): Promise<void> {
  await markDuplicates(tx, batch.id);
  await markAwardedBefore(tx, batch.id, batch.achievementId);
  await updateBatch(tx, batch.id, { state: 'preview', checked: batch.total });
  await app.live.publish(tx, `batch:${batch.id}`, { checked: batch.total });
}

export function checkRow(columns: Column[], row: Pick<BatchRow, 'line' | 'cells'>, rules: RowRules): CheckedRow {
  const { recipient, problems } = readRow(columns, row.cells, rules);
  const badAddress = problems.some(({ code }) => code.startsWith('email-') && code !== 'email-typing');
  return { line: row.line, problems, email: badAddress ? undefined : recipient.email };
}

export async function rulesOf(app: Pick<App, 'clock'>, db: App['db'], batch: Batch): Promise<RowRules> {
  const achievement = await findAchievement(db, batch.achievementId);
  return { evidenceRequired: achievement?.evidenceRequired ?? false, now: app.clock() };
}
