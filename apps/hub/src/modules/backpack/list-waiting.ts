import type { Person } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { findAward, listWaitingFor } from '../awards/index.ts';
import { isWaiting } from './claim-model.ts';
import { type Claim, claimOf, claimsOf } from './open-claim.ts';

type Needs = Pick<App, 'clock' | 'db'>;

/** Awards made out to one of somebody's verified addresses that wait for an answer. */
export async function listWaiting(app: Needs, actor: Person): Promise<Claim[]> {
  const awards = await listWaitingFor(app.db, actor.emails);
  const sent = awards.filter((award) => isWaiting(award, app.clock()));
  const claims = await claimsOf(app, actor, sent);
  return claims.filter(({ standing }) => standing === 'open');
}

/** One award made out to somebody's verified address; what is not, does not exist for them. */
export async function openWaiting(app: Needs, actor: Person, id: string): Promise<Claim> {
  const award = await findAward(app.db, id);
  const isTheirs = award && award.recipientEmail !== undefined && actor.emails.includes(award.recipientEmail);
  if (!isTheirs || !isWaiting(award, app.clock())) throw new Refusal('award.not-found', { id });
  return claimOf(app, actor, award);
}
