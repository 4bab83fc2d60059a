import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sweepPictures } from '../platform/pictures/sweep-pictures.ts';
import { type TestHub, testHub } from '../testing/test-hub.ts';

/** What an answer says, without the id that was asked for and without the number of the request. */
async function said(hub: TestHub, path: string, accept: string): Promise<string> {
  const response = await hub.request(path, { headers: { accept } });
  const text = (await response.text())
    .replaceAll(/(crd|hld|col|ach)_[0-9a-z]{26}/g, 'ID')
    .replace(/urn:request:\w+/, '');
  const { date: _d, 'x-request-id': _r, ...headers } = Object.fromEntries(response.headers);
  return JSON.stringify({ status: response.status, headers, text });
}

describe('what is not shown', () => {
  it.each(['text/html', 'application/json'])('cannot be told from what never was, as %s', async (accept) => {
    const hub = await testHub();
    const held = await hub.given.heldBadge('private');
    const awarded = await hub.given.awardedBadge({ recipient: { email: 'ana@fallow.example' } });

    for (const part of [
      '',
      '/badge.png',
      '/credential.json',
      '/certificate.pdf',
      '/qr.svg',
      '/card.png',
      '?key=wrong',
    ]) {
      const never = await said(hub, `/credentials/${hub.newId('crd')}${part}`, accept);
      expect(await said(hub, `/credentials/${held.credentialId}${part}`, accept)).toBe(never);
      expect(await said(hub, `/credentials/${awarded.credentialId}${part}`, accept)).toBe(never);
    }
    for (const part of ['', '/picture', '/original', '/document']) {
      const never = await said(hub, `/holdings/${hub.newId('hld')}${part}`, accept);
      expect(await said(hub, `/holdings/${held.holdingId}${part}`, accept)).toBe(never);
    }
  });

  it('says the same to whoever asks for a link, whether or not the address is known', async () => {
    const hub = await testHub();
    await hub.given.alliance();
    await hub.given.account('Wen Lanternfield', { email: 'known1@fallow.example' });

    const answers = [];
    for (const path of ['/forgot-password', '/sign-in/link', '/sign-up']) {
      for (const email of ['known1@fallow.example', 'never1@fallow.example']) {
        const browser = hub.browser();
        const response = await browser.post(path, { email, ...(path === '/sign-up' ? { name: 'Wen' } : {}) });
        const page = await (await browser.follow(response)).text();
        answers.push(`${response.status} ${page.replaceAll(email, 'ADDRESS')}`);
      }
    }

    expect(answers[0]).toBe(answers[1]);
    expect(answers[2]).toBe(answers[3]);
    expect(answers[4]).toBe(answers[5]);
  });
});

describe('a badge that came in a file with others', () => {
  it('is shown without the others', async () => {
    const hub = await testHub();
    await hub.given.alliance();
    const there = await hub.given.foreignIssuer();
    const [one, other] = [
      await there.badge(),
      await there.badge({ id: 'https://marram.example/credentials/2', status: { list: there.statusList, index: 9 } }),
    ];
    const browser = await hub.given.browserOf(await hub.given.account('Ana Flores', { email: 'ana@example.org' }));
    await browser.post('/backpack/import', { files: new File([`[${one},${other}]`], 'badges.json') });
    const [first] = await hub.given.rowsOf('holding');
    const { id, document } = first as { id: string; document: string };
    await browser.post(`/backpack/${id}/visibility`, { visibility: 'public' });

    const original = await hub.request(`/holdings/${id}/original`);

    expect(original.status).toBe(200);
    expect(await original.text()).toBe(document);
  });
});

describe('a badge from elsewhere with odd texts', () => {
  it('is kept, whatever its texts and ids are like', async () => {
    const hub = await testHub();
    await hub.given.alliance();
    const there = await hub.given.foreignIssuer();
    const badge = await there.badge({
      id: `https://marram.example/credentials/${'x'.repeat(3500)}`,
      achievement: {
        id: 'https://marram.example/achievements/1',
        name: 'Seed\u0000 keeper',
        description: 'Keeps seeds.',
        criteria: { narrative: 'Kept ten.' },
      },
    });
    const browser = await hub.given.browserOf(await hub.given.account());

    const response = await browser.post('/backpack/import', { text: badge });

    const holdings = await hub.given.rowsOf('holding');
    expect(response.status).toBe(303);
    expect(holdings).toMatchObject([{ document: badge, view: { name: 'Seed keeper' } }]);
  });
});

describe('drawings that bear names', () => {
  it('are forgotten after a week', async () => {
    const hub = await testHub({ now: new Date().toISOString() });
    const { path } = await hub.given.heldBadge('public');
    await hub.request(`${path}/card.png`);
    const drawings = () =>
      readdirSync(join(hub.config.data, 'cache', 'pictures'), { recursive: true, withFileTypes: true }).filter(
        (entry) => entry.isFile(),
      ).length;

    hub.pass({ days: 6 });
    await sweepPictures.run(hub, {});
    const soon = drawings();
    hub.pass({ days: 2 });
    await sweepPictures.run(hub, {});

    expect(soon).toBeGreaterThan(0);
    expect(drawings()).toBe(0);
    expect((await hub.request(`${path}/card.png`)).status).toBe(200);
  });
});
