import type { App } from '../../kernel/app.ts';
import type { Id } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { TokenPurpose } from './model.ts';
import { hashSecret } from './secrets.ts';
import { findToken, type Token, takeToken } from './token-store.ts';

type Needs = Pick<App, 'clock' | 'db'>;

/** Looks whether a link still works, and leaves it so: mail scanners open links too. */
export async function openLink(app: Needs, purpose: TokenPurpose, secret: string): Promise<Token> {
  const token = await findToken(app.db, purpose, hashSecret(secret), app.clock());
  // A link to an address without an account was never mailed, but exists so that both cases cost the same.
  if (!token || (purpose !== 'sign-up' && !token.accountId)) throw new Refusal('account.link-used-or-expired');
  return token;
}

/** Signs in by a mailed link, once. */
export async function signInByLink(app: Needs, secret: string): Promise<{ accountId: Id<'acc'>; next?: string }> {
  const token = await takeToken(app.db, 'sign-in', hashSecret(secret), app.clock());
  if (!token?.accountId) throw new Refusal('account.link-used-or-expired');
  return { accountId: token.accountId, next: token.facts.next };
}
