import type { Person } from '../../kernel/actor.ts';
import type { Id, OrganizationId } from '../../kernel/ids.ts';
import type { AchievementContent } from '../../modules/achievements/index.ts';
import { awardAchievement, type Recipient } from '../../modules/awards/index.ts';
import { acceptAward, findHolding, type Visibility } from '../../modules/backpack/index.ts';
import { findCredentialOfAward } from '../../modules/credentials/index.ts';
import type { TestHub } from '../test-hub.ts';
import { accountsGiven } from './accounts.ts';
import { achievementsGiven } from './achievements.ts';
import { actorsGiven } from './actors.ts';

export interface GivenBadge {
  awardId: Id<'awd'>;
  credentialId: Id<'crd'>;
  /** The signed document, byte for byte. */
  document: string;
  issuerId: OrganizationId;
  issuer: Person;
  achievementId: Id<'ach'>;
}

export interface GivenHeldBadge extends GivenBadge {
  holder: Person;
  holdingId: Id<'hld'>;
  linkToken: string;
  /** The page's path. */
  path: string;
}

interface More {
  achievement?: Partial<AchievementContent>;
  recipient?: Partial<Recipient>;
  /** Who accepted; somebody new with the recipient's address unless said. */
  holder?: Person;
}

/** Badges as others see them. */
export function showingGiven(hub: TestHub) {
  /** A badge that somebody was awarded and has not answered. */
  async function awardedBadge(more: More = {}): Promise<GivenBadge> {
    if (!(await hub.db.selectFrom('actor').select('id').where('kind', '=', 'hub').executeTakeFirst()))
      await actorsGiven(hub).alliance();
    const { id, issuerId, issuer } = await achievementsGiven(hub).achievement(more.achievement);
    const recipient = { name: 'Mireille Tanagra', email: 'mireille@tanagra.example', ...more.recipient };
    const [award] = await awardAchievement(hub, issuer, { achievementId: id, recipients: [recipient] });
    const credential = award && (await findCredentialOfAward(hub.db, award.id));
    if (!credential) throw new Error('The award has no credential');
    const { id: credentialId, document } = credential;
    return { awardId: award.id, credentialId, document, issuerId, issuer, achievementId: id };
  }

  return {
    awardedBadge,

    /** A badge in somebody's backpack, shown to these. */
    async heldBadge(visibility: Visibility = 'public', more: More = {}): Promise<GivenHeldBadge> {
      const given = await awardedBadge(more);
      const { name = 'Mireille Tanagra', email = 'mireille@tanagra.example' } = more.recipient ?? {};
      const holder = more.holder ?? (await accountsGiven(hub).account(name, { email }));
      const holdingId = await acceptAward(hub, holder, given.awardId, visibility);
      const holding = await findHolding(hub.db, holdingId);
      return {
        ...given,
        holder,
        holdingId,
        linkToken: holding?.linkToken ?? '',
        path: `/credentials/${given.credentialId}`,
      };
    },
  };
}
