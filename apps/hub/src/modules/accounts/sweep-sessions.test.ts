import { expect, it } from 'vitest';
import { testHub } from '../../testing/test-hub.ts';
import { sweepSessions } from './sweep-sessions.ts';

it('removes sessions and links whose time is over, and no others', async () => {
  const hub = await testHub();
  await hub.given.alliance();
  const wen = await hub.given.account('Wen Lanternfield', { email: 'wen@example.org' });
  await hub.given.browserOf(wen);
  await hub.browser().post('/sign-in/link', { email: 'wen@example.org' });
  hub.pass({ days: 31 });
  const browser = await hub.given.browserOf(wen);

  await sweepSessions.run(hub, {});

  expect(await hub.given.rowsOf('session')).toHaveLength(1);
  expect(await hub.given.rowsOf('account_token')).toEqual([]);
  expect((await browser.get('/account')).status).toBe(200);
});
