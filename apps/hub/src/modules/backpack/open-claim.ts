import type { Actor } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { type Achievement, findAchievement } from '../achievements/index.ts';
import { findActor } from '../actors/index.ts';
import { type Award, claimTokenHash, findAwardByToken, markOpened } from '../awards/index.ts';
import { type ClaimStanding, claimStanding, type Giver } from './claim-model.ts';

export interface Claim {
  award: Award;
  achievement: Achievement;
  issuer: Giver;
  standing: ClaimStanding;
}

/** What the link in a letter opens. Guessing is slowed down by `remote`. */
export async function openClaim(
  app: Pick<App, 'clock' | 'db' | 'limits'>,
  actor: Actor,
  token: string,
  remote: string,
): Promise<Claim> {
  await app.limits.take(`claim ${remote}`, { capacity: 60, perMinute: 20 });
  const award = token.length < 100 ? await findAwardByToken(app.db, claimTokenHash(token)) : undefined;
  if (!award) throw new Refusal('award.claim-link-invalid');
  return claimOf(app, actor, award);
}

export async function claimOf(app: Pick<App, 'clock' | 'db'>, actor: Actor, award: Award): Promise<Claim> {
  const achievement = await findAchievement(app.db, award.achievementId);
  const issuer = await findActor(app.db, award.issuerId);
  if (!achievement || !issuer) throw new Error(`award ${award.id} is of nothing`);
  return { award, achievement, issuer, standing: claimStanding(award, actor, app.clock()) };
}

/** Somebody looks at it, which the issuer sees as "opened". */
export async function noteOpened(app: Pick<App, 'clock' | 'db'>, { award, standing }: Claim): Promise<void> {
  if (standing === 'open' && award.openedAt === undefined) await markOpened(app.db, award.id, app.clock());
}
