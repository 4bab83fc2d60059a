import type { Actor } from '../../kernel/actor.ts';
import type { ActorId, PersonId } from '../../kernel/ids.ts';

/** What somebody who comes with a claim link finds. */
export type ClaimStanding =
  | 'open'
  | 'expired'
  | 'withdrawn'
  | 'revoked'
  | 'declined'
  | 'claimed-by-you'
  | 'claimed-by-another';

interface Claimed {
  state:
    | 'scheduled'
    | 'sent'
    | 'opened'
    | 'bounced'
    | 'claimed'
    | 'declined'
    | 'expired'
    | 'withdrawn'
    | 'suspended'
    | 'revoked';
  recipientId?: PersonId | undefined;
  claimedAt?: Date | undefined;
  claimExpiresAt?: Date | undefined;
}

/** How an award stands for whoever opened its link. */
export function claimStanding(award: Claimed, actor: Actor, now: Date): ClaimStanding {
  if (award.claimedAt) {
    return actor.kind === 'person' && actor.personId === award.recipientId ? 'claimed-by-you' : 'claimed-by-another';
  }
  if (award.state === 'declined' || award.state === 'withdrawn' || award.state === 'revoked') return award.state;
  const isOver = award.claimExpiresAt !== undefined && award.claimExpiresAt < now;
  return award.state === 'expired' || isOver ? 'expired' : 'open';
}

/** Minutes in which a no can be taken back; the issuer hears of it after that. */
export const undoMinutes = 10;

export function mayUndoDecline(award: { declinedAt?: Date | undefined }, now: Date): boolean {
  return award.declinedAt !== undefined && now.getTime() - award.declinedAt.getTime() < undoMinutes * 60_000;
}

/** Sent, not just prepared: what can still be taken back without a trace is not shown to its recipient. */
export function isWaiting(award: { state: string; sendAt: Date }, now: Date): boolean {
  return award.state !== 'scheduled' || award.sendAt <= now;
}

/** Stewards' alliance, organization or person: whoever gives it. */
export interface Giver {
  id: ActorId;
  name: string;
}
