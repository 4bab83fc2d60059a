import { describe, expect, it } from 'vitest';
import { type TestHub, testHub } from '../../testing/test-hub.ts';
import { closeCode, type MakeCode, makeCode } from '../awards/index.ts';

async function offered(hub: TestHub, more: Partial<MakeCode> = {}) {
  await hub.given.alliance();
  const { id, issuer } = await hub.given.issuedBadge();
  const code = await makeCode(hub, issuer, { achievementId: id, label: 'Workshop', ...more });
  return { code, issuer, path: `/c/${code.code}` };
}

describe('a code', () => {
  it('typed in any way leads to the badge it gives', async () => {
    const hub = await testHub();
    const { code, path } = await offered(hub);
    const typed = ` ${code.code.toLowerCase().replace('-', ' ')} `;

    const response = await hub.browser().post('/c', { code: typed });

    expect(response.headers.get('location')).toBe(path);
  });

  it('shows badge, places and window, and asks visitors for an account', async () => {
    const hub = await testHub();
    const { path } = await offered(hub, { useLimit: 12, closesAt: new Date('2031-04-01T12:00:00Z') });

    const page = await hub.browser().read(path);

    for (const words of [
      'Oral history interviewer',
      '12 places are left',
      '1 April 2031',
      `/sign-in?next=${encodeURIComponent(path)}`,
    ])
      expect(page).toContain(words.replaceAll('&', '&amp;'));
    expect((await hub.browser().post(path, {})).status).toBe(401);
  });

  it('gives one badge per person, however often it is pressed', async () => {
    const hub = await testHub();
    const { path } = await offered(hub);
    const browser = await hub.given.browserOf(await hub.given.account('Ravi Candlemark'));

    const answers = await Promise.all([browser.post(path, {}), browser.post(path, {}), browser.post(path, {})]);

    expect(new Set(answers.map((answer) => answer.headers.get('location')))).toHaveProperty('size', 1);
    expect(await hub.given.rowsOf('holding')).toHaveLength(1);
    expect(await browser.read(answers[0]?.headers.get('location') ?? '')).toContain('Oral history interviewer');
  });

  it('gives its last place to one of two', async () => {
    const hub = await testHub();
    const { path } = await offered(hub, { useLimit: 1 });
    const browsers = await Promise.all(
      ['Ravi Candlemark', 'Wen Lanternfield'].map(async (name) => hub.given.browserOf(await hub.given.account(name))),
    );

    const answers = await Promise.all(browsers.map((browser) => browser.post(path, { visibility: 'public' })));

    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await hub.given.rowsOf('holding')).toHaveLength(1);
  });

  it('before its time, after it and when it is closed gives nothing and says why', async () => {
    const hub = await testHub();
    const early = await offered(hub, { opensAt: new Date('2031-03-05T10:00:00Z') });
    const browser = await hub.given.browserOf(await hub.given.account('Ravi Candlemark'));

    const before = await browser.post(early.path, {});
    hub.pass({ days: 2 });
    const open = await browser.read(early.path);
    await closeCode(hub, early.issuer, early.code.id);
    const closed = await browser.post(early.path, {});

    expect(before.status).toBe(409);
    expect(await before.text()).toContain('It opens on');
    expect(open).toContain('<button type="submit" class="btn">Take this badge');
    expect(closed.status).toBe(409);
    expect(await hub.given.rowsOf('holding')).toEqual([]);
  });

  it('that is wrong is said to be so at the field', async () => {
    const hub = await testHub();
    await hub.given.alliance();

    const response = await hub.browser().post('/c', { code: 'WRNG-C0DE' });

    expect(response.status).toBe(422);
    expect(await response.text()).toContain('WRNG-C0DE');
    expect((await hub.browser().get('/c/WRNG-CODE')).status).toBe(404);
    expect((await hub.browser().post('/c', { code: '' })).status).toBe(422);
  });

  it('for an address that is not theirs is refused', async () => {
    const hub = await testHub();
    const { path } = await offered(hub);
    const browser = await hub.given.browserOf(await hub.given.account('Ravi Candlemark'));

    const response = await browser.post(path, { email: 'somebody@else.example' });

    expect(response.status).toBe(409);
    expect(await hub.given.rowsOf('award')).toEqual([]);
  });
});
