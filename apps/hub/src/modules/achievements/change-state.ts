import type { Actor } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import type { Id } from '../../kernel/ids.ts';
import { Refusal, type RefusalCode } from '../../kernel/refusal.ts';
import type { Achievement, AchievementState } from './model.ts';
import { missingParts } from './model.ts';
import { whyNotArchive, whyNotPublish, whyNotRestore } from './policy.ts';
import { findAchievement, updateState } from './store.ts';

type Needs = Pick<App, 'clock' | 'db' | 'newId'>;

export type AchievementStep = 'publish' | 'archive' | 'restore';

interface Transition {
  to: AchievementState;
  verb: string;
  whyNot: (actor: Actor, achievement: Achievement) => RefusalCode | null;
}

/** draft → published → archived ⇄ published. Nothing is ever deleted: people hold what was awarded. */
export const transitions: Record<AchievementStep, Transition> = {
  publish: { to: 'published', verb: 'achievement.published', whyNot: whyNotPublish },
  archive: { to: 'archived', verb: 'achievement.archived', whyNot: whyNotArchive },
  restore: { to: 'published', verb: 'achievement.restored', whyNot: whyNotRestore },
};

export async function changeState(app: Needs, actor: Actor, id: Id<'ach'>, step: AchievementStep): Promise<void> {
  const achievement = await findAchievement(app.db, id);
  if (!achievement) throw new Refusal('achievement.not-found', { id });
  const { to, verb, whyNot } = transitions[step];
  const reason = whyNot(actor, achievement);
  if (reason) throw new Refusal(reason, { id, missing: missingParts(achievement).join(', ') });

  await app.db.transaction().execute(async (tx) => {
    const changed = await updateState(tx, id, achievement.state, to, app.clock());
    if (!changed) throw new Refusal('achievement.edited-elsewhere', { id });
    await record(app, tx, { verb, by: actor, about: id, onBehalfOf: achievement.issuerId });
  });
}
