import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { type Entered, enterByProof } from './enter-by-proof.ts';
import { hashSecret } from './secrets.ts';
import { takeToken } from './token-store.ts';

export interface ConfirmedAccount extends Entered {
  /** False: the link was opened in another browser, so the password that was typed there does not count. */
  hasPassword: boolean;
  next?: string;
}

/**
 * The link of the sign-up letter makes the account. A password counts only in the browser in which it was typed:
 * otherwise somebody could sign up with a stranger's address, and have the stranger confirm their password.
 */
export async function confirmAccount(app: App, secret: string, browser: string | undefined): Promise<ConfirmedAccount> {
  return app.db.transaction().execute(async (tx) => {
    const token = await takeToken(tx, 'sign-up', hashSecret(secret), app.clock());
    if (!token?.address) throw new Refusal('account.link-used-or-expired');
    const { name = '', lang, timeZone, next } = token.facts;
    const isSameBrowser = browser !== undefined && hashSecret(browser).toString('hex') === token.facts.browser;
    const passwordHash = isSameBrowser ? token.facts.passwordHash : undefined;
    const entered = await enterByProof(app, tx, { address: token.address, name, lang, timeZone, passwordHash });
    await record(app, tx, ...entered.events);
    return { ...entered, hasPassword: token.facts.passwordHash === undefined || isSameBrowser, next };
  });
}
