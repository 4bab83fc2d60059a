import type { Person } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import { updateActor } from '../actors/index.ts';
import { updatePreferences } from './store.ts';

type Needs = Pick<App, 'clock' | 'db' | 'newId'>;

export interface ChangeProfile {
  name: string;
  locale: string;
  timeZone: string;
  theme: string;
}

export async function changeProfile(
  app: Needs,
  person: Person,
  { name, ...preferences }: ChangeProfile,
): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    await updatePreferences(tx, person.accountId, preferences);
    await updateActor(tx, person.personId, { name, lang: preferences.locale, timeZone: preferences.timeZone });
    await record(app, tx, { verb: 'person.changed', by: person, about: person.personId });
  });
}
