import { expect, it } from 'vitest';
import { type TestHub, testHub } from '../../testing/test-hub.ts';
import { confirmAccount } from './confirm-account.ts';

const ada = { name: 'Ada Pell', email: 'ada@example.org', password: 'seven slow herons', next: '/backpack' };

async function openHub(): Promise<TestHub> {
  const hub = await testHub();
  await hub.given.alliance();
  return hub;
}

/** The path of the link in the newest letter to an address. */
async function linkTo(hub: TestHub, address: string): Promise<string> {
  const letter = (await hub.letters(address)).at(-1);
  return new URL(/https:\S+/.exec(letter?.text ?? '')?.[0] ?? '').pathname;
}

it('makes an account when the mailed link comes back, and not before', async () => {
  const hub = await openHub();
  const browser = hub.browser();
  const asked = await browser.post('/sign-up', ada);
  expect([asked.status, asked.headers.get('location')]).toEqual([303, '/letter-sent']);
  expect(await browser.read('/letter-sent')).toContain('ada@example.org');
  expect(await hub.given.rowsOf('account')).toEqual([]);
  const link = await linkTo(hub, 'ada@example.org');

  const page = await browser.read(link);
  const confirmed = await browser.post(link);

  expect(page).toContain('Make my account');
  expect([confirmed.status, confirmed.headers.get('location')]).toEqual([303, '/backpack']);
  expect(await browser.read('/account')).toContain('value="Ada Pell"');
  expect(await hub.given.rowsOf('email_address')).toMatchObject([{ address: 'ada@example.org', is_primary: true }]);
  expect(await hub.events()).toMatchObject([{ verb: 'account.created' }]);
});

it('answers the same whether or not there is an account, and tells its owner by mail', async () => {
  const hub = await openHub();
  await hub.given.account('Ada Pell', { email: 'ada@example.org' });
  const answer = async (email: string) => {
    const browser = hub.browser();
    const response = await browser.post('/sign-up', { ...ada, email });
    const page = await browser.read('/letter-sent');
    return { status: response.status, to: response.headers.get('location'), page: page.replaceAll(email, '…') };
  };

  const [known, unknown] = [await answer('ada@example.org'), await answer('new@example.org')];

  expect(known).toEqual(unknown);
  expect(await hub.letters('ada@example.org')).toMatchObject([
    { subject: 'You have an account at Badge Alliance already' },
  ]);
  expect(await hub.letters('new@example.org')).toMatchObject([{ subject: 'Your account at Badge Alliance' }]);
});

it('does not keep a password that was typed in another browser than the one that opens the link', async () => {
  const hub = await openHub();
  await hub.browser().post('/sign-up', ada);
  const owner = hub.browser();

  await owner.post(await linkTo(hub, 'ada@example.org'));

  expect(await hub.given.rowsOf('account')).toMatchObject([{ password_hash: null }]);
  expect(await owner.read('/account')).toContain('opened in another browser');
  expect((await hub.browser().post('/sign-in', { email: ada.email, password: ada.password })).status).toBe(422);
});

it('keeps the password when the link is opened in the same browser', async () => {
  const hub = await openHub();
  const browser = hub.browser();
  await browser.post('/sign-up', ada);

  await browser.post(await linkTo(hub, 'ada@example.org'));

  expect((await hub.browser().post('/sign-in', { email: ada.email, password: ada.password })).status).toBe(303);
});

it('uses a link once, also when it is pressed twice at once', async () => {
  const hub = await openHub();
  await hub.browser().post('/sign-up', ada);
  const secret = (await linkTo(hub, 'ada@example.org')).split('/').at(-1) ?? '';

  const results = await Promise.allSettled([
    confirmAccount(hub, secret, undefined),
    confirmAccount(hub, secret, undefined),
  ]);

  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'account.link-used-or-expired' },
  });
  expect(await hub.given.rowsOf('account')).toHaveLength(1);
});

it('gives one account when two links to one address are opened at once', async () => {
  const hub = await openHub();
  await hub.browser().post('/sign-up', ada);
  const first = (await linkTo(hub, 'ada@example.org')).split('/').at(-1) ?? '';
  hub.pass({ seconds: 1 });
  await hub.browser().post('/sign-up', { ...ada, name: 'Ada again' });
  const second = (await linkTo(hub, 'ada@example.org')).split('/').at(-1) ?? '';

  const [one, two] = await Promise.all([confirmAccount(hub, first, undefined), confirmAccount(hub, second, undefined)]);

  expect(first).not.toBe(second);
  expect(one.accountId).toBe(two.accountId);
  expect([one.isNew, two.isNew].sort()).toEqual([false, true]);
});

it('is not used up by a mail scanner that opens the link', async () => {
  const hub = await openHub();
  await hub.browser().post('/sign-up', ada);
  const link = await linkTo(hub, 'ada@example.org');

  await hub.browser().get(link);
  await hub.browser().get(link);

  expect((await hub.browser().post(link)).status).toBe(303);
});

it('refuses a link that is too old or made up', async () => {
  const hub = await openHub();
  await hub.browser().post('/sign-up', ada);
  const link = await linkTo(hub, 'ada@example.org');
  hub.pass({ days: 3 });

  const responses = [
    await hub.browser().get(link),
    await hub.browser().post(link),
    await hub.browser().get('/sign-up/confirm/made-up'),
    await hub.browser().post('/sign-up/confirm/made-up'),
  ];

  expect(responses.map(({ status }) => status)).toEqual([410, 410, 410, 410]);
  expect(await hub.given.rowsOf('account')).toEqual([]);
});

it.each([
  ['no name', { name: ' ' }],
  ['a name of many lines', { name: 'x'.repeat(200) }],
  ['an address with a line break', { email: 'ada@example.org\r\nBcc: all@example.org' }],
  ['no address', { email: '' }],
  ['a password that is too easy', { password: 'ada@example.org' }],
])('says what is wrong with %s and keeps the rest', async (_what, wrong) => {
  const hub = await openHub();

  const response = await hub.browser().post('/sign-up', { ...ada, name: 'Ada <i>Pell</i>', ...wrong });

  const page = await response.text();
  expect(response.status).toBe(422);
  expect(page).toContain('aria-invalid="true"');
  expect(page).not.toContain('<i>Pell</i>');
  expect(page).not.toContain('seven slow herons');
  expect(await hub.letters()).toEqual([]);
});

it('writes to one address five times and then waits', async () => {
  const hub = await openHub();
  const statuses = [];

  for (let count = 0; count < 6; count++) statuses.push((await hub.browser().post('/sign-up', ada)).status);

  expect(statuses).toEqual([303, 303, 303, 303, 303, 429]);
  expect(await hub.letters()).toHaveLength(5);
});
