import { expect, it, onTestFinished } from 'vitest';
import type { Person } from '../../kernel/actor.ts';
import { type TestHub, testHub } from '../../testing/test-hub.ts';
import { addEmail, confirmEmail, makePrimary, removeEmail } from './change-emails.ts';
import { onEmailVerified } from './hooks.ts';
import { findAccountByAddress, listEmails } from './store.ts';

async function start(): Promise<{ hub: TestHub; wen: Person }> {
  const hub = await testHub();
  await hub.given.alliance();
  return { hub, wen: await hub.given.account('Wen Lanternfield', { email: 'wen@example.org' }) };
}

async function secretTo(hub: TestHub, address: string): Promise<string> {
  const letter = (await hub.letters(address)).at(-1);
  return /confirm\/(\S+)/.exec(letter?.text ?? '')?.[1] ?? '';
}

async function confirmed(hub: TestHub, person: Person, address: string): Promise<void> {
  await addEmail(hub, person, address, 'en');
  await confirmEmail(hub, person, await secretTo(hub, address));
}

it('confirms a second address by the mailed link and tells the first one', async () => {
  const { hub, wen } = await start();
  const browser = await hub.given.browserOf(wen);
  await browser.post('/account/emails', { email: 'Wen.L@School.example' });
  expect((await hub.given.again(wen)).emails).toEqual(['wen@example.org']);
  const link = `/account/emails/confirm/${await secretTo(hub, 'wen.l@school.example')}`;
  expect(await browser.read(link)).toContain('It is mine');

  const response = await browser.post(link);

  expect(response.headers.get('location')).toBe('/account#emails');
  expect((await hub.given.again(wen)).emails).toEqual(['wen@example.org', 'wen.l@school.example']);
  expect((await hub.letters('wen@example.org')).at(-1)).toMatchObject({ subject: 'A new address on your account' });
  expect((await hub.events()).at(-1)).toMatchObject({ verb: 'account.email-verified', object: wen.accountId });
});

it('tells those who listen which address was confirmed, in the same transaction', async () => {
  const { hub, wen } = await start();
  const heard: string[] = [];
  const leave = onEmailVerified(async (_app, tx, { address, accountId }) => {
    const owner = await findAccountByAddress(tx, address);
    if (owner?.id === accountId) heard.push(address);
    return [{ verb: 'test.heard', by: wen, about: accountId }];
  });
  onTestFinished(leave);

  await confirmed(hub, wen, 'w@school.example');

  expect(heard).toEqual(['w@school.example']);
  expect((await hub.events()).map(({ verb }) => verb).slice(-2)).toEqual(['account.email-verified', 'test.heard']);
});

it('answers the same for an address that another account has, and refuses its confirmation', async () => {
  const { hub, wen } = await start();
  await hub.given.account('Bram Kettlewick', { email: 'bram@example.org' });
  const browser = await hub.given.browserOf(wen);
  const page = async (email: string) => {
    const response = await browser.post('/account/emails', { email });
    return [response.status, response.headers.get('location')];
  };

  const answers = [await page('bram@example.org'), await page('free@example.org')];
  const refused = await browser.post(`/account/emails/confirm/${await secretTo(hub, 'bram@example.org')}`);

  expect(answers[0]).toEqual(answers[1]);
  expect(refused.status).toBe(409);
  expect(await refused.text()).not.toContain('Bram');
  expect((await hub.given.again(wen)).emails).toEqual(['wen@example.org']);
});

it('gives an address to one of two accounts that confirm it at once', async () => {
  const { hub, wen } = await start();
  const bram = await hub.given.account('Bram Kettlewick');
  await addEmail(hub, wen, 'shared@example.org', 'en');
  const first = await secretTo(hub, 'shared@example.org');
  hub.pass({ seconds: 1 });
  await addEmail(hub, bram, 'shared@example.org', 'en');
  const second = await secretTo(hub, 'shared@example.org');

  const results = await Promise.allSettled([confirmEmail(hub, wen, first), confirmEmail(hub, bram, second)]);

  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'account.email-taken' },
  });
});

