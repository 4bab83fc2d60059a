import { expect, it } from 'vitest';
import { type TestHub, testHub } from '../../testing/test-hub.ts';
import { hashPassword } from './password.ts';

const password = 'seven slow herons';

async function hubWithWen(): Promise<TestHub> {
  const hub = await testHub();
  await hub.given.alliance();
  await hub.given.account('Wen Lanternfield', { email: 'wen@example.org', passwordHash: await hashPassword(password) });
  return hub;
}

it('opens an account with its address and password, whatever the case of the address', async () => {
  const hub = await hubWithWen();
  const browser = hub.browser();

  const response = await browser.post('/sign-in', { email: ' Wen@Example.org ', password, next: '/verify?a=1' });

  expect([response.status, response.headers.get('location')]).toEqual([303, '/verify?a=1']);
  expect(await hub.given.rowsOf('session')).toHaveLength(1);
  const again = await browser.get('/sign-in');
  expect(again.headers.get('location')).toBe('/');
});

it('says the same of a wrong password and of an address without an account', async () => {
  const hub = await hubWithWen();
  const page = async (email: string) => {
    const response = await hub.browser().post('/sign-in', { email, password: 'three quick herons' });
    return { status: response.status, text: (await response.text()).replaceAll(email, '…') };
  };

  const [wrong, unknown] = [await page('wen@example.org'), await page('nobody@example.org')];

  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('do not belong together');
  expect(unknown).toEqual(wrong);
  expect(await hub.given.rowsOf('session')).toEqual([]);
});

it('does not open an account that has no password', async () => {
  const hub = await hubWithWen();
  await hub.given.account('Bram Kettlewick', { email: 'bram@example.org' });

  const response = await hub
    .browser()
    .post('/sign-in', { email: 'bram@example.org', password: 'the password of nobody' });

  expect(response.status).toBe(422);
});

it('never leads to another site', async () => {
  const hub = await hubWithWen();

  const to = async (next: string) =>
    (await hub.browser().post('/sign-in', { email: 'wen@example.org', password, next })).headers.get('location');

  expect(await to('https://evil.example/')).toBe('/');
  expect(await to('//evil.example/')).toBe('/');
  expect(await to('/\\evil.example')).toBe('/');
});

it('gives a new session at every sign-in and ends the one before', async () => {
  const hub = await hubWithWen();
  const browser = hub.browser();
  await browser.post('/sign-in', { email: 'wen@example.org', password });
  const before = browser.cookies.get('__Host-session');

  await browser.post('/sign-in', { email: 'wen@example.org', password });

  expect(browser.cookies.get('__Host-session')).not.toBe(before);
  expect(await hub.given.rowsOf('session')).toHaveLength(1);
});

it('keeps only a hash of what the cookie carries', async () => {
  const hub = await hubWithWen();
  const browser = hub.browser();
  await browser.post('/sign-in', { email: 'wen@example.org', password });

  const kept = JSON.stringify(await hub.given.rowsOf('session'));

  const cookie = browser.cookies.get('__Host-session') ?? '';
  expect(Buffer.from(cookie, 'base64url')).toHaveLength(32);
  expect(kept).not.toContain(cookie);
});

it('slows down whoever tries passwords of one address, right ones too', async () => {
  const hub = await hubWithWen();
  for (let tries = 0; tries < 10; tries++)
    await hub.browser().post('/sign-in', { email: 'wen@example.org', password: `wrong ${tries}` });

  const blocked = await hub.browser().post('/sign-in', { email: 'wen@example.org', password });

  expect(blocked.status).toBe(429);
  hub.pass({ minutes: 2 });
  expect((await hub.browser().post('/sign-in', { email: 'wen@example.org', password })).status).toBe(303);
});

it('ends a session thirty days after the last visit, not after the first', async () => {
  const hub = await hubWithWen();
  const browser = hub.browser();
  await browser.post('/sign-in', { email: 'wen@example.org', password });
  const isIn = async () => (await browser.get('/sign-in')).status === 303;

  hub.pass({ days: 29 });
  const after29 = await isIn();
  hub.pass({ days: 29 });
  const after58 = await isIn();
  hub.pass({ days: 31 });
  const after89 = await isIn();

  expect([after29, after58, after89]).toEqual([true, true, false]);
});

it('signs out', async () => {
  const hub = await hubWithWen();
  const browser = hub.browser();
  await browser.post('/sign-in', { email: 'wen@example.org', password });

  const response = await browser.post('/sign-out');

  expect(response.headers.get('location')).toBe('/');
  expect(browser.cookies.has('__Host-session')).toBe(false);
  expect(await hub.given.rowsOf('session')).toEqual([]);
});

it.each(['', 'x'.repeat(2000), "' or 1=1 --", '\u0000\u202e'])('bears %j as an address', async (email) => {
  const hub = await hubWithWen();

  const response = await hub.browser().post('/sign-in', { email, password });

  expect(response.status).toBe(422);
});

it('gives every form of a first visit the same hidden value', async () => {
  const hub = await hubWithWen();

  const page = await (await hub.request('/sign-in', { headers: { accept: 'text/html' } })).text();

  const values = [...page.matchAll(/(?:name="_csrf" value|data-csrf)="([^"]+)"/g)].map((match) => match[1]);
  expect(values.length).toBeGreaterThan(2);
  expect(new Set(values).size).toBe(1);
});

it('refuses a form of another site', async () => {
  const hub = await hubWithWen();
  const form = { method: 'POST', body: new URLSearchParams({ email: 'wen@example.org', password }) };

  const responses = [
    await hub.request('/sign-in', { ...form, headers: { accept: 'text/html' } }),
    await hub.request('/sign-in', { ...form, headers: { accept: 'text/html', 'sec-fetch-site': 'cross-site' } }),
    await hub.request('/sign-in', { ...form, headers: { accept: 'text/html', origin: 'https://evil.example' } }),
  ];

  expect(responses.map(({ status }) => status)).toEqual([403, 403, 403]);
  expect(await hub.given.rowsOf('session')).toEqual([]);
});

it('sets a cookie that scripts cannot read and other sites do not send', async () => {
  const hub = await hubWithWen();

  const response = await hub.browser().post('/sign-in', { email: 'wen@example.org', password });

  const cookie = response.headers.getSetCookie().find((line) => line.startsWith('__Host-session='));
  expect(cookie).toMatch(/Path=\/; HttpOnly; Secure; SameSite=Lax|HttpOnly.*Secure.*SameSite=Lax/);
});
