import type { StaffRole } from '../../kernel/actor.ts';
import type { Id, OrganizationId, PersonId } from '../../kernel/ids.ts';
import type { ActorProfile } from '../actors/index.ts';

export const staffRoles = ['owner', 'issuer', 'assessor', 'representative'] as const satisfies readonly StaffRole[];

export interface Organization extends ActorProfile {
  id: OrganizationId;
  kind: 'organization';
  handle: string;
  /** Why it ended; empty while it goes on. */
  endedReason: string;
}

/** What its owners write about an organization. */
export interface OrganizationInput {
  name: string;
  /** Undefined: made of the name. */
  handle?: string;
  /** Markdown. */
  summary: string;
  website?: string;
  location?: string;
  links: { label: string; url: string }[];
  lang: string;
}

export interface StaffMember {
  personId: PersonId;
  name: string;
  visibility: ActorProfile['visibility'];
  roles: { role: StaffRole; since: Date }[];
}

/** One role of one person, from when to when, and by whose word. */
export interface StaffSpell {
  id: Id<'tie'>;
  personId: PersonId;
  name: string;
  role: StaffRole;
  startedAt: Date;
  endedAt?: Date;
  byName?: string;
  endedByName?: string;
}

export interface StaffInvitation {
  id: Id<'inv'>;
  organizationId: OrganizationId;
  /** Lower case. */
  address: string;
  roles: StaffRole[];
  invitedBy: PersonId;
  createdAt: Date;
  expiresAt: Date;
  acceptedAt?: Date;
  withdrawnAt?: Date;
}

/** "I work with X", as the person says it, and what the organization says to that. */
export interface Affiliation {
  id: Id<'tie'>;
  personId: PersonId;
  personName: string;
  personVisibility: ActorProfile['visibility'];
  organizationId: OrganizationId;
  organizationName: string;
  organizationHandle: string;
  state: 'asked' | 'active' | 'ended' | 'refused';
  askedAt: Date;
  startedAt?: Date;
  endedAt?: Date;
  /** Of the refusal or the end. */
  reason?: string;
}

/** Days in which an invitation can be accepted. */
export const invitationDays = 14;

export function isOpen(invitation: StaffInvitation, now: Date): boolean {
  return !invitation.acceptedAt && !invitation.withdrawnAt && invitation.expiresAt > now;
}

/** Short names that are addresses of pages. */
const reservedHandles = new Set(['new', 'invitations']);

/** Lower case; letters and digits of any script, and hyphens between them. */
export function isHandle(value: string): boolean {
  return (
    /^[\p{L}\p{N}\p{M}]+(-[\p{L}\p{N}\p{M}]+)*$/u.test(value) && [...value].length <= 40 && !reservedHandles.has(value)
  );
}

/** Words to look for, each a beginning; letters and digits only, so that nothing of it is an operator of the search. */
export function searchWords(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  ).slice(0, 8);
}
