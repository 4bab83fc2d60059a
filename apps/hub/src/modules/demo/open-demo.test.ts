import { expect, it } from 'vitest';
import { testHub } from '../../testing/test-hub.ts';

it('opens by one click, makes the visitor its steward, and lets everybody see with the eyes of everybody', async () => {
  const hub = await testHub();
  const browser = hub.browser();
  expect(await browser.read('/first-run')).toContain('Open the demonstration');

  const opened = await browser.post('/first-run/demo');

  expect([opened.status, opened.headers.get('location')]).toEqual([303, '/']);
  expect(await browser.read('/steward')).toContain('Öykü Tidewell');
  expect(await hub.browser().read('/')).toContain('Demonstration content');

  const visitor = hub.browser();
  expect(await visitor.read('/sign-in')).toContain('Look around as');
  const issuer = await visitor.post('/demo/enter', { as: 'issuer' });
  expect(await (await visitor.follow(issuer)).text()).toContain('Mireille Tanagra');
  const holder = await visitor.post('/demo/enter', { as: 'holder' });
  expect(holder.headers.get('location')).toBe('/backpack');
  expect((await visitor.post('/demo/enter', { as: 'admin' })).status).toBe(400);
}, 60_000);

it('offers nobody to look around as in a real alliance', async () => {
  const hub = await testHub();
  await hub.given.alliance();
  await hub.given.steward('Öykü Tidewell');

  const page = await hub.browser().read('/sign-in');
  const entered = await hub.browser().post('/demo/enter', { as: 'steward' });

  expect(page).not.toContain('Look around as');
  expect(entered.status).toBe(404);
  expect(await hub.given.rowsOf('session')).toEqual([]);
});
