import type { Actor } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import type { Id } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { type AchievementContent, missingParts } from './model.ts';
import { whyNotEdit } from './policy.ts';
import { findAchievement, updateContent } from './store.ts';

type Needs = Pick<App, 'clock' | 'db' | 'newId'>;

/**
 * Saves an edit that started from `revision`. When somebody else saved in between, nothing is overwritten:
 * `achievement.edited-elsewhere`, and the form keeps what was typed.
 */
export async function editAchievement(
  app: Needs,
  actor: Actor,
  id: Id<'ach'>,
  edit: { content: AchievementContent; revision: number },
): Promise<void> {
  const achievement = await findAchievement(app.db, id);
  if (!achievement) throw new Refusal('achievement.not-found', { id });
  const reason = whyNotEdit(actor, achievement);
  if (reason) throw new Refusal(reason, { id });
  const missing = missingParts(edit.content);
  if (achievement.state === 'published' && missing.length > 0) {
    throw new Refusal('achievement.incomplete', { id, missing: missing.join(', ') });
  }

  await app.db.transaction().execute(async (tx) => {
    const saved = await updateContent(tx, id, edit.content, edit.revision, app.clock());
    if (!saved) throw new Refusal('achievement.edited-elsewhere', { id });
    await record(app, tx, { verb: 'achievement.edited', by: actor, about: id, onBehalfOf: achievement.issuerId });
  });
}
