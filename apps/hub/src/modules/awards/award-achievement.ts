import type { Actor } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import type { Id } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { findAchievement } from '../achievements/index.ts';
import { makeAwards, type Needs } from './make-awards.ts';
import type { Award, Recipient } from './model.ts';
import { whyNotAward } from './policy.ts';
import { findAwardOnce } from './store.ts';

export interface AwardAchievement {
  achievementId: Id<'ach'>;
  recipients: Recipient[];
  message?: string;
  /** Until then it can be taken back; the hub's undo time unless said. */
  sendAt?: Date;
  /** For one recipient: asked for twice with the same id, it is made once. */
  id?: Id<'awd'>;
}

/** Awards an achievement to one person or a few. Long lists go through a batch. */
export async function awardAchievement(
  app: Needs & Pick<App, 'config'>,
  actor: Actor,
  input: AwardAchievement,
): Promise<Award[]> {
  const achievement = await findAchievement(app.db, input.achievementId);
  if (!achievement) throw new Refusal('achievement.not-found', { id: input.achievementId });
  const reason = whyNotAward(actor, achievement);
  if (reason) throw new Refusal(reason, { id: achievement.id });
  if (input.recipients.length === 0) throw new Refusal('award.no-recipients');
  if (achievement.evidenceRequired && input.recipients.some((recipient) => !recipient.evidence?.length)) {
    throw new Refusal('award.evidence-missing', { id: achievement.id });
  }

  const sendAt = input.sendAt ?? new Date(app.clock().getTime() + app.config.undoSeconds * 1000);
  const { id, recipients, message = '' } = input;
  return app.db.transaction().execute(async (tx) => {
    const before = id && (await findAwardOnce(tx, id));
    if (before) return [before];
    return makeAwards(app, tx, actor, achievement, { recipients, message, sendAt, id });
  });
}
