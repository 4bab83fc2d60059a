import type { Person } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import type { Id } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tables.ts';
import { personOf, readActing } from './actor-store.ts';
import { postLetter } from './letters.ts';
import { hashPassword } from './password.ts';
import { whyNotPassword } from './policy.ts';
import { hashSecret } from './secrets.ts';
import { deleteOtherSessions } from './session-store.ts';
import { findAccount, updatePassword } from './store.ts';
import { deleteTokensOf, takeToken } from './token-store.ts';
import { trust } from './trust.ts';
import { openLink } from './use-link.ts';

/** A new password by a mailed link: every session ends, the link and all others stop working. */
export async function resetPassword(app: App, secret: string, password: string): Promise<Id<'acc'>> {
  const { accountId } = await openLink(app, 'reset-password', secret);
  const account = accountId && (await findAccount(app.db, accountId));
  const row = account && (await readActing(app.db, account.personId));
  if (!row) throw new Refusal('account.link-used-or-expired');
  const person = personOf(row);
  const passwordHash = await hashFor(person, password);
  return app.db.transaction().execute(async (tx) => {
    const token = await takeToken(tx, 'reset-password', hashSecret(secret), app.clock());
    if (!token) throw new Refusal('account.link-used-or-expired');
    await keep(app, tx, person, passwordHash, undefined);
    return person.accountId;
  });
}

export interface ChangePassword {
  /** Undefined when there was none. */
  current?: string;
  password: string;
  sessionId?: Id<'ses'>;
}

/** Sets or changes the password; the other sessions end. */
export async function changePassword(app: App, person: Person, input: ChangePassword): Promise<void> {
  await trust(app, person, { password: input.current, sessionId: input.sessionId });
  const passwordHash = await hashFor(person, input.password);
  await app.db.transaction().execute((tx) => keep(app, tx, person, passwordHash, input.sessionId));
}

async function hashFor(person: Person, password: string): Promise<string> {
  const reason = whyNotPassword(password, [person.name, ...person.emails]);
  if (reason) throw new Refusal(reason);
  return hashPassword(password);
}

async function keep(
  app: App,
  tx: Tx,
  person: Person,
  passwordHash: string,
  session: Id<'ses'> | undefined,
): Promise<void> {
  const { accountId } = person;
  await updatePassword(tx, accountId, passwordHash);
  await deleteOtherSessions(tx, accountId, session);
  await deleteTokensOf(tx, accountId);
  const lang = (await findAccount(tx, accountId))?.locale ?? 'en';
  const [to] = person.emails;
  if (to) await postLetter(app, tx, 'password-changed', { to, lang, about: accountId, path: '/forgot-password' });
  await record(app, tx, { verb: 'account.password-set', by: person, about: accountId });
}
