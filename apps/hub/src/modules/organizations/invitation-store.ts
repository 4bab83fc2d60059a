import type { Selectable } from 'kysely';
import type { StaffRole } from '../../kernel/actor.ts';
import type { Id, OrganizationId, PersonId } from '../../kernel/ids.ts';
import type { Db, Tables, Tx } from '../../kernel/tables.ts';
import type { StaffInvitation } from './model.ts';

function invitationOf(row: Selectable<Tables['staff_invitation']>): StaffInvitation {
  return {
    id: row.id,
    organizationId: row.organization,
    address: row.address,
    roles: row.roles as StaffRole[],
    invitedBy: row.invited_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    acceptedAt: row.accepted_at ?? undefined,
    withdrawnAt: row.withdrawn_at ?? undefined,
  };
}

export async function insertInvitation(tx: Tx, invitation: StaffInvitation, tokenHash: Buffer): Promise<void> {
  await tx
    .insertInto('staff_invitation')
    .values({
      id: invitation.id,
      organization: invitation.organizationId,
      address: invitation.address,
      roles: JSON.stringify(invitation.roles),
      token_hash: tokenHash,
      invited_by: invitation.invitedBy,
      created_at: invitation.createdAt,
      expires_at: invitation.expiresAt,
      accepted_at: null,
      accepted_by: null,
      withdrawn_at: null,
    })
    .execute();
}

export async function findInvitationByToken(db: Db, tokenHash: Buffer): Promise<StaffInvitation | undefined> {
  const row = await db
    .selectFrom('staff_invitation')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return row && invitationOf(row);
}

/** Waits for whoever else accepts or withdraws it. */
export async function lockInvitation(tx: Tx, id: Id<'inv'>): Promise<StaffInvitation | undefined> {
  const row = await tx.selectFrom('staff_invitation').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && invitationOf(row);
}

/** Neither accepted nor withdrawn; those whose time is over are among them. */
export async function listWaitingInvitations(db: Db, organization: OrganizationId): Promise<StaffInvitation[]> {
  const rows = await db
    .selectFrom('staff_invitation')
    .selectAll()
    .where('organization', '=', organization)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map(invitationOf);
}

export async function updateAccepted(tx: Tx, id: Id<'inv'>, by: PersonId, at: Date): Promise<void> {
  await tx.updateTable('staff_invitation').set({ accepted_at: at, accepted_by: by }).where('id', '=', id).execute();
}

/** Takes back what still waits. False when there was nothing. */
export async function updateWithdrawn(
  tx: Tx,
  organization: OrganizationId,
  which: { id: Id<'inv'> } | { address: string } | { invitedBy: PersonId } | 'all',
  at: Date,
): Promise<boolean> {
  let update = tx
    .updateTable('staff_invitation')
    .set({ withdrawn_at: at })
    .where('organization', '=', organization)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null);
  if (which !== 'all' && 'id' in which) update = update.where('id', '=', which.id);
  if (which !== 'all' && 'address' in which) update = update.where('address', '=', which.address);
  if (which !== 'all' && 'invitedBy' in which) update = update.where('invited_by', '=', which.invitedBy);
  return (await update.executeTakeFirst()).numUpdatedRows > 0n;
}

/** Those that were over before `limit` without having been accepted. */
export async function deleteOldInvitations(db: Db, limit: Date): Promise<void> {
  await db
    .deleteFrom('staff_invitation')
    .where('accepted_at', 'is', null)
    .where((eb) => eb.or([eb('expires_at', '<', limit), eb('withdrawn_at', '<', limit)]))
    .execute();
}

/** Whoever accepted is known by their tie; the address they used is theirs to take along. */
export async function deleteInvitationsOf(tx: Tx, person: PersonId): Promise<void> {
  await tx.deleteFrom('staff_invitation').where('accepted_by', '=', person).execute();
}
