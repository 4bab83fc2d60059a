import { type Actor, hasStaffRole } from '../../kernel/actor.ts';
import type { ActorId, OrganizationId } from '../../kernel/ids.ts';
import type { RefusalCode } from '../../kernel/refusal.ts';

/** Owners look after the keys of their organization, stewards after those of the alliance. */
export function whyNotKeepKeys(actor: Actor, issuerId: ActorId): RefusalCode | null {
  if (actor.kind === 'system') return null;
  const mayKeep = issuerId.startsWith('hub_')
    ? actor.kind === 'person' && actor.isSteward
    : hasStaffRole(actor, issuerId as OrganizationId, 'owner');
  return mayKeep ? null : 'profile.not-an-owner';
}
