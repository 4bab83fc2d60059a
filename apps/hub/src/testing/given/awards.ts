import type { Person } from '../../kernel/actor.ts';
import type { Id, OrganizationId } from '../../kernel/ids.ts';
import { beginTies } from '../../modules/accounts/index.ts';
import type { AchievementContent } from '../../modules/achievements/index.ts';
import { type Award, awardAchievement, openBatch } from '../../modules/awards/index.ts';
import type { TestHub } from '../test-hub.ts';
import { accountsGiven } from './accounts.ts';
import { achievementsGiven } from './achievements.ts';

/** Badges on their way to people. */
export function awardsGiven(hub: TestHub) {
  let count = 0;

  /** A published achievement, and somebody with an account who issues it. */
  async function issuedBadge(
    more: Partial<AchievementContent> = {},
  ): Promise<{ id: Id<'ach'>; issuerId: OrganizationId; issuer: Person }> {
    const { id, issuerId } = await achievementsGiven(hub).achievement(more);
    const accounts = accountsGiven(hub);
    const person = await accounts.account('Amara Oystercatcher', { email: `amara-${++count}@harbour.example` });
    const tie = { subject: person.personId, object: issuerId, kind: 'staff' as const, role: 'issuer' as const };
    await hub.db
      .transaction()
      .execute((tx) => beginTies(tx, [{ ...tie, id: hub.newId('tie'), by: person.personId }], hub.clock()));
    return { id, issuerId, issuer: await accounts.again(person) };
  }

  return {
    issuedBadge,

    /** One award, signed, its letter waiting. */
    async award(
      issuer: Person,
      achievementId: Id<'ach'>,
      email = 'wen@lantern.example',
      name?: string,
    ): Promise<Award> {
      const [award] = await awardAchievement(hub, issuer, { achievementId, recipients: [{ email, name }] });
      if (!award) throw new Error('There is an award for each recipient');
      return award;
    },

    /** A file of recipients, read into a batch. */
    batch(issuer: Person, achievementId: Id<'ach'>, csv: string | Uint8Array, name = 'people.csv'): Promise<Id<'bat'>> {
      const bytes = typeof csv === 'string' ? new TextEncoder().encode(csv) : csv;
      return openBatch(hub, issuer, achievementId, { name, bytes });
    },
  };
}
