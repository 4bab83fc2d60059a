import { z } from 'zod';
import { type Actor, actorId } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import type { Id, PersonId } from '../../kernel/ids.ts';
import type { Job } from '../../kernel/jobs.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tables.ts';
import { actorOf } from '../accounts/index.ts';
import { type Achievement, findAchievement } from '../achievements/index.ts';
import type { Batch, BatchRow } from './batch-model.ts';
import { leaveOutAwarded, lockReadyRows, updateAwarded } from './batch-row-store.ts';
import { countBatch, findBatch, lockBatch, updateBatch } from './batch-store.ts';
import { lockForChange } from './change-batch.ts';
import { rulesOf } from './check-batch.ts';
import { type RowRules, readRow } from './csv/read-row.ts';
import { makeAwards } from './make-awards.ts';
import { whyNotAward } from './policy.ts';

export interface SendBatch {
  message: string;
  /** When the letters leave; the hub's undo time from now unless said. */
  sendAt?: Date;
  /** Whom the badge went to before gets none. */
  leaveOutAwarded: boolean;
}

/** Starts awarding the rows that are ready. Rows with problems stay behind and can follow later. */
export async function sendBatch(app: App, actor: Actor, id: Id<'bat'>, input: SendBatch): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    const batch = await lockForChange(tx, actor, id, ['preview', 'done', 'stopped']);
    const achievement = await findAchievement(tx, batch.achievementId);
    if (!achievement) throw new Refusal('achievement.not-found', { id: batch.achievementId });
    const reason = whyNotAward(actor, achievement);
    if (reason) throw new Refusal(reason, { id: achievement.id });
    if (input.leaveOutAwarded) await leaveOutAwarded(tx, id);
    const { ready } = await countBatch(tx, id);
    if (ready === 0) throw new Refusal('award.no-recipients');

    const now = app.clock();
    await updateBatch(tx, id, {
      state: 'running',
      message: input.message,
      sendAt: input.sendAt ?? new Date(now.getTime() + app.config.undoSeconds * 1000),
      haltReason: undefined,
      startedBy: actorId(actor) as PersonId,
      startedAt: now,
      finishedAt: undefined,
    });
    await app.jobs.add(tx, sendRows, { batch: id });
    await record(app, tx, {
      verb: 'batch.started',
      by: actor,
      about: id,
      onBehalfOf: batch.issuerId,
      data: { rows: ready },
    });
  });
}

/** Rows signed in one transaction: a kill loses at most these, and they are made again. */
export const rowsAtOnce = 100;

/**
 * Awards the rows of a batch. It can be killed and begun again at any time: a row and its award are written in one
 * transaction, and `unique (batch, batch_line)` stands behind that.
 */
export const sendRows: Job<{ batch: string }> = {
  name: 'awards.send-batch',
  payload: z.strictObject({ batch: z.string() }),
  async run(app, payload) {
    const id = payload.batch as Id<'bat'>;
    while (await sendNext(app, id)) {
      // each turn awards some rows
    }
  },
};

async function sendNext(app: App, id: Id<'bat'>): Promise<boolean> {
  const plan = await planFor(app, id);
  if (!plan) return false;
  return app.db.transaction().execute(async (tx) => {
    // whoever wants to pause or stop it waits for these rows and no longer
    const batch = await lockBatch(tx, id);
    if (batch?.state !== 'running') return false;
    if ('halt' in plan) {
      await updateBatch(tx, id, { state: 'paused', haltReason: plan.halt });
      return false;
    }
    const rows = await lockReadyRows(tx, id, rowsAtOnce);
    if (rows.length === 0) {
      await finish(app, tx, plan.actor, batch);
      return false;
    }
    await awardRows(app, tx, plan, batch, rows);
    return true;
  });
}

interface Plan {
  actor: Actor;
  achievement: Achievement;
  rules: RowRules;
}

/** Asked before every step: the right to award can end while a long file goes out. */
async function planFor(app: App, id: Id<'bat'>): Promise<Plan | { halt: string } | undefined> {
  const batch = await findBatch(app.db, id);
  if (!batch?.startedBy) return undefined;
  const actor = await actorOf(app, batch.startedBy);
  if (!actor) return { halt: 'award.not-an-issuer' };
  const achievement = await findAchievement(app.db, batch.achievementId);
  if (!achievement) return { halt: 'achievement.not-found' };
  const halt = whyNotAward(actor, achievement);
  return halt ? { halt } : { actor, achievement, rules: await rulesOf(app, app.db, batch) };
}

async function awardRows(app: App, tx: Tx, plan: Plan, batch: Batch, rows: BatchRow[]): Promise<void> {
  const now = app.clock();
  const awards = await makeAwards(app, tx, plan.actor, plan.achievement, {
    batchId: batch.id,
    recipients: rows.map((row) => ({
      ...readRow(batch.columns, row.cells, plan.rules).recipient,
      batchLine: row.line,
    })),
    message: batch.message,
    sendAt: batch.sendAt && batch.sendAt > now ? batch.sendAt : now,
    alongside: async (made) => {
      await updateAwarded(
        tx,
        batch.id,
        made.map((award) => ({ id: award.id, line: award.batchLine ?? 0 })),
      );
      await app.live.publish(tx, `batch:${batch.id}`, { made: made.length });
    },
  });
  if (awards.length !== rows.length) throw new Error('every row has an award');
}

async function finish(app: App, tx: Tx, actor: Actor, batch: Batch): Promise<void> {
  await updateBatch(tx, batch.id, { state: 'done', finishedAt: app.clock() });
  const { signed } = await countBatch(tx, batch.id);
  await app.live.publish(tx, `batch:${batch.id}`, { made: 0 });
  await app.live.publish(tx, `person:${batch.startedBy}`, {
    key: 'awards.batch.finished',
    name: batch.name,
    count: signed,
    href: `/batches/${batch.id}/progress`,
  });
  await record(app, tx, {
    verb: 'batch.finished',
    by: actor,
    about: batch.id,
    onBehalfOf: batch.issuerId,
    data: { awards: signed },
  });
}
