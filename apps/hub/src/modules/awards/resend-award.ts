import type { Actor } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import type { Id } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { findAchievement } from '../achievements/index.ts';
import { findActor } from '../actors/index.ts';
import { awardLetter } from './award-letter.ts';
import { claimTermDays } from './model.ts';
import { whyNotChange } from './policy.ts';
import { lockAward, readClaimToken, updateResent } from './store.ts';

type Needs = Pick<App, 'clock' | 'db' | 'keys' | 'limits' | 'mail' | 'messages' | 'newId' | 'urls'>;

/** Sends the same letter with the same link once more; the link works for its whole term again. */
export async function resendAward(app: Needs, actor: Actor, id: Id<'awd'>): Promise<void> {
  await app.limits.take(`resend ${id}`, { capacity: 3, perMinute: 0.05 });
  await app.db.transaction().execute(async (tx) => {
    const award = await lockAward(tx, id);
    if (!award) throw new Refusal('award.not-found', { id });
    const reason = whyNotChange(actor, award, 'resend');
    if (reason) throw new Refusal(reason, { id });
    const sealed = await readClaimToken(tx, id);
    const achievement = await findAchievement(tx, award.achievementId);
    if (!sealed || !achievement || !award.recipientEmail) throw new Refusal('award.wrong-state', { id });

    const issuer = await findActor(tx, award.issuerId);
    const token = Buffer.from(app.keys.open(sealed, `claim ${id}`)).toString();
    const now = app.clock();
    await app.mail.withdraw(tx, id);
    await app.mail.post(tx, awardLetter(app, achievement, issuer?.name ?? '', { ...award, token }));
    await updateResent(tx, id, now, new Date(now.getTime() + claimTermDays * 86_400_000));
    await record(app, tx, { verb: 'award.resend', by: actor, about: id, onBehalfOf: award.issuerId });
  });
}
