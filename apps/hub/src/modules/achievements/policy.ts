import { type Actor, mayIssueFor } from '../../kernel/actor.ts';
import type { ActorId } from '../../kernel/ids.ts';
import type { RefusalCode } from '../../kernel/refusal.ts';
import { type Achievement, missingParts } from './model.ts';

/** Why this actor may not make achievements for this issuer; null when they may. */
export function whyNotDefine(actor: Actor, issuerId: ActorId): RefusalCode | null {
  return mayIssueFor(actor, issuerId) ? null : 'achievement.not-an-issuer';
}

export function whyNotEdit(actor: Actor, achievement: Achievement): RefusalCode | null {
  if (!mayIssueFor(actor, achievement.issuerId)) return 'achievement.not-an-issuer';
  if (achievement.lockedAt) return 'achievement.locked';
  if (achievement.state === 'archived') return 'achievement.not-a-draft';
  return null;
}

export function whyNotPublish(actor: Actor, achievement: Achievement): RefusalCode | null {
  if (!mayIssueFor(actor, achievement.issuerId)) return 'achievement.not-an-issuer';
  if (achievement.state !== 'draft') return 'achievement.not-a-draft';
  if (missingParts(achievement).length > 0) return 'achievement.incomplete';
  return null;
}

export function whyNotArchive(actor: Actor, achievement: Achievement): RefusalCode | null {
  if (!mayIssueFor(actor, achievement.issuerId)) return 'achievement.not-an-issuer';
  return achievement.state === 'published' ? null : 'achievement.not-published';
}

export function whyNotRestore(actor: Actor, achievement: Achievement): RefusalCode | null {
  if (!mayIssueFor(actor, achievement.issuerId)) return 'achievement.not-an-issuer';
  return achievement.state === 'archived' ? null : 'achievement.not-published';
}

/** A draft is seen by those who may issue it and by nobody else. */
export function maySee(actor: Actor, achievement: Achievement): boolean {
  return achievement.state !== 'draft' || mayIssueFor(actor, achievement.issuerId);
}
