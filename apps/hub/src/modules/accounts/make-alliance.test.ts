import { expect, it } from 'vitest';
import { testHub } from '../../testing/test-hub.ts';
import { type MakeAlliance, makeAlliance } from './make-alliance.ts';

const wanted: MakeAlliance = {
  name: 'Alliance of the Coast',
  purpose: 'We recognise what people on the coast can do.',
  lang: 'en',
  timeZone: 'Europe/Lisbon',
  steward: { name: 'Ottoline Quarry', email: 'ottoline@example.org', password: 'seven slow herons' },
};

const form = {
  name: wanted.name,
  purpose: wanted.purpose,
  lang: 'en',
  timeZone: 'Europe/Lisbon',
  person: 'Ottoline Quarry',
  email: 'Ottoline@Example.org',
  password: 'seven slow herons',
};

it('leads whoever comes first to the page that makes the alliance', async () => {
  const hub = await testHub();

  const response = await hub.browser().get('/');

  expect([response.status, response.headers.get('location')]).toEqual([303, '/first-run']);
});

it('makes the alliance and signs its first steward in', async () => {
  const hub = await testHub();
  const browser = hub.browser();
  expect(await browser.read('/first-run')).toContain('Make the alliance');

  const response = await browser.post('/first-run', form);

  expect([response.status, response.headers.get('location')]).toEqual([303, '/']);
  expect(await browser.read('/first-run')).toContain('Alliance of the Coast');
  expect(await hub.given.rowsOf('actor')).toMatchObject([
    { kind: 'hub', name: 'Alliance of the Coast', time_zone: 'Europe/Lisbon' },
    { kind: 'person', name: 'Ottoline Quarry', visibility: 'hidden' },
  ]);
  expect(await hub.given.rowsOf('email_address')).toMatchObject([
    { address: 'ottoline@example.org', is_primary: true },
  ]);
  expect(await hub.given.rowsOf('tie')).toMatchObject([{ kind: 'steward', state: 'active' }]);
  expect((await hub.events()).map(({ verb }) => verb)).toEqual(['alliance.made', 'account.created', 'steward.began']);
});

it('is gone once there is an alliance', async () => {
  const hub = await testHub();
  await hub.given.alliance();

  const [read, sent, demo] = [
    await hub.browser().get('/first-run'),
    await hub.browser().post('/first-run', form),
    await hub.browser().post('/first-run/demo'),
  ];

  expect([read.status, sent.status, demo.status]).toEqual([404, 404, 404]);
  expect(await hub.given.rowsOf('account')).toEqual([]);
});

it('gives one alliance and one steward when two people begin at once', async () => {
  const hub = await testHub();
  const second = { ...wanted, steward: { ...wanted.steward, email: 'late@example.org' } };

  const results = await Promise.allSettled([makeAlliance(hub, wanted), makeAlliance(hub, second)]);

  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(results.find((result) => result.status === 'rejected')).toMatchObject({ reason: { code: 'web.not-found' } });
  expect(await hub.given.rowsOf('account')).toHaveLength(1);
  expect(await hub.given.rowsOf('tie')).toHaveLength(1);
});

it.each(['short', '1234567890', 'ottoline2031', 'aaaaaaaaaaaaaa', 'abcdefghijklmn', 'alliance-coast'])(
  'does not take %s as the password of the first steward',
  async (password) => {
    const hub = await testHub();

    const attempt = makeAlliance(hub, { ...wanted, steward: { ...wanted.steward, password } });

    await expect(attempt).rejects.toMatchObject({ code: 'account.password-too-weak' });
    expect(await hub.given.rowsOf('actor')).toEqual([]);
  },
);

it('keeps what was typed when something is missing, but not the password', async () => {
  const hub = await testHub();

  const response = await hub.browser().post('/first-run', { ...form, email: 'ottoline', name: '<b>Coast</b> & co' });

  const page = await response.text();
  expect(response.status).toBe(422);
  expect(page).toContain('value="&lt;b&gt;Coast&lt;/b&gt; &amp; co"');
  expect(page).toContain('aria-invalid="true"');
  expect(page).not.toContain('seven slow herons');
});
