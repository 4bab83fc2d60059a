import { expect, it } from 'vitest';
import { testHub } from '../testing/test-hub.ts';
import { cookieName } from './cookies.ts';

it('binds cookies to the host on https, and keeps hubs on one machine apart on http', () => {
  const at = (address: string) => cookieName('session', new URL(address));

  expect(at('https://badges.example.org')).toBe('__Host-session');
  expect(at('http://localhost:3000')).toBe('session-3000');
  expect(at('http://localhost:3001')).toBe('session-3001');
  expect(at('http://badges.intranet.example')).toBe('session');
});

it('leaves the session of another hub on the same host alone', async () => {
  const hub = await testHub({ base: 'http://localhost:3000' });
  await hub.given.alliance();
  const browser = await hub.given.browserOf(await hub.given.account());
  browser.cookies.set('session-3001', 'of another hub');

  const page = await browser.read('/account');

  expect(page).toContain('Wen Lanternfield');
  expect(browser.cookies.get('session-3001')).toBe('of another hub');
});
