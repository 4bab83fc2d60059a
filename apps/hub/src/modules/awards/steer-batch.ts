import type { Actor } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import type { Id } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { setStandings } from '../credentials/index.ts';
import { type BatchState, isSteerable } from './batch-model.ts';
import { updateBatch } from './batch-store.ts';
import { lockForChange } from './change-batch.ts';
import { sendRows } from './send-batch.ts';
import { listWaitingOfBatch, updateStateOfAll } from './store.ts';

export type BatchVerb = 'pause' | 'resume' | 'stop';

const steps: Record<BatchVerb, { from: BatchState[]; to: BatchState }> = {
  pause: { from: ['running'], to: 'paused' },
  resume: { from: ['paused'], to: 'running' },
  stop: { from: ['running', 'paused'], to: 'stopped' },
};

/** Pauses, resumes or ends the awarding of a file. The rows in hand are finished first. */
export async function steerBatch(app: App, actor: Actor, id: Id<'bat'>, verb: BatchVerb): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    const { from, to } = steps[verb];
    const batch = await lockForChange(tx, actor, id, from);
    await updateBatch(tx, id, {
      state: to,
      haltReason: undefined,
      ...(verb === 'stop' ? { finishedAt: app.clock() } : {}),
    });
    if (verb === 'resume') await app.jobs.add(tx, sendRows, { batch: id });
    await app.live.publish(tx, `batch:${id}`, { state: to });
    await record(app, tx, { verb: `batch.${verb}`, by: actor, about: id, onBehalfOf: batch.issuerId });
  });
}

/** Takes back every award of the file whose letter has not left, and stops. Who has a letter keeps the badge. */
export async function takeBackBatch(app: App, actor: Actor, id: Id<'bat'>): Promise<number> {
  return app.db.transaction().execute(async (tx) => {
    const batch = await lockForChange(tx, actor, id, ['running', 'paused', 'done', 'stopped']);
    const awards = await listWaitingOfBatch(tx, id, app.clock());
    if (awards.length === 0 && !isSteerable(batch.state)) throw new Refusal('award.already-sent', { id });
    await updateStateOfAll(tx, awards, 'withdrawn', app.clock());
    for (const award of awards) await app.mail.withdraw(tx, award);
    await setStandings(app, tx, awards, 'revoked');
    await updateBatch(tx, id, { state: 'stopped', finishedAt: app.clock() });
    await app.live.publish(tx, `batch:${id}`, { state: 'stopped' });
    await record(
      app,
      tx,
      ...awards.map((about) => ({
        verb: 'award.withdraw',
        by: actor,
        about,
        onBehalfOf: batch.issuerId,
        data: { batch: id },
      })),
    );
    return awards.length;
  });
}
