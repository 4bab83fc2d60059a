import type { Person } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Visibility } from './model.ts';
import { whyNotShow } from './policy.ts';
import { updateHolding } from './store.ts';
import { ownHolding } from './view-holding.ts';

/** Who may see a badge, decided by its holder for each one. */
export async function setVisibility(
  app: Pick<App, 'clock' | 'db' | 'newId'>,
  actor: Person,
  id: string,
  visibility: Visibility,
): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    const holding = await ownHolding(tx, actor, id);
    const reason = whyNotShow(actor, holding, visibility);
    if (reason) throw new Refusal(reason);
    if (holding.visibility === visibility) return;
    await updateHolding(tx, holding.id, { visibility });
    await record(app, tx, { verb: 'holding.shown', by: actor, about: holding.id, data: { visibility } });
  });
}
