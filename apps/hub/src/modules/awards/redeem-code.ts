import type { Person } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tables.ts';
import { findAchievement } from '../achievements/index.ts';
import { whyNotRedeem } from './code-model.ts';
import { addUse, findAwardByCode, lockCode } from './code-store.ts';
import { makeAwards, type Needs } from './make-awards.ts';

export interface Redeemed {
  awardId: Id<'awd'>;
  /** This person used the code before; nothing new was made. */
  again: boolean;
}

/**
 * Takes a badge with a code, in the caller's transaction. The code's row is locked first: of two people who take the
 * last place at once, one gets it; one person gets one award, however often the button is pressed.
 *
 * `email` is one of the person's verified addresses. The award waits, opened, for being accepted. Who guesses codes is
 * slowed down by the caller.
 */
export async function redeemCode(app: Needs, tx: Tx, actor: Person, typed: string, email: string): Promise<Redeemed> {
  if (!actor.emails.includes(email)) throw new Refusal('account.email-unverified');
  const code = await lockCode(tx, typed);
  if (!code) throw new Refusal('code.not-found');
  const before = await findAwardByCode(tx, code.id, actor.personId);
  if (before) return { awardId: before, again: true };
  const reason = whyNotRedeem(code, app.clock());
  if (reason) throw new Refusal(reason);
  const achievement = await findAchievement(tx, code.achievementId);
  if (achievement?.state !== 'published') throw new Refusal('code.closed');

  await addUse(tx, code.id);
  const [award] = await makeAwards(app, tx, actor, achievement, {
    recipients: [{ email, name: actor.name }],
    message: '',
    sendAt: app.clock(),
    taken: { code: code.id, by: actor.personId, offeredBy: code.createdBy },
  });
  if (!award) throw new Error('a code gives an award');
  return { awardId: award.id, again: false };
}
