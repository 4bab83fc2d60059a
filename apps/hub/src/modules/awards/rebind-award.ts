import type { Actor } from '../../kernel/actor.ts';
import { record } from '../../kernel/event.ts';
import type { Id } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { findAchievement } from '../achievements/index.ts';
import { setStandings } from '../credentials/index.ts';
import { type Needs as MakingNeeds, makeAwards } from './make-awards.ts';
import { type Award, transitions } from './model.ts';
import { whyNotAward, whyNotChange } from './policy.ts';
import { lockAward, updateAwardState } from './store.ts';

/**
 * Makes out an award that nobody accepted to another address. The hash of the address is inside what was signed, so the
 * old award is taken back, its link ends, and a new one takes its place.
 */
export async function rebindAward(app: MakingNeeds, actor: Actor, id: Id<'awd'>, email: string): Promise<Award> {
  return app.db.transaction().execute(async (tx) => {
    const award = await lockAward(tx, id);
    if (!award) throw new Refusal('award.not-found', { id });
    const achievement = await findAchievement(tx, award.achievementId);
    if (!achievement) throw new Refusal('achievement.not-found', { id: award.achievementId });
    const reason = whyNotChange(actor, award, 'rebind') ?? whyNotAward(actor, achievement);
    if (reason) throw new Refusal(reason, { id });
    if (award.recipientEmail === email) throw new Refusal('award.same-address', { id });

    const { from, to } = transitions.rebind;
    await updateAwardState(tx, id, from, to, { at: app.clock() });
    await app.mail.withdraw(tx, id);
    await setStandings(app, tx, [id], 'revoked');
    const [made] = await makeAwards(app, tx, actor, achievement, {
      recipients: [{ ...recipientOf(award), email }],
      message: award.message,
      sendAt: award.sendAt > app.clock() ? award.sendAt : app.clock(),
      replaces: id,
    });
    if (!made) throw new Error('an award takes the place of another one');
    await record(app, tx, {
      verb: 'award.rebind',
      by: actor,
      about: id,
      onBehalfOf: award.issuerId,
      data: { replacement: made.id },
    });
    return made;
  });
}

function recipientOf(award: Award) {
  return {
    name: award.recipientName,
    narrative: award.narrative,
    evidence: award.evidence,
    fields: award.fields,
    activityStart: award.activityStart,
    activityEnd: award.activityEnd,
    awardedAt: award.awardedAt,
    validUntil: award.validUntil,
  };
}
