import { expect, it } from 'vitest';
import { Authenticator } from '../../testing/authenticator.ts';
import type { Browser } from '../../testing/browser.ts';
import { type TestHub, type TestHubOptions, testHub } from '../../testing/test-hub.ts';
import { hashPassword } from './password.ts';

const origin = 'https://hub.example';

async function start(options: TestHubOptions = {}) {
  const hub = await testHub(options);
  await hub.given.alliance();
  const wen = await hub.given.account('Wen Lanternfield', { email: 'wen@example.org' });
  return { hub, wen, browser: await hub.given.browserOf(wen), device: new Authenticator() };
}

async function challengeAt(browser: Browser, path: string): Promise<string> {
  const response = await browser.postJson(path, {});
  return (await response.json()).challenge;
}

async function register(browser: Browser, device: Authenticator, name = 'My phone'): Promise<Response> {
  const challenge = await challengeAt(browser, '/account/passkeys/options');
  return browser.postJson('/account/passkeys/verify', { name, response: device.register({ challenge, origin }) });
}

async function handleOf(hub: TestHub): Promise<string> {
  const [account] = await hub.db.selectFrom('account').select('webauthn_handle').execute();
  return account?.webauthn_handle.toString('base64url') ?? '';
}

it('adds a passkey and signs in with it, without any name', async () => {
  const { hub, wen, browser, device } = await start();
  const added = await register(browser, device);
  expect(await added.json()).toEqual({ next: '/account' });
  expect(await browser.read('/account')).toContain('My phone');
  const stranger = hub.browser();
  const challenge = await challengeAt(stranger, '/sign-in/passkey/options');

  const response = device.answer({ challenge, origin }, await handleOf(hub));
  const entered = await stranger.postJson('/sign-in/passkey/verify', { next: '/account', response });

  expect(await entered.json()).toEqual({ next: '/account' });
  expect(await stranger.read('/account')).toContain('Wen Lanternfield');
  expect(await hub.given.rowsOf('passkey')).toMatchObject([
    { account: wen.accountId, counter: '2', label: 'My phone' },
  ]);
  expect((await hub.events()).at(-1)).toMatchObject({ verb: 'account.passkey-added', object: wen.accountId });
  expect(await hub.letters('wen@example.org')).toMatchObject([
    { subject: 'A new passkey on your account', text: expect.stringContaining('My phone') },
  ]);
});

it('asks for a key that stays on the device and knows its owner, bound to this hub', async () => {
  const { browser, device } = await start();
  await register(browser, device);

  const options = await (await browser.postJson('/account/passkeys/options', {})).json();

  expect(options).toMatchObject({
    rp: { id: 'hub.example', name: 'Badge Alliance' },
    user: { name: 'wen@example.org' },
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: [{ id: device.id.toString('base64url') }],
  });
});

it('takes each challenge once', async () => {
  const { hub, browser, device } = await start();
  await register(browser, device);
  const challenge = await challengeAt(browser, '/sign-in/passkey/options');
  const tryOnce = () =>
    hub.browser().postJson('/sign-in/passkey/verify', { response: device.answer({ challenge, origin }) });

  const answers = [await tryOnce(), await tryOnce()];

  expect(answers.map(({ status }) => status)).toEqual([200, 422]);
});

it.each([
  ['a challenge that is not ours', { challenge: 'a'.repeat(43) }],
  ['another site', { origin: 'https://evil.example' }],
])('refuses an answer for %s', async (_what, wrong) => {
  const { hub, browser, device } = await start();
  await register(browser, device);
  const challenge = await challengeAt(browser, '/sign-in/passkey/options');

  const response = device.answer({ challenge, origin, ...wrong });
  const entered = await hub.browser().postJson('/sign-in/passkey/verify', { response });

  expect([entered.status, (await entered.json()).code]).toEqual([422, 'account.passkey-refused']);
});

