import { type Actor, mayIssueFor } from '../../kernel/actor.ts';
import type { ShownCredential } from './model.ts';

/** Who issues for the issuer sees every award of it, accepted or not. */
export function issuesIt(actor: Actor, shown: ShownCredential): boolean {
  return actor.kind === 'person' && mayIssueFor(actor, shown.issuerId);
}

export function holdsIt(actor: Actor, shown: Pick<ShownCredential, 'holding'>): boolean {
  return actor.kind === 'person' && shown.holding?.holderId === actor.personId;
}
