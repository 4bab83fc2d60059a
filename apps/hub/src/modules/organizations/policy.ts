import { type Actor, hasStaffRole, type StaffRole } from '../../kernel/actor.ts';
import type { PersonId } from '../../kernel/ids.ts';
import type { RefusalCode } from '../../kernel/refusal.ts';
import type { Affiliation, Organization } from './model.ts';

type Thing = Pick<Organization, 'id' | 'endedAt'>;

/** Why this actor may not change what the organization says of itself; null when they may. */
export function whyNotEdit(actor: Actor, organization: Thing): RefusalCode | null {
  if (actor.kind !== 'system' && !hasStaffRole(actor, organization.id, 'owner')) return 'organization.not-an-owner';
  return organization.endedAt ? 'organization.ended' : null;
}

/** Owners end their organization; stewards end one that should not stand here. */
export function whyNotEnd(actor: Actor, organization: Thing): RefusalCode | null {
  if (actor.kind === 'person' && actor.isSteward && !organization.endedAt) return null;
  return whyNotEdit(actor, organization);
}

export function whyNotManageStaff(actor: Actor, organization: Thing): RefusalCode | null {
  return whyNotEdit(actor, organization);
}

/** Owners give and take roles; everybody may put their own down, and nobody may give themselves one. */
export function whyNotSetRoles(
  actor: Actor,
  organization: Thing,
  change: { personId: PersonId; given: StaffRole[] },
): RefusalCode | null {
  const isSelf = actor.kind === 'person' && actor.personId === change.personId;
  if (!isSelf) return whyNotManageStaff(actor, organization);
  return change.given.length > 0 ? 'organization.own-roles' : null;
}

export function whyNotAnswerAffiliation(actor: Actor, organization: Thing): RefusalCode | null {
  const speaks = actor.kind === 'system' || hasStaffRole(actor, organization.id, 'owner', 'representative');
  if (!speaks) return 'organization.not-an-owner';
  return organization.endedAt ? 'organization.ended' : null;
}

/** Either side may end it. */
export function whyNotEndAffiliation(actor: Actor, affiliation: Affiliation): RefusalCode | null {
  if (actor.kind === 'person' && actor.personId === affiliation.personId) return null;
  return hasStaffRole(actor, affiliation.organizationId, 'owner', 'representative')
    ? null
    : 'organization.not-an-owner';
}

/** Who may be named to whom: people decide who sees them. */
export function maySeePerson(actor: Actor, person: { visibility: 'public' | 'members' | 'hidden' }): boolean {
  if (person.visibility === 'public') return true;
  return person.visibility === 'members' && actor.kind === 'person';
}
