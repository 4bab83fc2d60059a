import sharp from 'sharp';
import { expect, it } from 'vitest';
import { visitor } from '../../kernel/actor.ts';
import { type TestHubOptions, testHub } from '../../testing/test-hub.ts';
import { changeAlliance } from './change-alliance.ts';
import { appointSteward, dismissSteward } from './change-stewards.ts';

async function start(options: TestHubOptions = {}) {
  const hub = await testHub(options);
  await hub.given.alliance();
  const steward = await hub.given.steward('Ottoline Quarry', { email: 'ottoline@example.org' });
  return { hub, steward, browser: await hub.given.browserOf(steward) };
}

const settings = {
  name: 'Alliance of the Coast',
  purpose: 'We recognise <b>work</b>.',
  lang: 'en',
  timeZone: 'Europe/Lisbon',
  revision: '1',
};

it('shows its pages to stewards and to nobody else', async () => {
  const { hub, browser } = await start();
  const member = await hub.given.browserOf(await hub.given.account('Bram Kettlewick'));
  const paths = ['/steward', '/outbox', '/outbox/out_1', '/alliance/settings'];

  const [stewards, members, visitors] = [
    await Promise.all(paths.map(async (path) => (await browser.get(path)).status)),
    await Promise.all(paths.map(async (path) => (await member.get(path)).status)),
    await Promise.all(paths.map(async (path) => (await hub.browser().get(path)).status)),
  ];

  expect({ stewards, members, visitors }).toEqual({
    stewards: [200, 200, 404, 200],
    members: [403, 403, 403, 403],
    visitors: [303, 303, 303, 303],
  });
});

it('changes how the alliance shows itself', async () => {
  const { hub, browser } = await start();
  const png = await sharp({ create: { width: 90, height: 40, channels: 3, background: '#0d4a54' } })
    .png()
    .toBuffer();

  const response = await browser.post('/alliance/settings', {
    ...settings,
    logo: new File([new Uint8Array(png)], 'logo.png', { type: 'image/png' }),
  });

  expect(response.headers.get('location')).toBe('/alliance/settings');
  const page = await browser.read('/alliance/settings');
  expect(page).toContain('We recognise &lt;b&gt;work&lt;/b&gt;.');
  const [file] = await hub.db.selectFrom('file').selectAll().execute();
  expect(file).toMatchObject({ type: 'image/png', is_public: true });
  expect(page).toContain(`/files/${file?.id}`);
  expect((await hub.events()).at(-1)).toMatchObject({ verb: 'alliance.changed' });
});

it('does not overwrite what another steward changed meanwhile', async () => {
  const { hub, browser } = await start();
  await browser.post('/alliance/settings', settings);

  const second = await browser.post('/alliance/settings', { ...settings, name: 'Mine' });

  expect(second.status).toBe(422);
  expect(await second.text()).toContain('value="Mine"');
  expect(await hub.db.selectFrom('actor').select('name').where('kind', '=', 'hub').execute()).toEqual([
    { name: 'Alliance of the Coast' },
  ]);
});

it('refuses a logo that is no picture', async () => {
  const { hub, browser } = await start();

  const response = await browser.post('/alliance/settings', {
    ...settings,
    logo: new File(['<svg onload="x()"/>'], 'logo.png'),
  });

  expect(response.status).toBe(422);
  expect(await response.text()).toContain('not a picture');
  expect(await hub.given.rowsOf('file')).toEqual([]);
});

it('asks the same of jobs and programs as of the page', async () => {
  const { hub } = await start();
  const bram = await hub.given.account('Bram Kettlewick');
  const change = { name: 'x', purpose: 'y', lang: 'en', timeZone: 'UTC', revision: 1 };

  await expect(changeAlliance(hub, bram, change)).rejects.toMatchObject({ code: 'web.not-allowed' });
  await expect(appointSteward(hub, bram, 'bram@example.org')).rejects.toMatchObject({ code: 'web.not-allowed' });
  await expect(dismissSteward(hub, visitor, bram.personId)).rejects.toMatchObject({ code: 'web.not-allowed' });
});

