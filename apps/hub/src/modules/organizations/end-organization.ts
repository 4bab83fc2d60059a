import { type Actor, actorId } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import type { OrganizationId, PersonId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { lockOrganization } from './find-organization.ts';
import { updateWithdrawn } from './invitation-store.ts';
import { whyNotEnd } from './policy.ts';
import { updateEnded } from './store.ts';

type Needs = Pick<App, 'clock' | 'db' | 'newId'>;

/**
 * Ends an organization. Its page, its keys and its badges stay, and so does its staff: somebody has to be able to
 * revoke. Invitations that still wait are withdrawn.
 */
export async function endOrganization(app: Needs, actor: Actor, id: OrganizationId, reason: string): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    const organization = await lockOrganization(tx, id);
    if (!organization) throw new Refusal('organization.not-found');
    const refused = whyNotEnd(actor, organization);
    if (refused) throw new Refusal(refused, { id });
    const at = app.clock();
    await updateEnded(tx, id, { at, by: actorId(actor) as PersonId | undefined, reason });
    await updateWithdrawn(tx, id, 'all', at);
    await record(app, tx, { verb: 'organization.ended', by: actor, about: id });
  });
}
