import type { App } from '../../kernel/app.ts';
import type { Id } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { actorOf } from '../accounts/index.ts';
import { findAlliance } from '../actors/index.ts';
import { people } from './content/people.ts';
import { favourite } from './plan-awards.ts';
import { findDemoPerson } from './store.ts';

export const demoRoles = ['steward', 'issuer', 'holder'] as const;
export type DemoRole = (typeof demoRoles)[number];

const played: Record<DemoRole, string> = { steward: 'oyku', issuer: 'mireille', holder: favourite };

/** The account of somebody in the demonstration, for whoever wants to see with their eyes. */
export async function accountOfRole(app: Pick<App, 'db'>, role: DemoRole): Promise<Id<'acc'>> {
  const alliance = await findAlliance(app.db);
  if (!alliance?.demo) throw new Refusal('web.not-found');
  const name = people.find(({ key }) => key === played[role])?.name ?? '';
  const personId = await findDemoPerson(app.db, name);
  const person = personId && (await actorOf(app, personId));
  if (!person) throw new Refusal('web.not-found');
  return person.accountId;
}
