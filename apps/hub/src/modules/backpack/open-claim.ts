import type { Actor } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { type Achievement, listAchievements } from '../achievements/index.ts';
import { listActors } from '../actors/index.ts';
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
  const award = token.length < 100 ? await findAwardByToken(app.db, claimTokenHash(token)) : undefined;
  if (!award) {
    // Only wrong ones count: a whole class may come from one address.
    await app.limits.take(`claim ${remote}`, { capacity: 60, perMinute: 20 });
    throw new Refusal('award.claim-link-invalid');
  }
  return claimOf(app, actor, award);
}

export async function claimOf(app: Pick<App, 'clock' | 'db'>, actor: Actor, award: Award): Promise<Claim> {
  const [claim] = await claimsOf(app, actor, [award]);
  if (!claim) throw new Error(`award ${award.id} is of nothing`);
  return claim;
}

export async function claimsOf(app: Pick<App, 'clock' | 'db'>, actor: Actor, awards: Award[]): Promise<Claim[]> {
  const achievements = await listAchievements(app.db, unique(awards.map(({ achievementId }) => achievementId)));
  const issuers = await listActors(app.db, unique(awards.map(({ issuerId }) => issuerId)));
  return awards.flatMap((award) => {
    const achievement = achievements.find(({ id }) => id === award.achievementId);
    const issuer = issuers.find(({ id }) => id === award.issuerId);
    if (!achievement || !issuer) return [];
    return [{ award, achievement, issuer, standing: claimStanding(award, actor, app.clock()) }];
  });
}

const unique = <T>(items: T[]): T[] => [...new Set(items)];

/** Somebody looks at it, which the issuer sees as "opened". */
export async function noteOpened(app: Pick<App, 'clock' | 'db'>, { award, standing }: Claim): Promise<void> {
  if (standing === 'open' && award.openedAt === undefined) await markOpened(app.db, award.id, app.clock());
}
