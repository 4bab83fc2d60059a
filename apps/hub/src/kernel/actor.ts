import type { ActorId, Id, OrganizationId, PersonId } from './ids.ts';

export type StaffRole = 'owner' | 'issuer' | 'assessor' | 'representative';

/** Who acts, as the policies see them. Loaded once for each request or job. */
export type Actor = Visitor | Person | System;

export interface Visitor {
  kind: 'visitor';
}

export interface Person {
  kind: 'person';
  personId: PersonId;
  accountId: Id<'acc'>;
  name: string;
  isSteward: boolean;
  /** Active staff roles, by organization. */
  staff: StaffPlace[];
  /** Verified addresses, lower case. */
  emails: string[];
}

export interface StaffPlace {
  organizationId: OrganizationId;
  roles: StaffRole[];
  /** For pages that lead there; policies do without. */
  called?: { name: string; handle: string };
}

/** The hub acting by itself, in a job or on the command line. */
export interface System {
  kind: 'system';
}

export const visitor: Visitor = { kind: 'visitor' };
export const system: System = { kind: 'system' };

/** The actor id that an event carries; undefined for visitors and for the hub itself. */
export function actorId(actor: Actor): ActorId | undefined {
  return actor.kind === 'person' ? actor.personId : undefined;
}

export function hasStaffRole(actor: Actor, organization: OrganizationId, ...roles: StaffRole[]): boolean {
  if (actor.kind !== 'person') return false;
  const held = actor.staff.find((staff) => staff.organizationId === organization)?.roles ?? [];
  return roles.some((role) => held.includes(role));
}

/** Stewards issue for the alliance itself, owners and issuers for their organization. */
export function mayIssueFor(actor: Actor, issuer: ActorId): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'visitor') return false;
  if (issuer.startsWith('hub_')) return actor.isSteward;
  return hasStaffRole(actor, issuer as OrganizationId, 'owner', 'issuer');
}
