import type { Verdict } from 'openbadges';
import type { ActorId, Id, PersonId } from '../../kernel/ids.ts';
import type { AwardState } from '../awards/index.ts';
import type { Visibility } from '../backpack/index.ts';

/** A credential of this hub with everything that decides who may see it and what is said about it. */
export interface ShownCredential {
  id: Id<'crd'>;
  awardId: Id<'awd'>;
  achievementId: Id<'ach'>;
  issuerId: ActorId;
  /** JSON text, byte for byte as it was signed. */
  document: string;
  /** Lower-case hex over the UTF-8 of `document`. */
  sha256: string;
  issuedAt: Date;
  state: AwardState;
  stateReason?: string;
  stateChangedAt: Date;
  validUntil?: Date;
  /** Undefined until somebody accepted. */
  holding?: ShownHolding;
  /** The token of the share link by which the reader came, when nothing else opens it. */
  sharedBy?: string;
  /** What came of the last time that somebody verified it here. */
  lastCheck?: { verdict: Verdict; checkedAt: Date };
}

export interface ShownHolding {
  id: Id<'hld'>;
  holderId: PersonId;
  holderName: string;
  visibility: Visibility;
  linkToken: string;
}

/** What a page says first: whether the issuer still stands by it. */
export type Standing = 'good' | 'revoked' | 'suspended' | 'expired' | 'not-accepted';

export function standingOf(shown: ShownCredential, now: Date): Standing {
  if (!shown.holding) return shown.state === 'revoked' ? 'revoked' : 'not-accepted';
  if (shown.state === 'revoked' || shown.state === 'withdrawn') return 'revoked';
  if (shown.state === 'suspended') return 'suspended';
  return shown.validUntil && shown.validUntil <= now ? 'expired' : 'good';
}

/** An address that a page may link to; what others wrote may hold anything. */
export function webAddress(url: string | undefined): string | undefined {
  return url && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : undefined;
}

/** A time that others wrote; undefined when it is none. */
export function instantOf(text: string | undefined): Date | undefined {
  const date = new Date(text ?? '');
  return Number.isNaN(date.getTime()) ? undefined : date;
}
