import { createHash } from 'node:crypto';
import { type Actor, actorId } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import type { Id, PersonId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tables.ts';
import { type Achievement, lockAchievement } from '../achievements/index.ts';
import { findActor, refuseEnded } from '../actors/index.ts';
import { issueCredentials } from '../credentials/index.ts';
import { awardLetter } from './award-letter.ts';
import { type Award, addMonths, claimTermDays, type Recipient } from './model.ts';
import { noteSent } from './note-sent.ts';
import { type ClaimSecret, insertAwards } from './store.ts';

export type Needs = Pick<
  App,
  'clock' | 'db' | 'files' | 'jobs' | 'keys' | 'mail' | 'messages' | 'newId' | 'random' | 'urls'
>;

export interface AwardOrder {
  recipients: (Recipient & { batchLine?: number })[];
  batchId?: Id<'bat'>;
  message: string;
  sendAt: Date;
  /** The id of a single award that was asked for before: asking twice gives one. */
  id?: Id<'awd'>;
  replaces?: Id<'awd'>;
  /** Somebody took it with a code: they are here, so no letter is needed. */
  taken?: { code: Id<'cod'>; by: PersonId; offeredBy: PersonId };
  /** What else is written in the transaction, before the event log is locked for all. */
  alongside?: (awards: Award[]) => Promise<void>;
}

interface MadeAward extends Award {
  claim: ClaimSecret;
  token: string;
}

/**
 * Makes awards of one achievement, signs their credentials and posts one letter each, all in the caller's transaction.
 * The policy was asked by the use case that calls this.
 */
export async function makeAwards(
  app: Needs,
  tx: Tx,
  actor: Actor,
  achievement: Achievement,
  order: AwardOrder,
): Promise<Award[]> {
  await refuseEnded(tx, achievement.issuerId);
  const now = app.clock();
  const awards = order.recipients.map((recipient) => prepare(app, actor, achievement, order, recipient, now));
  if (!achievement.lockedAt && !(await lockAchievement(tx, achievement, now))) {
    throw new Refusal('achievement.edited-elsewhere', { id: achievement.id });
  }
  await insertAwards(tx, awards);
  await issueCredentials(
    app,
    tx,
    achievement,
    awards.map((award) => ({
      awardId: award.id,
      email: award.recipientEmail ?? '',
      name: award.recipientName,
      narrative: award.narrative,
      evidence: award.evidence,
      activityStart: award.activityStart ? new Date(`${award.activityStart}T00:00:00Z`) : undefined,
      activityEnd: award.activityEnd ? new Date(`${award.activityEnd}T00:00:00Z`) : undefined,
      awardedAt: award.awardedAt,
      validUntil: award.validUntil,
    })),
  );
  if (!order.taken) await postLetters(app, tx, achievement, awards, order.sendAt);
  await order.alongside?.(awards);
  const events = awards.map((award) => ({
    verb: 'award.made',
    by: actor,
    about: award.id,
    onBehalfOf: achievement.issuerId,
    data: eventFacts(achievement, order),
  }));
  await record(app, tx, ...events);
  return awards;
}

async function postLetters(
  app: Needs,
  tx: Tx,
  achievement: Achievement,
  awards: MadeAward[],
  sendAt: Date,
): Promise<void> {
  const issuer = await findActor(tx, achievement.issuerId);
  const letters = awards.map((award) => awardLetter(app, achievement, issuer?.name ?? '', award));
  await app.mail.postAll(tx, letters, { at: sendAt });
  await app.jobs.add(tx, noteSent, {}, { at: sendAt });
}

function prepare(
  app: Needs,
  actor: Actor,
  achievement: Achievement,
  order: AwardOrder,
  recipient: AwardOrder['recipients'][number],
  now: Date,
): MadeAward {
  const id = order.id ?? app.newId('awd');
  const token = Buffer.from(app.random(24)).toString('base64url');
  const awardedAt = recipient.awardedAt ?? now;
  const validUntil =
    recipient.validUntil ?? (achievement.validMonths ? addMonths(awardedAt, achievement.validMonths) : undefined);
  return {
    id,
    token,
    claim: { hash: claimTokenHash(token), sealed: app.keys.seal(Buffer.from(token), `claim ${id}`) },
    achievementId: achievement.id,
    issuerId: achievement.issuerId,
    batchId: order.batchId,
    batchLine: recipient.batchLine,
    state: order.taken ? 'opened' : 'scheduled',
    recipientName: recipient.name,
    recipientEmail: recipient.email,
    narrative: recipient.narrative ?? '',
    evidence: recipient.evidence ?? [],
    fields: recipient.fields ?? {},
    activityStart: recipient.activityStart,
    activityEnd: recipient.activityEnd,
    message: recipient.message ?? order.message,
    awardedAt,
    validUntil,
    sendAt: order.sendAt,
    ...(order.taken ? { recipientId: order.taken.by, claimCode: order.taken.code, sentAt: now, openedAt: now } : {}),
    replaces: order.replaces,
    stateChangedAt: now,
    claimExpiresAt: new Date(order.sendAt.getTime() + claimTermDays * 86_400_000),
    demo: achievement.demo,
    awardedBy: order.taken?.offeredBy ?? (actorId(actor) as PersonId | undefined),
    createdAt: now,
  };
}

function eventFacts(achievement: Achievement, order: AwardOrder): Record<string, string> {
  return {
    achievement: achievement.id,
    ...(order.batchId ? { batch: order.batchId } : {}),
    ...(order.replaces ? { replaces: order.replaces } : {}),
    ...(order.taken ? { code: order.taken.code } : {}),
  };
}

export function claimTokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
