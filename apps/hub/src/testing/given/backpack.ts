import type { AchievementContent } from '../../modules/achievements/index.ts';
import { awardAchievement, type Recipient } from '../../modules/awards/index.ts';
import type { TestHub } from '../test-hub.ts';
import { actorsGiven } from './actors.ts';
import { awardsGiven } from './awards.ts';

/** Badges that come to people. */
export function backpackGiven(hub: TestHub) {
  return {
    /** A letter with a claim link that went out; the awarder has an account. */
    async claimLetter(recipient: Partial<Recipient> = {}, achievement: Partial<AchievementContent> = {}) {
      const hasAlliance = await hub.db.selectFrom('actor').select('id').where('kind', '=', 'hub').executeTakeFirst();
      if (!hasAlliance) await actorsGiven(hub).alliance();
      const badge = await awardsGiven(hub).issuedBadge(achievement);
      const to = recipient.email ?? 'mireille@tanagra.example';
      const recipients = [{ name: 'Mireille Tanagra', narrative: 'Five interviews.', ...recipient, email: to }];
      const [award] = await awardAchievement(hub, badge.issuer, {
        achievementId: badge.id,
        recipients,
        message: 'Well done',
      });
      if (!award) throw new Error('Nothing was awarded');
      hub.pass({ minutes: 5 });
      const letter = (await hub.letters(to)).find(({ about }) => about === award.id);
      const token = /\/claim\/([\w-]+)/.exec(letter?.text ?? '')?.[1];
      if (!token) throw new Error('The letter has no link');
      return { ...badge, awardId: award.id, token, path: `/claim/${token}`, to };
    },
  };
}
