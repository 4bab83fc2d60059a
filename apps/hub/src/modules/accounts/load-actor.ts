import type { Person } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { personOf, readActing } from './actor-store.ts';

/** The person as the policies see them, for jobs and commands; undefined when the account was deleted. */
export async function actorOf(app: Pick<App, 'db'>, personId: PersonId): Promise<Person | undefined> {
  const row = await readActing(app.db, personId);
  return row && personOf(row);
}
