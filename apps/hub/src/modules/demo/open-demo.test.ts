import { expect, it } from 'vitest';
import { type TestHub, testHub } from '../../testing/test-hub.ts';

it('opens once by one click, also when two people click at once, and lets everybody see with the eyes of everybody', async () => {
  const hub = await testHub({ config: { smtpUrl: 'smtp://127.0.0.1:1' } });
  const [browser, other] = [hub.browser(), hub.browser()];
  expect(await browser.read('/first-run')).toContain('Open the demonstration');

  const opened = await Promise.all([browser.post('/first-run/demo'), other.post('/first-run/demo')]);

  expect(opened.map((response) => [response.status, response.headers.get('location')])).toEqual([
    [303, '/steward'],
    [303, '/steward'],
  ]);
  expect(await hub.db.selectFrom('actor').select('name').where('kind', '=', 'hub').execute()).toHaveLength(1);
  for (const each of [browser, other]) expect(await each.read('/steward')).toContain('Öykü Tidewell');
  await expectNothingToLeave(hub);
  expect(await hub.browser().read('/')).toContain('Demonstration content');

  const visitor = hub.browser();
  expect(await visitor.read('/sign-in')).toContain('Look around as');
  const home = await visitor.read('/');
  expect(home.slice(0, home.indexOf('<main'))).toContain('Look around as somebody else');
  const issuer = await visitor.post('/demo/enter', { as: 'issuer' });
  expect(await (await visitor.follow(issuer)).text()).toContain('Mireille Tanagra');
  const holder = await visitor.post('/demo/enter', { as: 'holder' });
  expect(holder.headers.get('location')).toBe('/backpack');
  expect((await visitor.post('/demo/enter', { as: 'admin' })).status).toBe(400);
}, 120_000);

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

/** Although there is a mail server. */
async function expectNothingToLeave(hub: TestHub): Promise<void> {
  await hub.drain();
  const letters = await hub.letters();
  expect(letters.length).toBeGreaterThan(30);
  expect(new Set(letters.map(({ state }) => state))).toEqual(new Set(['kept', 'failed', 'withdrawn']));
  expect(letters.filter(({ to }) => to !== '' && !to.endsWith('.example'))).toEqual([]);
}
