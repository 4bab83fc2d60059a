import type { App } from '../../kernel/app.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { issueToken } from './issue-token.ts';
import { limitLetters, postLetter } from './letters.ts';
import { hashPassword } from './password.ts';
import { whyNotPassword } from './policy.ts';
import { hashSecret } from './secrets.ts';
import { findAccountByAddress } from './store.ts';

export interface AskForAccount {
  name: string;
  /** Lower case. */
  email: string;
  /** Undefined: links or passkeys only. */
  password?: string;
  lang: string;
  timeZone: string;
  /** What the browser that asks keeps in a cookie. */
  browser: string;
  next: string;
  remote: string;
}

/**
 * Signing up: a letter with a link goes to the address, and no account exists before it comes back.
 * Whoever has one already gets a letter that says so; the page says the same to everybody.
 */
export async function askForAccount(app: App, input: AskForAccount): Promise<void> {
  const { name, email, password, lang, timeZone, browser, next } = input;
  const reason = password === undefined ? null : whyNotPassword(password, [name, email]);
  if (reason) throw new Refusal(reason);
  await limitLetters(app, email, input.remote);
  const passwordHash = await hashPassword(password ?? browser);

  await app.db.transaction().execute(async (tx) => {
    const owner = await findAccountByAddress(tx, email);
    const facts = { name, lang, timeZone, next, browser: hashSecret(browser).toString('hex') };
    const token = owner
      ? await issueToken(app, tx, { purpose: 'sign-in', accountId: owner.id, address: email, facts: { next } })
      : await issueToken(app, tx, {
          purpose: 'sign-up',
          address: email,
          facts: { ...facts, ...(password === undefined ? {} : { passwordHash }) },
        });
    const path = owner ? `/sign-in/link/${token.secret}` : `/sign-up/confirm/${token.secret}`;
    const letter = { to: email, lang: owner?.locale ?? lang, about: token.id, path };
    await postLetter(app, tx, owner ? 'have-account' : 'sign-up', letter);
  });
}
