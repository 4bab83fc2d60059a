import type { App } from '../../kernel/app.ts';
import { Refusal, type RefusalCode } from '../../kernel/refusal.ts';
import { type Achievement, findAchievement } from '../achievements/index.ts';
import { findActor } from '../actors/index.ts';
import { type ClaimCode, findCode, whyNotRedeem } from '../awards/index.ts';
import type { Giver } from './claim-model.ts';

export interface OpenedCode {
  code: ClaimCode;
  achievement: Achievement;
  issuer: Giver;
  /** Why it gives nothing now. */
  refusal: RefusalCode | null;
}

/** What a code gives. Guessing is slowed down by `remote`. */
export async function openCode(
  app: Pick<App, 'clock' | 'db' | 'limits'>,
  typed: string,
  remote: string,
): Promise<OpenedCode> {
  const code = typed.length < 100 ? await findCode(app.db, typed) : undefined;
  if (!code) {
    // Only wrong ones count: a whole workshop may come from one address.
    await app.limits.take(`code ${remote}`, { capacity: 30, perMinute: 10 });
    throw new Refusal('code.not-found');
  }
  const achievement = await findAchievement(app.db, code.achievementId);
  const issuer = achievement && (await findActor(app.db, achievement.issuerId));
  if (!achievement || !issuer) throw new Error(`code ${code.id} is for nothing`);
  const refusal = achievement.state === 'published' ? whyNotRedeem(code, app.clock()) : 'code.closed';
  return { code, achievement, issuer, refusal };
}