it('refuses an unknown key, a wrong signature, a wrong owner and a challenge that is too old', async () => {
  const { hub, browser, device } = await start();
  await register(browser, device);
  const answer = async (change: (challenge: string) => ReturnType<Authenticator['answer']>, wait = 0) => {
    const challenge = await challengeAt(hub.browser(), '/sign-in/passkey/options');
    hub.pass({ minutes: wait });
    return (await hub.browser().postJson('/sign-in/passkey/verify', { response: change(challenge) })).status;
  };
  const forged = (challenge: string) => ({
    ...new Authenticator().answer({ challenge, origin }),
    id: device.id.toString('base64url'),
  });

  const statuses = [
    await answer((challenge) => new Authenticator().answer({ challenge, origin })),
    await answer(forged),
    await answer((challenge) =>
      device.answer({ challenge, origin }, Buffer.from('somebody else').toString('base64url')),
    ),
    await answer((challenge) => device.answer({ challenge, origin }), 6),
  ];

  expect(statuses).toEqual([422, 422, 422, 422]);
  expect(await hub.given.rowsOf('session')).toHaveLength(1);
});

it("does not add a key with a challenge that was made for somebody else's account", async () => {
  const { hub, browser, device } = await start();
  const bram = await hub.given.browserOf(await hub.given.account('Bram Kettlewick'));
  const challenge = await challengeAt(bram, '/account/passkeys/options');

  const added = await browser.postJson('/account/passkeys/verify', {
    response: device.register({ challenge, origin }),
  });

  expect(added.status).toBe(422);
  expect(await hub.given.rowsOf('passkey')).toEqual([]);
});

it('refuses what is not an answer, and visitors', async () => {
  const { hub, browser } = await start();

  const responses = [
    await browser.postJson('/account/passkeys/verify', { response: { id: '<script>' } }),
    await browser.postJson('/sign-in/passkey/verify', []),
    await hub.browser().postJson('/account/passkeys/options', {}),
    await hub.browser().postJson('/account/passkeys/verify', {}),
  ];

  expect(responses.map(({ status }) => status)).toEqual([400, 400, 401, 401]);
});

it('renames and removes a passkey', async () => {
  const { hub, wen, browser, device } = await start({ config: { smtpUrl: 'smtp://127.0.0.1:1' } });
  await register(browser, device);
  const [passkey] = await hub.db.selectFrom('passkey').selectAll().execute();
  const stranger = await hub.given.browserOf(await hub.given.account('Bram Kettlewick'));

  const notMine = await stranger.post(`/account/passkeys/${passkey?.id}`, { label: 'Mine now' });
  await browser.post(`/account/passkeys/${passkey?.id}`, { label: 'Old <phone>' });
  const page = await browser.read('/account');
  const notMineEither = await stranger.post(`/account/passkeys/${passkey?.id}/remove`);
  const removed = await browser.post(`/account/passkeys/${passkey?.id}/remove`);

  expect([notMine.status, notMineEither.status, removed.status]).toEqual([404, 404, 303]);
  expect(page).toContain('Old &lt;phone&gt;');
  expect(await hub.given.rowsOf('passkey')).toEqual([]);
  expect((await hub.events()).at(-1)).toMatchObject({ verb: 'account.passkey-removed', object: wen.accountId });
});

it('keeps the last way in where nobody can be mailed a link', async () => {
  const { hub, wen, browser, device } = await start();
  await register(browser, device);
  const [passkey] = await hub.db.selectFrom('passkey').selectAll().execute();

  const refused = await browser.post(`/account/passkeys/${passkey?.id}/remove`);

  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('your last way to sign in');
  await hub.db
    .updateTable('account')
    .set({ password_hash: await hashPassword('seven slow herons') })
    .where('id', '=', wen.accountId)
    .execute();
  expect((await browser.post(`/account/passkeys/${passkey?.id}/remove`)).status).toBe(303);
});
