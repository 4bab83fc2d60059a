import { createHash } from 'node:crypto';
import { type Actor, actorId } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import type { Id, PersonId } from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/tables.ts';
import { type Achievement, lockAchievement } from '../achievements/index.ts';
import { findActor } from '../actors/index.ts';
import { issueCredentials } from '../credentials/index.ts';
import { awardLetter } from './award-letter.ts';
import { type Award, addMonths, claimTermDays, type Recipient } from './model.ts';
import { noteSent } from './note-sent.ts';
import { type ClaimSecret, insertAwards } from './store.ts';

export type Needs = Pick<App, 'clock' | 'db' | 'files' | 'jobs' | 'keys' | 'mail' | 'messages' | 'newId' | 'random' | 'urls'>;

export interface AwardOrder {
  recipients: (Recipient & { batchLine?: number })[];
  batchId?: Id<'bat'>;
  message: string;
  sendAt: Date;
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
  const now = app.clock();
  const awards = order.recipients.map((recipient) => prepare(app, actor, achievement, order, recipient, now));
  if (!achievement.lockedAt) await lockAchievement(tx, achievement.id, now);
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
  const issuer = await findActor(tx, achievement.issuerId);
  const letters = awards.map((award) => awardLetter(app, achievement, issuer?.name ?? '', award));
  await app.mail.postAll(tx, letters, { at: order.sendAt });
  await app.jobs.add(tx, noteSent, {}, { at: order.sendAt });
  const events = awards.map((award) => ({
    verb: 'award.made',
    by: actor,
    about: award.id,
    onBehalfOf: achievement.issuerId,
    data: { achievement: achievement.id },
  }));
  await record(app, tx, ...events);
  return awards;
}

function prepare(
  app: Needs,
  actor: Actor,
  achievement: Achievement,
  order: AwardOrder,
  recipient: AwardOrder['recipients'][number],
  now: Date,
): MadeAward {
  const id = app.newId('awd');
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
    state: 'scheduled',
    recipientName: recipient.name,
    recipientEmail: recipient.email,
    narrative: recipient.narrative ?? '',
    evidence: recipient.evidence ?? [],
    fields: recipient.fields ?? {},
    activityStart: recipient.activityStart,
    activityEnd: recipient.activityEnd,
    message: order.message,
    awardedAt,
    validUntil,
    sendAt: order.sendAt,
    stateChangedAt: now,
    claimExpiresAt: new Date(order.sendAt.getTime() + claimTermDays * 86_400_000),
    demo: achievement.demo,
    awardedBy: actorId(actor) as PersonId | undefined,
    createdAt: now,
  };
}

export function claimTokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
