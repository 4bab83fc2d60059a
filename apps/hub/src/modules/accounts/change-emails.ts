import type { Person } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import type { Id } from '../../kernel/ids.ts';
import { Refusal, type RefusalCode } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tables.ts';
import { claimAddress } from './create-person.ts';
import { tellEmailVerified } from './hooks.ts';
import { issueToken } from './issue-token.ts';
import { limitLetters, postLetter } from './letters.ts';
import { type EmailAddress, mostAddresses } from './model.ts';
import { whyNotMakePrimary, whyNotRemoveEmail } from './policy.ts';
import { hashSecret } from './secrets.ts';
import { deleteEmail, insertEmail, listEmails, lockAccount, updateEmailVerified, updatePrimary } from './store.ts';
import { deleteTokensForEmail, takeToken } from './token-store.ts';

/**
 * Adds an address, or asks once more for its confirmation. The answer is the same whether or not another account has
 * it: that is said to whoever opens the letter.
 */
export async function addEmail(app: App, person: Person, address: string, lang: string): Promise<void> {
  await limitLetters(app, address, person.accountId);
  await app.db.transaction().execute(async (tx) => {
    if (!(await lockAccount(tx, person.accountId))) throw new Refusal('web.sign-in-needed');
    const emails = await listEmails(tx, person.accountId);
    const known = emails.find((email) => email.address === address);
    if (known?.verifiedAt) return;
    if (!known && emails.length >= mostAddresses) throw new Refusal('account.too-many-emails');
    const id = known?.id ?? app.newId('eml');
    if (!known) await insertEmail(tx, person.accountId, { id, address, isPrimary: false, createdAt: app.clock() });
    const wanted = { purpose: 'verify-email' as const, accountId: person.accountId, address, facts: { emailId: id } };
    const { secret } = await issueToken(app, tx, wanted);
    const path = `/account/emails/confirm/${secret}`;
    await postLetter(app, tx, 'verify-email', {
      to: address,
      lang,
      about: person.accountId,
      path,
      values: { name: person.name },
    });
  });
}

/**
 * Confirms an address by the mailed link. It counts for the account that asked, and only while signed in there:
 * otherwise somebody could have a stranger confirm the stranger's address on their account.
 */
export async function confirmEmail(app: App, person: Person, secret: string): Promise<string> {
  return app.db.transaction().execute(async (tx) => {
    const token = await takeToken(tx, 'verify-email', hashSecret(secret), app.clock());
    if (!token?.address) throw new Refusal('account.link-used-or-expired');
    if (token.accountId !== person.accountId) throw new Refusal('account.other-account');
    const { address } = token;
    await claimAddress(tx, person.accountId, address);
    const account = await lockAccount(tx, person.accountId);
    const emails = await listEmails(tx, person.accountId);
    const email = emails.find(({ id }) => id === token.facts.emailId);
    if (!account || !email) throw new Refusal('account.link-used-or-expired');
    await verify(app, tx, { person, lang: account.locale ?? 'en', email, emails });
    return address;
  });
}

interface Verifying {
  person: Person;
  lang: string;
  email: EmailAddress;
  /** All of the account. */
  emails: EmailAddress[];
}

async function verify(app: App, tx: Tx, { person, lang, email, emails }: Verifying): Promise<void> {
  const { personId, accountId } = person;
  await updateEmailVerified(tx, email.id, app.clock());
  const primary = emails.find(({ isPrimary }) => isPrimary);
  if (!primary) await updatePrimary(tx, accountId, email.id);
  const told = await tellEmailVerified(app, tx, { personId, accountId, address: email.address });
  if (primary) {
    const values = { added: email.address };
    await postLetter(app, tx, 'email-added', { to: primary.address, lang, about: accountId, path: '/account', values });
  }
  const verified = { verb: 'account.email-verified', by: person, about: accountId, data: { email: email.id } };
  await record(app, tx, verified, ...told);
}

export async function removeEmail(app: App, person: Person, id: Id<'eml'>): Promise<void> {
  await changeEmail(app, person, id, 'removed', async (tx, email, verified) => {
    const reason = whyNotRemoveEmail(email, verified.length);
    if (reason) return reason;
    await deleteEmail(tx, id);
    await deleteTokensForEmail(tx, person.accountId, email.address);
    const heir = verified.find((other) => other.id !== id);
    if (email.isPrimary && heir) await updatePrimary(tx, person.accountId, heir.id);
    return null;
  });
}

/** Letters go to the primary address. */
export async function makePrimary(app: App, person: Person, id: Id<'eml'>): Promise<void> {
  await changeEmail(app, person, id, 'primary', async (tx, email) => {
    const reason = whyNotMakePrimary(email);
    if (!reason) await updatePrimary(tx, person.accountId, id);
    return reason;
  });
}

type Change = (tx: Tx, email: EmailAddress, verified: EmailAddress[]) => Promise<RefusalCode | null>;

/** One change of one account at a time, so that two at once never leave it without an address. */
async function changeEmail(app: App, person: Person, id: Id<'eml'>, what: string, change: Change): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    await lockAccount(tx, person.accountId);
    const emails = await listEmails(tx, person.accountId);
    const email = emails.find((one) => one.id === id);
    if (!email) throw new Refusal('web.not-found');
    const verified = emails.filter(({ verifiedAt }) => verifiedAt !== undefined);
    const reason = await change(tx, email, verified);
    if (reason) throw new Refusal(reason);
    await record(app, tx, { verb: `account.email-${what}`, by: person, about: person.accountId, data: { email: id } });
  });
}
