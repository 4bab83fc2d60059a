import { expect, it } from 'vitest';
import { testHub } from '../../testing/test-hub.ts';

async function start() {
  const hub = await testHub();
  await hub.given.alliance();
  return hub;
}

it("keeps a visitor's light and time zone in the browser and leads back", async () => {
  const hub = await start();
  const browser = hub.browser();

  const response = await browser.post('/preferences', {
    theme: 'dark',
    timeZone: 'Asia/Tokyo',
    back: '/sign-in?next=%2Faccount',
  });

  expect([response.status, response.headers.get('location')]).toEqual([303, '/sign-in?next=%2Faccount']);
  expect([browser.cookies.get('__Host-theme'), browser.cookies.get('__Host-zone')]).toEqual(['dark', 'Asia/Tokyo']);
  expect(await browser.read('/sign-in')).toContain('data-theme="dark"');
});

it('keeps them with the account of whoever is signed in, for every device', async () => {
  const hub = await start();
  const wen = await hub.given.account();
  const browser = await hub.given.browserOf(wen);

  await browser.post('/preferences', { theme: 'dark', back: '/account' });

  expect(browser.cookies.has('__Host-theme')).toBe(false);
  expect(await (await hub.given.browserOf(wen)).read('/account')).toContain('data-theme="dark"');
});

it('lets the account decide from the moment somebody signs in', async () => {
  const hub = await start();
  const browser = hub.browser();
  await browser.post('/preferences', { theme: 'light' });
  const wen = await hub.given.account('Wen Lanternfield', { email: 'wen@example.org' });
  await (await hub.given.browserOf(wen)).post('/preferences', { theme: 'dark' });
  await browser.post('/sign-in/link', { email: 'wen@example.org' });
  const link = /https:\S+/.exec((await hub.letters())[0]?.text ?? '')?.[0] ?? '';

  await browser.post(new URL(link).pathname);

  expect(await browser.read('/account')).toContain('data-theme="dark"');
});

it.each([
  [{ theme: 'purple' }],
  [{ locale: 'tlh' }],
  [{ locale: '../../etc' }],
  [{ timeZone: 'Mars/Olympus' }],
  [{ theme: 'dark', admin: 'yes' }],
])('leaves everything as it was for %j', async (wanted) => {
  const hub = await start();
  const browser = hub.browser();

  const response = await browser.post('/preferences', { ...wanted, back: 'https://evil.example/' });

  expect(response.headers.get('location')).toBe('/');
  expect([...browser.cookies.keys()]).toEqual(['__Host-visit']);
});
