import type { Actor, Person } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import type { ActorId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { refuseEnded } from '../actors/index.ts';
import { type Achievement, type AchievementContent, emptyContent } from './model.ts';
import { whyNotDefine } from './policy.ts';
import { insertAchievement } from './store.ts';

type Needs = Pick<App, 'clock' | 'db' | 'newId'>;

/** Begins a draft. It may be incomplete; publishing is what asks for everything. */
export async function defineAchievement(
  app: Needs,
  actor: Actor,
  issuerId: ActorId,
  content: Partial<AchievementContent>,
): Promise<Achievement> {
  const reason = whyNotDefine(actor, issuerId);
  if (reason) throw new Refusal(reason, { issuer: issuerId });
  await refuseEnded(app.db, issuerId);

  const id = app.newId('ach');
  const now = app.clock();
  const achievement: Achievement = {
    ...emptyContent,
    ...content,
    id,
    series: id,
    version: 1,
    issuerId,
    state: 'draft',
    revision: 1,
    demo: false,
    createdBy: (actor as Partial<Person>).personId,
    createdAt: now,
    changedAt: now,
  };
  await app.db.transaction().execute(async (tx) => {
    await insertAchievement(tx, achievement);
    await record(app, tx, { verb: 'achievement.defined', by: actor, about: id, onBehalfOf: issuerId });
  });
  return achievement;
}
