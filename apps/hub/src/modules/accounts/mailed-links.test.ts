import { expect, it } from 'vitest';
import { type TestHub, testHub } from '../../testing/test-hub.ts';
import { hashPassword } from './password.ts';
import { signInByLink } from './use-link.ts';

const password = 'seven slow herons';

async function hubWithWen(): Promise<TestHub> {
  const hub = await testHub();
  await hub.given.alliance();
  await hub.given.account('Wen Lanternfield', { email: 'wen@example.org', passwordHash: await hashPassword(password) });
  return hub;
}

async function linkIn(hub: TestHub): Promise<string> {
  const letter = (await hub.letters('wen@example.org')).at(-1);
  return new URL(/https:\S+/.exec(letter?.text ?? '')?.[0] ?? '').pathname;
}

it('signs in by a mailed link and leads where one wanted to go', async () => {
  const hub = await hubWithWen();
  const browser = hub.browser();
  await browser.post('/sign-in/link', { email: 'wen@example.org', password: '', next: '/account' });
  const link = await linkIn(hub);
  expect(await browser.read(link)).toContain('wen@example.org');
  expect(await hub.given.rowsOf('session')).toEqual([]);

  const response = await browser.post(link);

  expect([response.status, response.headers.get('location')]).toEqual([303, '/account']);
  expect(await browser.read('/account')).toContain('Wen Lanternfield');
});

it.each([
  ['/sign-in/link', 'wen@example.org'],
  ['/forgot-password', 'wen@example.org'],
])('answers %s the same for an address without an account, and leaves as much behind', async (path, email) => {
  const hub = await hubWithWen();
  const answer = async (address: string) => {
    const browser = hub.browser();
    const response = await browser.post(path, { email: address });
    const page = await browser.read('/letter-sent');
    return { status: response.status, to: response.headers.get('location'), page: page.replaceAll(address, '…') };
  };

  const [known, unknown] = [await answer(email), await answer('nobody@example.org')];

  expect(known).toEqual(unknown);
  expect(await hub.given.rowsOf('account_token')).toHaveLength(2);
  expect((await hub.letters('nobody@example.org')).map(({ text }) => text)).toEqual([
    expect.stringContaining('There is no account with it'),
  ]);
});

it('opens nothing with the token that no letter carried', async () => {
  const hub = await hubWithWen();
  await hub.browser().post('/sign-in/link', { email: 'nobody@example.org' });

  const [letter] = await hub.letters('nobody@example.org');

  expect(letter?.text).not.toContain('/sign-in/link/');
});

it('lets a link be used once, also when it is pressed twice at once', async () => {
  const hub = await hubWithWen();
  await hub.browser().post('/sign-in/link', { email: 'wen@example.org' });
  const secret = (await linkIn(hub)).split('/').at(-1) ?? '';

  const results = await Promise.allSettled([signInByLink(hub, secret), signInByLink(hub, secret)]);

  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await hub.browser().get(`/sign-in/link/${secret}`)).status).toBe(410);
});

it('does not take a link for another purpose than its own', async () => {
  const hub = await hubWithWen();
  await hub.browser().post('/sign-in/link', { email: 'wen@example.org' });
  const secret = (await linkIn(hub)).split('/').at(-1);

  const response = await hub.browser().post(`/reset-password/${secret}`, { password: 'three quick herons' });

  expect(response.status).toBe(410);
});

it('keeps no secret of a link in the database but in the letter', async () => {
  const hub = await hubWithWen();
  await hub.browser().post('/sign-in/link', { email: 'wen@example.org' });
  const secret = (await linkIn(hub)).split('/').at(-1) ?? '';

  const kept = JSON.stringify(await hub.given.rowsOf('account_token'));

  expect(secret).toHaveLength(43);
  expect(kept).not.toContain(secret);
});

it('sets a new password by a mailed link, ends all sessions, and signs in', async () => {
  const hub = await hubWithWen();
  const other = hub.browser();
  await other.post('/sign-in', { email: 'wen@example.org', password });
  const browser = hub.browser();
  await browser.post('/forgot-password', { email: 'wen@example.org' });
  const link = await linkIn(hub);

  const response = await browser.post(link, { password: 'three quick herons' });

  expect([response.status, response.headers.get('location')]).toEqual([303, '/']);
  expect((await browser.get('/account')).status).toBe(200);
  expect((await other.get('/account')).headers.get('location')).toBe('/sign-in?next=%2Faccount');
  expect((await hub.browser().post('/sign-in', { email: 'wen@example.org', password })).status).toBe(422);
  expect((await hub.letters()).map(({ subject }) => subject)).toContain('Your password was changed');
  expect((await hub.events()).at(-1)).toMatchObject({ verb: 'account.password-set' });
});

it('leaves the link as it is when the new password is too weak', async () => {
  const hub = await hubWithWen();
  await hub.browser().post('/forgot-password', { email: 'wen@example.org' });
  const link = await linkIn(hub);

  const weak = await hub.browser().post(link, { password: 'lanternfield' });

  expect(weak.status).toBe(422);
  expect(await weak.text()).toContain('too easy to guess');
  expect((await hub.browser().post(link, { password: 'three quick herons' })).status).toBe(303);
});

it('makes every other link of the account useless once the password changed', async () => {
  const hub = await hubWithWen();
  await hub.browser().post('/sign-in/link', { email: 'wen@example.org' });
  const older = await linkIn(hub);
  hub.pass({ seconds: 1 });
  await hub.browser().post('/forgot-password', { email: 'wen@example.org' });

  await hub.browser().post(await linkIn(hub), { password: 'three quick herons' });

  expect((await hub.browser().post(older)).status).toBe(410);
});

it('refuses a sign-in link after half an hour and a reset link after one', async () => {
  const hub = await hubWithWen();
  await hub.browser().post('/sign-in/link', { email: 'wen@example.org' });
  const signIn = await linkIn(hub);
  hub.pass({ minutes: 31 });
  await hub.browser().post('/forgot-password', { email: 'wen@example.org' });
  const reset = await linkIn(hub);

  const first = await hub.browser().post(signIn);
  hub.pass({ minutes: 61 });
  const second = await hub.browser().post(reset, { password: 'three quick herons' });

  expect([first.status, second.status]).toEqual([410, 410]);
});
