import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { type TestHub, testHub } from '../../testing/test-hub.ts';
import { hashPassword } from './password.ts';

const password = 'seven slow herons';
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

async function signedIn(hub: TestHub) {
  await hub.given.alliance();
  const wen = await hub.given.account('Wen Lanternfield', {
    email: 'wen@example.org',
    passwordHash: await hashPassword(password),
  });
  return { wen, browser: await hub.given.browserOf(wen, firefox) };
}

it('sends visitors to sign in first', async () => {
  const hub = await testHub();
  await hub.given.alliance();

  const responses = [
    await hub.browser().get('/account'),
    await hub.browser().get('/account/export'),
    await hub.browser().get('/account/delete'),
  ];

  expect(responses.map((response) => response.headers.get('location'))).toEqual([
    '/sign-in?next=%2Faccount',
    '/sign-in?next=%2Faccount%2Fexport',
    '/sign-in?next=%2Faccount%2Fdelete',
  ]);
});

it('keeps name, language, time zone and light', async () => {
  const hub = await testHub();
  const { browser } = await signedIn(hub);

  const response = await browser.post('/account/profile', {
    name: 'Wén Lanternfield',
    locale: 'en',
    timeZone: 'Asia/Tokyo',
    theme: 'dark',
  });

  expect([response.status, response.headers.get('location')]).toEqual([303, '/account#profile']);
  const page = await browser.read('/account');
  expect(page).toContain('data-theme="dark"');
  expect(page).toContain('value="Wén Lanternfield"');
  expect(await hub.given.rowsOf('account')).toMatchObject([{ theme: 'dark', time_zone: 'Asia/Tokyo' }]);
  expect((await hub.events()).at(-1)).toMatchObject({ verb: 'person.changed' });
});

it('says beside the form what is wrong with a profile', async () => {
  const hub = await testHub();
  const { browser } = await signedIn(hub);

  const response = await browser.post('/account/profile', {
    name: '',
    locale: 'en',
    timeZone: 'Mars/Olympus',
    theme: 'dark',
  });

  expect(response.status).toBe(422);
  expect(await response.text()).toContain('href="#f-timeZone"');
  expect(await hub.given.rowsOf('account')).toMatchObject([{ theme: null }]);
});

it('changes the password with the one until now, and signs other devices out', async () => {
  const hub = await testHub();
  const { wen, browser } = await signedIn(hub);
  const other = await hub.given.browserOf(wen);

  const response = await browser.post('/account/password', { current: password, password: 'three quick herons' });

  expect(response.headers.get('location')).toBe('/account#password');
  expect((await browser.get('/account')).status).toBe(200);
  expect((await other.get('/account')).status).toBe(303);
  expect(
    (await hub.browser().post('/sign-in', { email: 'wen@example.org', password: 'three quick herons' })).status,
  ).toBe(303);
});

it('does not change the password without the right one until now', async () => {
  const hub = await testHub();
  const { browser } = await signedIn(hub);

  const response = await browser.post('/account/password', { current: 'wrong', password: 'three quick herons' });

  expect(response.status).toBe(422);
  expect(await response.text()).toContain('This is not your password');
  expect((await hub.browser().post('/sign-in', { email: 'wen@example.org', password })).status).toBe(303);
});

it('sets a first password only a short while after signing in', async () => {
  const hub = await testHub();
  await hub.given.alliance();
  const bram = await hub.given.account('Bram Kettlewick');
  const browser = await hub.given.browserOf(bram);
  hub.pass({ minutes: 16 });

  const late = await browser.post('/account/password', { password: 'three quick herons' });

  expect(late.status).toBe(422);
  expect(await late.text()).toContain('Show once more that it is you');
  const fresh = await hub.given.browserOf(bram);
  expect((await fresh.post('/account/password', { password: 'three quick herons' })).status).toBe(303);
});

it('lists devices in words and signs one or all others out', async () => {
  const hub = await testHub();
  const { wen, browser } = await signedIn(hub);
  const phone = await hub.given.browserOf(
    wen,
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit Safari/604.1',
  );
  const third = await hub.given.browserOf(wen);
  const page = await browser.read('/account');
  expect(page).toContain('Firefox, Linux');
  expect(page).toContain('Safari, iPhone');
  const id = (await hub.given.rowsOf('session'))
    .map((row) => ('device' in row && row.device.includes('iPhone') ? row.id : ''))
    .join('');

  await browser.post(`/account/sessions/${id}/end`);

  expect((await phone.get('/account')).status).toBe(303);
  expect((await third.get('/account')).status).toBe(200);
  await browser.post('/account/sessions/end-others');
  expect((await third.get('/account')).status).toBe(303);
  expect((await browser.get('/account')).status).toBe(200);
});

it("does not end somebody else's session", async () => {
  const hub = await testHub();
  const { browser } = await signedIn(hub);
  const bram = await hub.given.account('Bram Kettlewick');
  const other = await hub.given.browserOf(bram);
  const [, session] = await hub.given.rowsOf('session');

  await browser.post(`/account/sessions/${String(session && 'id' in session && session.id)}/end`);

  expect((await other.get('/account')).status).toBe(200);
});

it('hands over everything that is kept about a person, and nothing that lets anybody in', async () => {
  const hub = await testHub();
  const { browser } = await signedIn(hub);

  const response = await browser.get('/account/export');

  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  const account = JSON.parse(Buffer.from(files['account.json'] ?? '').toString());
  expect(response.headers.get('content-type')).toBe('application/zip');
  expect(account).toMatchObject({
    person: { name: 'Wen Lanternfield' },
    emails: [{ address: 'wen@example.org' }],
    sessions: [{ device: 'Firefox, Linux' }],
    events: [{ verb: 'account.created' }],
  });
  expect(JSON.stringify(account)).not.toMatch(/argon2|token|webauthn/i);
});

it('leads people back to the organizations that they work for, from every page and from the account', async () => {
  const hub = await testHub();
  const { wen, browser } = await signedIn(hub);
  await hub.given.organization('Harbour City Library', { owner: wen });

  const home = await browser.read('/');
  const account = await browser.read('/account');

  const way = 'href="/organizations/harbour-city-library"';
  expect(home.slice(0, home.indexOf('<main'))).toContain(way);
  const main = account.slice(account.indexOf('<main'));
  expect(main).toContain(way);
  expect(main).toContain('href="/account/affiliations"');
});

it('names at most four organizations in the menu, and none to who works for none', async () => {
  const hub = await testHub();
  const { wen, browser } = await signedIn(hub);
  const before = await browser.read('/');
  for (const name of ['Abbey', 'Bakery', 'Cinema', 'Dairy', 'Eatery'])
    await hub.given.organization(name, { owner: wen });

  const page = await browser.read('/account/delete');

  expect(before).not.toContain('/account#organizations');
  const menu = page.slice(page.indexOf('id="me"'), page.indexOf('</nav>'));
  expect(menu.match(/href="\/organizations\/[a-z]+"/g)).toEqual([
    'href="/organizations/abbey"',
    'href="/organizations/bakery"',
    'href="/organizations/cinema"',
    'href="/organizations/dairy"',
  ]);
  expect(menu).toContain('href="/account#organizations"');
});
