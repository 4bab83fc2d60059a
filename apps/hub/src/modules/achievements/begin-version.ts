import type { Actor, Person } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import type { Id } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { refuseEnded } from '../actors/index.ts';
import type { Achievement } from './model.ts';
import { whyNotDefine } from './policy.ts';
import { findAchievement, findDraftOf, insertAchievement, nextVersionNumber } from './store.ts';

type Needs = Pick<App, 'clock' | 'db' | 'newId'>;

/**
 * Begins the next version of a published or locked achievement as a draft, or returns the one already begun.
 * Whoever earned an older version keeps exactly that one.
 */
export async function beginVersion(app: Needs, actor: Actor, id: Id<'ach'>): Promise<Achievement> {
  const from = await findAchievement(app.db, id);
  if (!from) throw new Refusal('achievement.not-found', { id });
  const reason = whyNotDefine(actor, from.issuerId);
  if (reason) throw new Refusal(reason, { id });
  await refuseEnded(app.db, from.issuerId);

  return app.db.transaction().execute(async (tx) => {
    const version = await nextVersionNumber(tx, from.series);
    const begun = await findDraftOf(tx, from.series);
    if (begun) return begun;
    const now = app.clock();
    const next: Achievement = {
      ...from,
      id: app.newId('ach'),
      version,
      state: 'draft',
      revision: 1,
      createdBy: (actor as Partial<Person>).personId,
      createdAt: now,
      changedAt: now,
      publishedAt: undefined,
      archivedAt: undefined,
      lockedAt: undefined,
    };
    await insertAchievement(tx, next);
    await record(app, tx, {
      verb: 'achievement.version-begun',
      by: actor,
      about: next.id,
      onBehalfOf: from.issuerId,
      data: { from: id, version },
    });
    return next;
  });
}
