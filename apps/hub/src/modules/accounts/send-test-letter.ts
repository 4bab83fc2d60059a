import type { Person } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { postLetter } from './letters.ts';
import { whyNotRunAlliance } from './policy.ts';

/** A letter to the steward who asks, to see whether letters arrive. */
export async function sendTestLetter(app: App, person: Person, lang: string): Promise<string> {
  const reason = whyNotRunAlliance(person);
  if (reason) throw new Refusal(reason);
  const [to] = person.emails;
  if (!app.mail.canSend || !to) throw new Refusal('mail.not-configured');
  await app.limits.take(`test letters of ${person.accountId}`, { capacity: 5, perMinute: 1 });
  await app.db
    .transaction()
    .execute((tx) => postLetter(app, tx, 'test', { to, lang, about: person.accountId, path: '/outbox' }));
  return to;
}
