import type { Actor } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import type { Id } from '../../kernel/ids.ts';
import { Refusal, type RefusalCode } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tables.ts';
import { refuseEnded } from '../actors/index.ts';
import { type Achievement, type AchievementState, missingParts } from './model.ts';
import { whyNotArchive, whyNotPublish, whyNotRestore } from './policy.ts';
import { findAchievement, listPublishedBefore, updateState } from './store.ts';

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
  if (to === 'published') await refuseEnded(app.db, achievement.issuerId);

  await app.db.transaction().execute(async (tx) => {
    const changed = await updateState(tx, achievement, to, app.clock());
    if (!changed) throw new Refusal('achievement.edited-elsewhere', { id });
    const replaced = step === 'publish' ? await archiveOlder(app, tx, achievement) : [];
    const onBehalfOf = achievement.issuerId;
    await record(
      app,
      tx,
      { verb, by: actor, about: id, onBehalfOf },
      ...replaced.map((older) => ({
        verb: transitions.archive.verb,
        by: actor,
        about: older,
        onBehalfOf,
        data: { replacedBy: id },
      })),
    );
  });
}

/** A newer version takes the place of the older ones; whoever holds an older one keeps it. */
async function archiveOlder(app: Needs, tx: Tx, achievement: Achievement): Promise<Id<'ach'>[]> {
  const older = await listPublishedBefore(tx, achievement);
  for (const version of older) await updateState(tx, version, 'archived', app.clock());
  return older.map(({ id }) => id);
}
