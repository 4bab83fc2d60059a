import type { Batch, BatchCounts } from './batch-model.ts';

/** Whole minutes until the last row is signed, at the pace so far; undefined while there is none to speak of. */
export function timeLeft(
  batch: Pick<Batch, 'startedAt'>,
  counts: Pick<BatchCounts, 'signed' | 'ready'>,
  now: Date,
): number | undefined {
  const gone = batch.startedAt ? now.getTime() - batch.startedAt.getTime() : 0;
  if (gone <= 0 || counts.signed === 0) return undefined;
  return Math.max(1, Math.round(((gone / counts.signed) * counts.ready) / 60_000));
}