it('makes somebody with an account a steward, and ends it again', async () => {
  const { hub, steward, browser } = await start();
  const bram = await hub.given.account('Bram Kettlewick', { email: 'bram@example.org' });

  const unknown = await browser.post('/alliance/stewards', { email: 'nobody@example.org' });
  await browser.post('/alliance/stewards', { email: 'Bram@example.org' });
  const twice = await browser.post('/alliance/stewards', { email: 'bram@example.org' });
  const appointed = (await hub.given.again(bram)).isSteward;
  const ended = await browser.post(`/alliance/stewards/${bram.personId}/dismiss`);

  expect([unknown.status, twice.status, ended.status]).toEqual([422, 422, 303]);
  expect([appointed, (await hub.given.again(bram)).isSteward]).toEqual([true, false]);
  expect((await hub.events()).slice(-2)).toMatchObject([
    { verb: 'steward.began', object: bram.personId, actor: steward.personId },
    { verb: 'steward.ended', object: bram.personId, actor: steward.personId },
  ]);
});

it('keeps one of two stewards who dismiss each other at once', async () => {
  const { hub, steward } = await start();
  const other = await hub.given.steward('Ines Marl');

  const results = await Promise.allSettled([
    dismissSteward(hub, steward, other.personId),
    dismissSteward(hub, other, steward.personId),
  ]);

  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'account.last-steward' },
  });
});

it('shows the letters that nobody can send, with their links', async () => {
  const { hub, browser } = await start();
  await hub.browser().post('/sign-up', { name: 'Ada <Pell>', email: 'ada@example.org', password: '' });
  const list = await browser.read('/outbox');
  const id = /href="\/outbox\/(out_[0-9a-z]+)"/.exec(list)?.[1];

  const letter = await browser.read(`/outbox/${id}`);

  expect(list).toContain('No mail server is set up');
  expect(list).toContain('Kept here');
  expect(letter).toMatch(/<a href="https:\/\/hub\.example\/sign-up\/confirm\/[\w-]{43}">/);
  expect(letter).toMatch(
    /<copy-text[^>]+data-copy="Copy the link"[^>]*><input[^>]+value="https:\/\/hub\.example\/sign-up\/confirm\/[\w-]{43}"/,
  );
});

it('finds letters by address, subject and state', async () => {
  const { hub, browser } = await start();
  await hub.browser().post('/sign-up', { name: 'Ada Pell', email: 'ada@example.org', password: '' });
  await hub.browser().post('/sign-up', { name: 'Cy Pell', email: 'cy_1@example.org', password: '' });

  const found = async (query: string) => {
    const page = await browser.read(`/outbox?${query}`);
    return ['ada@example.org', 'cy_1@example.org'].filter((address) => page.includes(`<bdi>${address}</bdi>`));
  };

  expect(await found('q=ADA')).toEqual(['ada@example.org']);
  expect(await found('q=cy_1')).toEqual(['cy_1@example.org']);
  expect(await found('q=%25')).toEqual([]);
  expect(await found('state=sent')).toEqual([]);
  expect(await found('state=kept')).toHaveLength(2);
  expect(await found("state=nonsense&page=-3&q='")).toEqual([]);
  expect(await found('page=99999')).toEqual([]);
});

it('writes a test letter where there is a mail server, and says so where there is none', async () => {
  const without = await start();
  const with_ = await start({ config: { smtpUrl: 'smtp://127.0.0.1:1' } });

  const [refused, written] = [await without.browser.post('/outbox/test'), await with_.browser.post('/outbox/test')];

  expect(refused.status).toBe(409);
  expect(written.headers.get('location')).toBe('/outbox');
  expect(await with_.hub.letters()).toMatchObject([{ to: 'ottoline@example.org', state: 'waiting' }]);
  expect(await with_.browser.read('/outbox')).toContain('Mail me a test letter');
});
