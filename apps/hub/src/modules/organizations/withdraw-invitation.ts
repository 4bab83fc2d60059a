import type { Actor } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import type { Id, OrganizationId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { actsNow } from './acts-now.ts';
import { lockOrganization } from './find-organization.ts';
import { updateWithdrawn } from './invitation-store.ts';
import { whyNotManageStaff } from './policy.ts';

type Needs = Pick<App, 'clock' | 'db' | 'newId'>;

/** Takes an invitation back; its link works no more from this moment. */
export async function withdrawInvitation(
  app: Needs,
  actor: Actor,
  organizationId: OrganizationId,
  id: Id<'inv'>,
): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    const organization = await lockOrganization(tx, organizationId);
    if (!organization) throw new Refusal('organization.not-found');
    const reason = whyNotManageStaff(await actsNow(tx, actor, organizationId), organization);
    if (reason) throw new Refusal(reason, { id: organizationId });
    const withdrawn = await updateWithdrawn(tx, organizationId, { id }, app.clock());
    if (!withdrawn) throw new Refusal('organization.invitation-used-or-expired');
    await record(app, tx, { verb: 'staff.uninvited', by: actor, about: organizationId, data: { invitation: id } });
  });
}
