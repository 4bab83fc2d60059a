import type { Person } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { type PreferenceChange, updatePreferences } from './store.ts';

/** What is undefined stays as it is. */
export async function changePreferences(app: Pick<App, 'db'>, person: Person, change: PreferenceChange): Promise<void> {
  await updatePreferences(app.db, person.accountId, change);
}
