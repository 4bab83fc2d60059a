import type { Actor } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { isId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { maySeeShown } from '../backpack/index.ts';
import { gathered } from './gathered.ts';
import { isSharedBy } from './is-shared-by.ts';
import type { ShownCredential } from './model.ts';
import { issuesIt } from './policy.ts';
import { listShown } from './store.ts';

/** The credential, whoever asks. */
export const findShown = gathered(listShown);

/**
 * A credential that this reader may see. What is private, what nobody accepted and what never was give one answer, so
 * that an address says nothing about what lies behind it.
 */
export async function loadShown(
  app: Pick<App, 'clock' | 'db'>,
  actor: Actor,
  id: string,
  key: string | undefined,
): Promise<ShownCredential> {
  const shown = isId('crd', id) ? await findShown(app.db, id) : undefined;
  if (!shown) throw new Refusal('web.not-found');
  const { holding } = shown;
  if (issuesIt(actor, shown) || (holding && maySeeShown(actor, holding, key))) return shown;
  if (holding && key && (await isSharedBy(app, key, holding.id))) return { ...shown, sharedBy: key };
  throw new Refusal('web.not-found');
}
