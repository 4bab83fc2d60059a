import type { App } from '../../kernel/app.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/tables.ts';
import { setStandings } from './set-standing.ts';
import { deleteCredentials } from './store.ts';

type Needs = Pick<App, 'clock' | 'db' | 'keys' | 'newId' | 'urls' | 'files'>;

/**
 * Deletes credentials that nobody ever accepted, since names stand in them. Their documents never left the hub, so their
 * places in the status lists are cleared and free again.
 */
export async function forgetCredentials(app: Needs, tx: Tx, awards: Id<'awd'>[]): Promise<void> {
  await setStandings(app, tx, awards, 'good');
  await deleteCredentials(tx, awards);
}
