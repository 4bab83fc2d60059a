import type { Person } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import type { Id } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { isPassword } from './password.ts';
import { whyNotTrusted } from './policy.ts';
import { findSession } from './session-store.ts';
import { findAccount } from './store.ts';

type Needs = Pick<App, 'clock' | 'db' | 'limits'>;

/** Makes sure, before something that cannot be taken back, that it is not somebody at an open laptop. */
export async function trust(
  app: Needs,
  person: Person,
  proof: { password?: string; sessionId?: Id<'ses'> },
): Promise<void> {
  const account = await findAccount(app.db, person.accountId);
  if (account?.passwordHash !== undefined) {
    await app.limits.take(`password of ${person.accountId}`, { capacity: 10, perMinute: 1 });
    if (await isPassword(proof.password ?? '', account.passwordHash)) return;
    throw new Refusal('account.wrong-password');
  }
  const session = proof.sessionId && (await findSession(app.db, proof.sessionId));
  const reason = whyNotTrusted(session?.createdAt, app.clock());
  if (reason) throw new Refusal(reason);
}
