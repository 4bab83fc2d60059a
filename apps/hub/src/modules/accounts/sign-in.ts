import type { App } from '../../kernel/app.ts';
import type { Id } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { isPassword } from './password.ts';
import { findAccountByAddress } from './store.ts';

type Needs = Pick<App, 'db' | 'limits'>;

/** The account that address and password open. The same refusal, after the same work, whatever was wrong. */
export async function signIn(
  app: Needs,
  input: { email: string; password: string; remote: string },
): Promise<Id<'acc'>> {
  // a whole classroom may come from one address
  await app.limits.take(`sign-in from ${input.remote}`, { capacity: 100, perMinute: 30 });
  await app.limits.take(`sign-in as ${input.email}`, { capacity: 10, perMinute: 1 });
  const account = await findAccountByAddress(app.db, input.email);
  const right = await isPassword(input.password, account?.passwordHash);
  if (!account || !right) throw new Refusal('account.wrong-credentials');
  return account.id;
}
