import type { Person } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import type { Id } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { findAchievement } from '../achievements/index.ts';
import { findActor } from '../actors/index.ts';
import { letterOf } from './award-letter.ts';
import { listRows } from './batch-row-store.ts';
import { updateBatch } from './batch-store.ts';
import { lockForChange } from './change-batch.ts';
import { rulesOf } from './check-batch.ts';
import { readRow } from './csv/read-row.ts';

type Needs = Pick<App, 'clock' | 'db' | 'limits' | 'mail' | 'messages' | 'newId' | 'urls'>;

/** Sends the letter as the first recipient would get it to who asks. No award is made, and its link leads to the badge only. */
export async function postProof(app: Needs, actor: Person, id: Id<'bat'>, message: string): Promise<string> {
  const [to] = actor.emails;
  if (!to) throw new Refusal('account.email-unverified');
  await app.limits.take(`proof ${actor.personId}`, { capacity: 10, perMinute: 1 });
  await app.db.transaction().execute(async (tx) => {
    const batch = await lockForChange(tx, actor, id, ['preview', 'done', 'stopped']);
    const achievement = await findAchievement(tx, batch.achievementId);
    if (!achievement) throw new Refusal('achievement.not-found', { id: batch.achievementId });
    const issuer = await findActor(tx, batch.issuerId);
    const [row] = await listRows(tx, id, 'all', { offset: 0, limit: 1 });
    const { recipient } = readRow(batch.columns, row?.cells ?? [], await rulesOf(app, tx, batch));
    await updateBatch(tx, id, { message });
    await app.mail.post(
      tx,
      letterOf(app, achievement, {
        to,
        issuer: issuer?.name ?? '',
        name: recipient.name,
        message: recipient.message ?? message,
        url: app.urls.achievement(achievement.id),
        about: id,
        isProof: true,
      }),
    );
    await record(app, tx, { verb: 'batch.proof-sent', by: actor, about: id, onBehalfOf: batch.issuerId });
  });
  return to;
}
