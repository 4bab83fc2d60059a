import { type Actor, system } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import type { Id } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tables.ts';
import { listVerifiedEmails } from '../accounts/index.ts';
import { findAchievement } from '../achievements/index.ts';
import { findActor } from '../actors/index.ts';
import { type Award, lockAward, updateAwardState } from '../awards/index.ts';
import { mayUndoDecline, undoMinutes } from './claim-model.ts';

type Needs = Pick<App, 'clock' | 'db' | 'mail' | 'messages' | 'newId' | 'urls'>;

/**
 * The recipient says no. Whoever awarded it is told by a letter, after the time in which the no can be taken back.
 * The caller has made sure that this is the recipient.
 */
export async function declineAward(app: Needs, actor: Actor, id: Id<'awd'>, reason: string): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    const award = await lockAward(tx, id);
    if (!award) throw new Refusal('award.not-found', { id });
    if (award.state === 'declined') return;
    const at = app.clock();
    const from: Award['state'][] = ['scheduled', 'sent', 'opened', 'bounced'];
    const declined = await updateAwardState(tx, id, from, 'declined', { at, reason: reason || undefined });
    if (!declined) throw new Refusal('award.already-decided', { id });
    await app.mail.withdraw(tx, id);
    await tellAwarder(app, tx, award, reason);
    await record(app, tx, { verb: 'award.declined', by: actingOr(actor), about: id, onBehalfOf: award.issuerId });
  });
}

/** Taken back while the issuer has not heard of it. */
export async function reopenAward(app: Needs, actor: Actor, id: Id<'awd'>): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    const award = await lockAward(tx, id);
    if (!award) throw new Refusal('award.not-found', { id });
    if (award.state !== 'declined') return;
    if (!mayUndoDecline(award, app.clock())) throw new Refusal('award.already-decided', { id });
    await updateAwardState(tx, id, ['declined'], 'opened', { at: app.clock() });
    await app.mail.withdraw(tx, id);
    await record(app, tx, { verb: 'award.reopened', by: actingOr(actor), about: id, onBehalfOf: award.issuerId });
  });
}

const actingOr = (actor: Actor): Actor => (actor.kind === 'visitor' ? system : actor);

async function tellAwarder(app: Needs, tx: Tx, award: Award, reason: string): Promise<void> {
  const [to] = award.awardedBy ? await listVerifiedEmails(tx, award.awardedBy) : [];
  const achievement = await findAchievement(tx, award.achievementId);
  const awarder = award.awardedBy && (await findActor(tx, award.awardedBy));
  if (!to || !achievement || !awarder) return;
  const values = { badge: achievement.name, recipient: award.recipientName ?? award.recipientEmail ?? '', reason };
  const say = (key: string) => app.messages.say(awarder.lang, `backpack.declined.letter.${key}`, values);
  const letter = {
    to,
    subject: say('subject'),
    text: [say('body'), reason ? say('reason') : say('no-reason')].join('\n\n'),
    action: { label: say('action'), url: app.urls.page(`/awards/${award.id}`) },
    about: award.id,
    lang: awarder.lang,
  };
  await app.mail.post(tx, letter, { at: new Date(app.clock().getTime() + undoMinutes * 60_000) });
}
