import { type Actor, actorId } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import type { Id, PersonId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { findAffiliation, moveAffiliation } from './affiliation-store.ts';
import { whyNotEndAffiliation } from './policy.ts';

type Needs = Pick<App, 'clock' | 'db' | 'newId'>;

/** Either side ends it; a person also takes back what has not been answered. */
export async function endAffiliation(app: Needs, actor: Actor, id: Id<'tie'>): Promise<void> {
  const affiliation = await findAffiliation(app.db, id);
  if (!affiliation) throw new Refusal('organization.affiliation-not-found');
  const reason = whyNotEndAffiliation(actor, affiliation);
  if (reason) throw new Refusal(reason);

  await app.db.transaction().execute(async (tx) => {
    const by = actorId(actor) as PersonId | undefined;
    const ended = await moveAffiliation(tx, id, { from: ['asked', 'active'], to: 'ended', by, at: app.clock() });
    if (!ended) throw new Refusal('organization.affiliation-not-found');
    const about = affiliation.organizationId;
    await record(app, tx, { verb: 'affiliation.ended', by: actor, about, data: { tie: id } });
  });
}
