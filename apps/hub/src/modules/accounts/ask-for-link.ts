import type { App } from '../../kernel/app.ts';
import { issueToken } from './issue-token.ts';
import { limitLetters, postLetter } from './letters.ts';
import { findAccountByAddress } from './store.ts';

export interface AskForLink {
  purpose: 'sign-in' | 'reset-password';
  /** Lower case. */
  email: string;
  lang: string;
  next?: string;
  remote: string;
}

/**
 * Mails a link that signs in or sets a new password. An address without an account gets a letter that says so:
 * only whoever reads its mail learns it, and whoever forgot which address they used here finds out.
 */
export async function askForLink(app: App, { purpose, email, lang, next, remote }: AskForLink): Promise<void> {
  await limitLetters(app, email, remote);
  await app.db.transaction().execute(async (tx) => {
    const owner = await findAccountByAddress(tx, email);
    const token = await issueToken(app, tx, { purpose, accountId: owner?.id, address: email, facts: { next } });
    const about = { to: email, lang: owner?.locale ?? lang, about: token.id };
    if (!owner) await postLetter(app, tx, 'no-account', { ...about, path: '/sign-up' });
    else if (purpose === 'sign-in')
      await postLetter(app, tx, 'sign-in', { ...about, path: `/sign-in/link/${token.secret}` });
    else await postLetter(app, tx, 'reset', { ...about, path: `/reset-password/${token.secret}` });
  });
}