it('does not let a stranger confirm their address on the account of whoever typed it', async () => {
  const { hub, wen } = await start();
  const bram = await hub.given.account('Bram Kettlewick');
  await addEmail(hub, wen, 'stranger@example.org', 'en');
  const secret = await secretTo(hub, 'stranger@example.org');

  const byVisitor = await hub.browser().post(`/account/emails/confirm/${secret}`);
  const byOther = confirmEmail(hub, bram, secret);

  expect(byVisitor.status).toBe(401);
  await expect(byOther).rejects.toMatchObject({ code: 'account.other-account' });
  expect((await hub.given.again(wen)).emails).toEqual(['wen@example.org']);
});

it('refuses a confirmation twice, too late, or after the address was removed', async () => {
  const { hub, wen } = await start();
  await confirmed(hub, wen, 'two@example.org');
  const used = await secretTo(hub, 'two@example.org');
  await addEmail(hub, wen, 'three@example.org', 'en');
  const removed = await secretTo(hub, 'three@example.org');
  const three = (await listEmails(hub.db, wen.accountId)).find(({ address }) => address === 'three@example.org');
  await removeEmail(hub, wen, three?.id ?? 'eml_');
  await addEmail(hub, wen, 'four@example.org', 'en');
  const late = await secretTo(hub, 'four@example.org');
  hub.pass({ days: 3 });

  for (const secret of [used, removed, late, 'made-up']) {
    await expect(confirmEmail(hub, wen, secret)).rejects.toMatchObject({ code: 'account.link-used-or-expired' });
  }
});

it('keeps the last confirmed address, also when two are removed at once', async () => {
  const { hub, wen } = await start();
  await confirmed(hub, wen, 'two@example.org');
  const [one, two] = await listEmails(hub.db, wen.accountId);

  const results = await Promise.allSettled([
    removeEmail(hub, wen, one?.id ?? 'eml_'),
    removeEmail(hub, wen, two?.id ?? 'eml_'),
  ]);

  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'account.email-last' } });
  expect(await listEmails(hub.db, wen.accountId)).toMatchObject([{ isPrimary: true }]);
});

it('makes a confirmed address the one for letters, and no other', async () => {
  const { hub, wen } = await start();
  await confirmed(hub, wen, 'two@example.org');
  await addEmail(hub, wen, 'three@example.org', 'en');
  const emails = await listEmails(hub.db, wen.accountId);
  const idOf = (address: string) => emails.find((email) => email.address === address)?.id ?? 'eml_';

  await makePrimary(hub, wen, idOf('two@example.org'));

  await expect(makePrimary(hub, wen, idOf('three@example.org'))).rejects.toMatchObject({
    code: 'account.email-unverified',
  });
  expect((await hub.given.again(wen)).emails).toEqual(['two@example.org', 'wen@example.org']);
});

it("does not touch somebody else's address", async () => {
  const { hub, wen } = await start();
  const bram = await hub.given.account('Bram Kettlewick');
  const [email] = await listEmails(hub.db, wen.accountId);

  await expect(removeEmail(hub, bram, email?.id ?? 'eml_')).rejects.toMatchObject({ code: 'web.not-found' });
  await expect(makePrimary(hub, bram, email?.id ?? 'eml_')).rejects.toMatchObject({ code: 'web.not-found' });
});

it('takes ten addresses and not eleven', async () => {
  const { hub, wen } = await start();
  for (let count = 1; count < 10; count++) await addEmail(hub, wen, `w${count}@example.org`, 'en');

  const eleventh = addEmail(hub, wen, 'w11@example.org', 'en');

  await expect(eleventh).rejects.toMatchObject({ code: 'account.too-many-emails' });
});

it('does everything on the page without script', async () => {
  const { hub, wen } = await start();
  const browser = await hub.given.browserOf(wen);
  await browser.post('/account/emails', { email: 'two@example.org' });
  const two = (await listEmails(hub.db, wen.accountId)).find(({ verifiedAt }) => !verifiedAt)?.id;

  const again = await browser.post(`/account/emails/${two}/send-again`);
  const primary = await browser.post(`/account/emails/${two}/primary`);
  const removed = await browser.post(`/account/emails/${two}/remove`);
  const gone = await browser.post(`/account/emails/${two}/remove`);
  const odd = await browser.post('/account/emails/eml_x/remove');

  expect([again.status, primary.status, removed.status, gone.status, odd.status]).toEqual([303, 422, 303, 404, 404]);
  expect(await hub.letters('two@example.org')).toHaveLength(2);
});
