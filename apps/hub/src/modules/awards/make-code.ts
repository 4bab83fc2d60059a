import { type Actor, actorId } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import type { Id, PersonId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { type Achievement, findAchievement } from '../achievements/index.ts';
import { type ClaimCode, drawCode } from './code-model.ts';
import { findCodeById, insertCode, updateClosed } from './code-store.ts';
import { whyNotAward, whyNotIssue } from './policy.ts';

type Needs = Pick<App, 'clock' | 'db' | 'newId' | 'random'>;

export interface MakeCode {
  achievementId: Id<'ach'>;
  label: string;
  useLimit?: number;
  opensAt?: Date;
  closesAt?: Date;
}

/** Makes a code with which people take the badge by themselves. */
export async function makeCode(app: Needs, actor: Actor, input: MakeCode): Promise<ClaimCode> {
  const achievement = await issuable(app, actor, input.achievementId);
  // a badge that asks for evidence cannot be taken by somebody who shows none
  if (achievement.evidenceRequired) throw new Refusal('award.evidence-missing', { id: achievement.id });
  if (input.closesAt && input.closesAt <= (input.opensAt ?? app.clock())) throw new Refusal('code.window-backwards');
  const code: ClaimCode = {
    ...input,
    id: app.newId('cod'),
    code: drawCode(app.random),
    uses: 0,
    createdBy: actorId(actor) as PersonId,
    createdAt: app.clock(),
  };
  await app.db.transaction().execute(async (tx) => {
    await insertCode(tx, code);
    await record(app, tx, {
      verb: 'code.made',
      by: actor,
      about: code.id,
      onBehalfOf: achievement.issuerId,
      data: { achievement: achievement.id },
    });
  });
  return code;
}

/** Nobody can take the badge with it any more. Who did keeps it. */
export async function closeCode(app: Needs, actor: Actor, id: Id<'cod'>): Promise<ClaimCode> {
  const code = await findCodeById(app.db, id);
  if (!code) throw new Refusal('code.not-found');
  const achievement = await findAchievement(app.db, code.achievementId);
  const reason = achievement && whyNotIssue(actor, achievement.issuerId);
  if (reason) throw new Refusal(reason, { id });
  await app.db.transaction().execute(async (tx) => {
    if (!(await updateClosed(tx, id, app.clock()))) throw new Refusal('code.closed');
    await record(app, tx, { verb: 'code.closed', by: actor, about: id, onBehalfOf: achievement?.issuerId });
  });
  return code;
}

async function issuable(app: Needs, actor: Actor, id: Id<'ach'>): Promise<Achievement> {
  const achievement = await findAchievement(app.db, id);
  if (!achievement) throw new Refusal('achievement.not-found', { id });
  const reason = whyNotAward(actor, achievement);
  if (reason) throw new Refusal(reason, { id });
  return achievement;
}
