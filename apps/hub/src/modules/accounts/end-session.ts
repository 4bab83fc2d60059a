import type { Person } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import type { Id } from '../../kernel/ids.ts';
import { hashSecret } from './secrets.ts';
import { deleteOtherSessions, deleteSession, deleteSessionByToken } from './session-store.ts';

/** Signs one device out; of another account's session nothing happens. */
export async function endSession(app: Pick<App, 'db'>, person: Person, id: Id<'ses'>): Promise<void> {
  await deleteSession(app.db, person.accountId, id);
}

/** Signs every other device out. */
export async function endOtherSessions(
  app: Pick<App, 'db'>,
  person: Person,
  kept: Id<'ses'> | undefined,
): Promise<void> {
  await app.db.transaction().execute((tx) => deleteOtherSessions(tx, person.accountId, kept));
}

/** Ends the session that a cookie carries. */
export async function endSessionOf(app: Pick<App, 'db'>, token: string): Promise<void> {
  await deleteSessionByToken(app.db, hashSecret(token));
}
