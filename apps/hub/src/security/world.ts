import type { Person } from '../kernel/actor.ts';
import type { Id } from '../kernel/ids.ts';
import { makeCode } from '../modules/awards/index.ts';
import { acceptAward, makeCollection, makeShareLink } from '../modules/backpack/index.ts';
import { findCredentialOfAward } from '../modules/credentials/index.ts';
import { declareAffiliation } from '../modules/organizations/index.ts';
import type { TestHub } from '../testing/test-hub.ts';

export type Who = 'visitor' | 'stranger' | 'holder' | 'issuer' | 'owner' | 'otherOwner' | 'steward';

export interface World {
  people: Record<Who, Person | undefined>;
  /** The address of a route, with what belongs to the holder or the organization in it. */
  address(route: string): string;
}

/** An organization that awards badges, who works there, who holds one, and others who have nothing to do with it. */
export async function makeWorld(hub: TestHub): Promise<World> {
  const { given } = hub;
  await given.alliance();
  const badge = await given.issuedBadge();
  const people = {
    visitor: undefined,
    stranger: await given.account('Piet Fallow'),
    holder: await given.account('Wen Lanternfield', { email: 'wen@lantern.example' }),
    issuer: badge.issuer,
    owner: await given.staffOf(badge.issuerId, ['owner'], 'Olive Harrow'),
    otherOwner: (await given.organization('Lower Marram')).owner,
    steward: await given.steward(),
  };
  const colleague = await given.staffOf(badge.issuerId, ['issuer'], 'Nona Harrow');
  const ids = await whatIsThere(hub, badge.id, people.holder, people.issuer);
  await declareAffiliation(hub, people.holder, badge.issuerId);
  const hers = await given.browserOf(people.owner);
  const invitation = { address: 'new@fallow.example', roles: 'issuer' };
  await hers.post(`/organizations/${badge.issuerId}/staff/invitations`, invitation);

  const parts: Record<string, string> = {
    organization: badge.issuerId,
    issuer: badge.issuerId,
    person: colleague.personId,
    invitation: await firstId(hub, 'staff_invitation'),
    affiliation: await firstId(hub, 'tie', ['subject', people.holder.personId]),
    key: await firstId(hub, 'issuer_key'),
    line: '2',
    code: ids.code,
    token: 'A'.repeat(43),
  };
  const places: [RegExp, string][] = [
    [/^\/backpack\/collections\/:id/, ids.collection],
    [/^\/backpack\/shares\/:id/, ids.share],
    [/^\/backpack\/waiting\/:id/, ids.waiting],
    [/^\/(backpack|holdings)\/:id/, ids.holding],
    [/^\/collections\/:id/, ids.collection],
    [/^\/credentials\/:id/, ids.credential],
    [/^\/achievements\/:id/, badge.id],
    [/^\/batches\/:id/, ids.batch],
    [/^\/awards\/:id/, ids.award],
    [/^\/codes\/:id/, ids.codeId],
    [/^\/account\/emails\/:id/, await firstId(hub, 'email_address', ['account', people.holder.accountId])],
    [/^\/alliance\/stewards\/:id/, people.steward.personId],
    [/^\/outbox\/:id/, await firstId(hub, 'outbox')],
  ];
  return {
    people,
    address(route) {
      const id = places.find(([pattern]) => pattern.test(route))?.[1] ?? 'none';
      return route.replace(/:(\w+)(\{[^}]*\})?/g, (_whole, name: string, choice = '') => {
        const word = /^\{(\w[\w-]*)\|/.exec(choice)?.[1];
        return word ?? (name === 'id' ? id : (parts[name] ?? 'none'));
      });
    },
  };
}

async function whatIsThere(hub: TestHub, achievement: Id<'ach'>, holder: Person, issuer: Person) {
  const { given } = hub;
  const [email = ''] = holder.emails;
  const kept = await given.award(issuer, achievement, email, 'Wen');
  const waiting = await given.award(issuer, achievement, email, 'Wen');
  const award = await given.award(issuer, achievement, 'ana@fallow.example', 'Ana');
  const batch = await given.batch(issuer, achievement, 'name,email\nBo,bo@fallow.example\nCy,cy@fallow.example\n');
  const code = await makeCode(hub, issuer, { achievementId: achievement, label: 'At the door' });
  hub.pass({ minutes: 5 });
  await hub.drain();
  const holding = await acceptAward(hub, holder, kept.id, 'private');
  const content = { title: 'Mine', text: '', visibility: 'private' as const };
  const collection = await makeCollection(hub, holder, content);
  await makeShareLink(hub, holder, { of: { holding }, label: 'For Bo' });
  const credential = await findCredentialOfAward(hub.db, kept.id);
  return {
    holding,
    collection,
    batch,
    award: award.id,
    waiting: waiting.id,
    code: code.code,
    codeId: code.id,
    credential: credential?.id ?? '',
    share: await firstId(hub, 'share_link'),
  };
}

type Table = 'staff_invitation' | 'tie' | 'issuer_key' | 'share_link' | 'email_address' | 'outbox';

async function firstId(hub: TestHub, table: Table, [column, value]: [string?, string?] = []): Promise<string> {
  const rows = (await hub.given.rowsOf(table)) as unknown as Record<string, string>[];
  const row = rows.find((each) => column === undefined || each[column] === value);
  if (!row?.id) throw new Error(`There is no ${table}`);
  return row.id;
}
