import type { Person } from '../../kernel/actor.ts';
import type { Id, OrganizationId } from '../../kernel/ids.ts';
import { type AchievementContent, changeState, defineAchievement } from '../../modules/achievements/index.ts';
import { insertActor } from '../../modules/actors/index.ts';
import type { TestHub } from '../test-hub.ts';
import { accountsGiven } from './accounts.ts';
import { actorsGiven } from './actors.ts';
import { organizationsGiven } from './organizations.ts';

/** Something to be earned, and somebody who may award it. */
export function achievementsGiven(hub: TestHub) {
  const content: Partial<AchievementContent> = {
    name: 'Oral history interviewer',
    description: 'Can sit down with a stranger, listen for an hour, and leave a recording that others can use.',
    criteria: [{ text: 'Prepares questions from a source' }, { text: 'Lets the speaker lead' }],
    tags: ['listening', 'archives'],
    design: {
      shape: 'scallop',
      ground: 'full',
      icon: 'cassette',
      primary: '#1b2a5c',
      secondary: '#f5b71a',
      ribbon: 'Listener',
    },
    imageAlt: 'A cassette on a navy rosette',
  };

  /** An organization without further data, and somebody who issues for it (no account). */
  async function issuer(name = 'Harbour City Library'): Promise<{ issuerId: OrganizationId; issuer: Person }> {
    const issuerId = hub.newId('org');
    const at = { id: issuerId, kind: 'organization' as const, createdAt: hub.clock() };
    await hub.db.transaction().execute((tx) => insertActor(tx, { ...at, name }));
    const staff: Person['staff'] = [{ organizationId: issuerId, roles: ['issuer'] }];
    return { issuerId, issuer: await actorsGiven(hub).person('Amara Oystercatcher', { staff }) };
  }

  /** A published achievement and its issuer's person. */
  async function achievement(
    more: Partial<AchievementContent> = {},
  ): Promise<{ id: Id<'ach'>; issuerId: OrganizationId; issuer: Person }> {
    const who = await issuer();
    const { id } = await defineAchievement(hub, who.issuer, who.issuerId, { ...content, ...more });
    await changeState(hub, who.issuer, id, 'publish');
    return { id, ...who };
  }

  /** An owner at work: their organization and a browser in which they are signed in. */
  async function badgeDesk() {
    const { id: issuerId, owner } = await organizationsGiven(hub).organization();
    const browser = await accountsGiven(hub).browserOf(owner);
    return { issuerId, owner, browser, address: `/achievements/new?issuer=${issuerId}` };
  }

  /** The editor's form, filled in so that it can be published. */
  function badgeForm(more: Record<string, string | File> = {}): Record<string, string | File> {
    return {
      act: 'publish',
      revision: '1',
      name: 'Oral history interviewer',
      description: 'Can sit down with a stranger and listen for an hour.',
      achievementType: 'Badge',
      lang: 'en',
      'criteria.0': 'Prepares questions from a source',
      'criteria.1': 'Lets the speaker lead',
      picture: 'design',
      shape: 'scallop',
      ground: 'full',
      icon: 'cassette',
      palette: 'navy-yellow',
      primary: '#1b2a5c',
      secondary: '#f5b71a',
      ribbon: 'Listener',
      ...more,
    };
  }

  return { issuer, achievement, badgeDesk, badgeForm };
}
