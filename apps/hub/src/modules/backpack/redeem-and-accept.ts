import type { Person } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import type { Id } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { lockAward, redeemCode } from '../awards/index.ts';
import { depositAward } from './accept-award.ts';
import type { Visibility } from './model.ts';

/** Takes a badge with a code: awarded, accepted and in the backpack, all or nothing. */
export async function redeemAndAccept(
  app: App,
  actor: Person,
  input: { code: string; email: string; visibility: Visibility },
): Promise<Id<'hld'>> {
  await app.limits.take(`redeem ${actor.personId}`, { capacity: 20, perMinute: 5 });
  return app.db.transaction().execute(async (tx) => {
    const { awardId } = await redeemCode(app, tx, actor, input.code, input.email);
    const award = await lockAward(tx, awardId);
    if (!award) throw new Refusal('award.not-found', { id: awardId });
    const { holdingId, events } = await depositAward(app, tx, actor, award, input.visibility);
    await record(app, tx, ...events);
    return holdingId;
  });
}
