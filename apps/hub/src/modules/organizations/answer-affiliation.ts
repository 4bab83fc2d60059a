import { type Actor, actorId } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import type { Id, OrganizationId, PersonId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { actsNow } from './acts-now.ts';
import { findAffiliation, moveAffiliation } from './affiliation-store.ts';
import { lockOrganization } from './find-organization.ts';
import { whyNotAnswerAffiliation } from './policy.ts';

type Needs = Pick<App, 'clock' | 'db' | 'newId'>;

/** The organization confirms what a person says, or refuses it with a reason that the person reads. */
export async function answerAffiliation(
  app: Needs,
  actor: Actor,
  organizationId: OrganizationId,
  answer: { id: Id<'tie'>; confirmed: true } | { id: Id<'tie'>; confirmed: false; reason: string },
): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    const organization = await lockOrganization(tx, organizationId);
    if (!organization) throw new Refusal('organization.not-found');
    const reason = whyNotAnswerAffiliation(await actsNow(tx, actor, organizationId), organization);
    if (reason) throw new Refusal(reason);
    const affiliation = await findAffiliation(tx, answer.id);
    if (affiliation?.organizationId !== organizationId) throw new Refusal('organization.affiliation-not-found');

    const moved = await moveAffiliation(tx, answer.id, {
      from: ['asked'],
      to: answer.confirmed ? 'active' : 'refused',
      by: actorId(actor) as PersonId | undefined,
      at: app.clock(),
      reason: answer.confirmed ? undefined : answer.reason,
    });
    if (!moved) throw new Refusal('organization.affiliation-not-found');
    const verb = answer.confirmed ? 'affiliation.confirmed' : 'affiliation.refused';
    await record(app, tx, { verb, by: actor, about: organizationId, data: { tie: answer.id } });
  });
}
