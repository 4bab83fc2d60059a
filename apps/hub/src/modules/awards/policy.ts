import { type Actor, mayIssueFor } from '../../kernel/actor.ts';
import type { ActorId } from '../../kernel/ids.ts';
import type { RefusalCode } from '../../kernel/refusal.ts';
import type { Achievement } from '../achievements/index.ts';
import { type Award, type AwardVerb, transitions } from './model.ts';

/** Why this actor may not award this achievement; null when they may. */
export function whyNotAward(actor: Actor, achievement: Achievement): RefusalCode | null {
  if (!mayIssueFor(actor, achievement.issuerId)) return 'award.not-an-issuer';
  return achievement.state === 'published' ? null : 'achievement.not-published';
}

/** Why the issuer may not do this to an award; null when they may. */
export function whyNotChange(actor: Actor, award: Award, verb: AwardVerb): RefusalCode | null {
  if (!mayIssueFor(actor, award.issuerId)) return 'award.not-an-issuer';
  if (transitions[verb].from.includes(award.state)) return null;
  return verb === 'withdraw' ? 'award.already-sent' : 'award.wrong-state';
}

/** Who may see an award with the recipient's personal data: who issues for the issuer, and the recipient. */
export function maySeeAward(actor: Actor, award: Award): boolean {
  if (actor.kind === 'person' && actor.personId === award.recipientId) return true;
  return mayIssueFor(actor, award.issuerId);
}

/** Why this actor may not see or change what an issuer awards; null when they may. */
export function whyNotIssue(actor: Actor, issuerId: ActorId): RefusalCode | null {
  return mayIssueFor(actor, issuerId) ? null : 'award.not-an-issuer';
}
