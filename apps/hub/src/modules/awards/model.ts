import type { ActorId, Id, PersonId } from '../../kernel/ids.ts';

/**
 * scheduled → sent → opened → claimed ⇄ suspended → revoked, with ways out before and after.
 * A scheduled award can be taken back without a trace outside; one that was sent can be revoked.
 */
export type AwardState =
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

export interface Evidence {
  url?: string;
  name?: string;
  description?: string;
  /** Markdown. */
  narrative?: string;
}

/** The act of giving one achievement to one recipient. */
export interface Award {
  id: Id<'awd'>;
  achievementId: Id<'ach'>;
  issuerId: ActorId;
  batchId?: Id<'bat'>;
  batchLine?: number;
  state: AwardState;
  /** Blank once the term for unclaimed awards is over, or the recipient erased themselves. */
  recipientName?: string;
  /** Lower case. */
  recipientEmail?: string;
  /** Who accepted. */
  recipientId?: PersonId;
  narrative: string;
  evidence: Evidence[];
  /** Further columns of the file, shown to the issuer. */
  fields: Record<string, string>;
  /** Days, `YYYY-MM-DD`. */
  activityStart?: string;
  activityEnd?: string;
  /** From the issuer to the recipient, in the letter. */
  message: string;
  awardedAt: Date;
  validUntil?: Date;
  sendAt: Date;
  sentAt?: Date;
  openedAt?: Date;
  claimedAt?: Date;
  declinedAt?: Date;
  stateReason?: string;
  stateChangedAt: Date;
  claimExpiresAt?: Date;
  claimCode?: Id<'cod'>;
  /** The award that this one took the place of: its address was wrong. */
  replaces?: Id<'awd'>;
  demo: boolean;
  awardedBy?: PersonId;
  createdAt: Date;
}

/** One recipient as typed in the form or read from a line of a file. */
export interface Recipient {
  name?: string;
  /** Lower case. */
  email: string;
  narrative?: string;
  evidence?: Evidence[];
  fields?: Record<string, string>;
  activityStart?: string;
  activityEnd?: string;
  /** Defaults to now. */
  awardedAt?: Date;
  /** Defaults to the achievement's validity period. */
  validUntil?: Date;
  /** In the letter; instead of the one for all. */
  message?: string;
}

export type AwardVerb = 'withdraw' | 'decline' | 'claim' | 'suspend' | 'resume' | 'revoke' | 'rebind' | 'resend';

/** What can happen next: by verb, from which states to which. */
export const transitions: Record<AwardVerb, { from: AwardState[]; to: AwardState }> = {
  withdraw: { from: ['scheduled'], to: 'withdrawn' },
  decline: { from: ['scheduled', 'sent', 'opened'], to: 'declined' },
  claim: { from: ['scheduled', 'sent', 'opened', 'bounced'], to: 'claimed' },
  suspend: { from: ['claimed'], to: 'suspended' },
  resume: { from: ['suspended'], to: 'claimed' },
  revoke: { from: ['sent', 'opened', 'bounced', 'claimed', 'suspended', 'expired'], to: 'revoked' },
  rebind: { from: ['scheduled', 'sent', 'opened', 'bounced'], to: 'withdrawn' },
  resend: { from: ['sent', 'opened', 'bounced'], to: 'sent' },
};

/** The verbs that fit a state. */
export function possibleVerbs(state: AwardState): AwardVerb[] {
  return (Object.keys(transitions) as AwardVerb[]).filter((verb) => transitions[verb].from.includes(state));
}

/** Whether somebody accepted it, so that its credential may be shown to others at all; what came later does not change that. */
export function isAccepted(award: Pick<Award, 'claimedAt'>): boolean {
  return award.claimedAt !== undefined;
}

export const awardStates: AwardState[] = [
  'scheduled',
  'sent',
  'opened',
  'bounced',
  'claimed',
  'declined',
  'expired',
  'withdrawn',
  'suspended',
  'revoked',
];

/** How long a claim link works, in days. */
export const claimTermDays = 365;

/** The end of validity: so many calendar months on, the month's last day when there is no such day. */
export function addMonths(from: Date, months: number): Date {
  const to = new Date(from);
  const day = to.getUTCDate();
  to.setUTCDate(1);
  to.setUTCMonth(to.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate();
  to.setUTCDate(Math.min(day, lastDay));
  return to;
}
