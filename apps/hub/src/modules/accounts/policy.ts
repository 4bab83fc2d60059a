import type { Actor } from '../../kernel/actor.ts';
import type { RefusalCode } from '../../kernel/refusal.ts';
import { freshFor } from './model.ts';
import { isWeakPassword } from './weak-password.ts';

const shortest = 10;

/** Why this password is not taken; null when it is. No rules of composition (NIST SP 800-63B §3.1.1.2). */
export function whyNotPassword(password: string, personal: string[]): RefusalCode | null {
  const length = Array.from(password.normalize('NFKC')).length;
  return length < shortest || length > 1000 || isWeakPassword(password, personal) ? 'account.password-too-weak' : null;
}

/** An address can be verified on one account only. */
export function whyNotVerify(accountId: string, holder: string | undefined): RefusalCode | null {
  return holder !== undefined && holder !== accountId ? 'account.email-taken' : null;
}

export function whyNotRemoveEmail(email: { verifiedAt?: Date }, verified: number): RefusalCode | null {
  return email.verifiedAt !== undefined && verified <= 1 ? 'account.email-last' : null;
}

export function whyNotMakePrimary(email: { verifiedAt?: Date }): RefusalCode | null {
  return email.verifiedAt === undefined ? 'account.email-unverified' : null;
}

export interface WaysIn {
  hasPassword: boolean;
  passkeys: number;
  /** A link can be mailed. */
  canMail: boolean;
}

export function whyNotRemovePasskey(ways: WaysIn): RefusalCode | null {
  return ways.hasPassword || ways.canMail || ways.passkeys > 1 ? null : 'account.last-way-in';
}

/** Whoever has no password shows who they are by having signed in a moment ago. */
export function whyNotTrusted(signedInAt: Date | undefined, now: Date): RefusalCode | null {
  return signedInAt && now.getTime() - signedInAt.getTime() < freshFor ? null : 'account.sign-in-again';
}

export interface Duties {
  isSteward: boolean;
  stewards: number;
  /** Organizations that would be left without an owner. */
  soleOwnerOf: number;
}

export function whyNotDelete(duties: Duties): RefusalCode | null {
  if (duties.isSteward && duties.stewards <= 1) return 'account.last-steward';
  return duties.soleOwnerOf > 0 ? 'account.last-owner' : null;
}

export function whyNotRunAlliance(actor: Actor): RefusalCode | null {
  if (actor.kind === 'system') return null;
  return actor.kind === 'person' && actor.isSteward ? null : 'web.not-allowed';
}

/** An alliance always has somebody who can let others in. */
export function whyNotDismiss(stewards: number): RefusalCode | null {
  return stewards <= 1 ? 'account.last-steward' : null;
}
