import type { Actor } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { isId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { findAlliance } from '../actors/index.ts';
import { findOrganizationBy } from '../organizations/index.ts';
import { findIssuer, type Issuer } from '../profiles/index.ts';
import type { Achievement } from './model.ts';
import { maySee, whyNotDefine } from './policy.ts';
import { findAchievement, listAchievementsOf } from './store.ts';

type Needs = Pick<App, 'db'>;

/** An achievement that this actor may see. A draft is not there for strangers: they get the same answer as for no badge. */
export async function loadAchievement(app: Needs, actor: Actor, id: string): Promise<Achievement> {
  const achievement = isId('ach', id) ? await findAchievement(app.db, id) : undefined;
  if (!achievement || !maySee(actor, achievement)) throw new Refusal('achievement.not-found');
  return achievement;
}

/** The issuer by its id, or an organization by the short name that people read. */
export async function loadIssuer(app: Needs, idOrHandle: string): Promise<Issuer> {
  const organization = idOrHandle.startsWith('hub_') ? undefined : await findOrganizationBy(app.db, idOrHandle);
  const issuer = organization ? await findIssuer(app.db, organization.id) : await findIssuer(app.db, idOrHandle);
  if (!issuer) throw new Refusal('organization.not-found');
  return issuer;
}

/** Everything an issuer has, drafts too, for those who issue for it. */
export async function listForIssuer(app: Needs, actor: Actor, issuer: Issuer): Promise<Achievement[]> {
  const reason = whyNotDefine(actor, issuer.id);
  if (reason) throw new Refusal(reason);
  return listAchievementsOf(app.db, issuer.id, ['draft', 'published', 'archived']);
}

/** For whom this actor issues. */
export async function listOwnIssuers(app: Needs, actor: Actor): Promise<Issuer[]> {
  if (actor.kind !== 'person') return [];
  const organizations = actor.staff
    .filter(({ roles }) => roles.includes('owner') || roles.includes('issuer'))
    .map(({ organizationId }) => organizationId);
  const issuers = await Promise.all(organizations.map((id) => findIssuer(app.db, id)));
  const alliance = actor.isSteward ? await findAlliance(app.db) : undefined;
  const all = [...issuers, alliance as Issuer | undefined];
  return all.filter((issuer) => issuer !== undefined).filter(({ endedAt }) => !endedAt);
}
