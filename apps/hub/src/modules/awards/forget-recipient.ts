import type { App } from '../../kernel/app.ts';
import type { PersonId } from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/tables.ts';
import { blankAwards, listAwardsOfRecipient } from './store.ts';

/** Somebody leaves: their awards keep their states, for the issuer's numbers, and lose every personal word. */
export async function forgetRecipient(app: Pick<App, 'clock'>, tx: Tx, personId: PersonId): Promise<void> {
  await blankAwards(tx, await listAwardsOfRecipient(tx, personId), app.clock());
}
