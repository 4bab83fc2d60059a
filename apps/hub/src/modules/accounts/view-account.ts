import type { Person } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import type { Account, EmailAddress, Passkey, Session } from './model.ts';
import { listPasskeys } from './passkey-store.ts';
import { listSessions } from './session-store.ts';
import { findAccount, listEmails } from './store.ts';

export interface AccountOverview {
  name: string;
  account: Account | undefined;
  emails: EmailAddress[];
  passkeys: Passkey[];
  sessions: Session[];
}

/** What the account page shows. */
export async function viewAccount(app: Pick<App, 'clock' | 'db'>, person: Person): Promise<AccountOverview> {
  const id = person.accountId;
  const [account, emails, passkeys, sessions] = await Promise.all([
    findAccount(app.db, id),
    listEmails(app.db, id),
    listPasskeys(app.db, id),
    listSessions(app.db, id, app.clock()),
  ]);
  return { name: person.name, account, emails, passkeys, sessions };
}
