import { strFromU8, unzipSync } from 'fflate';
import { readBadge } from 'openbadges';
import { describe, expect, it } from 'vitest';
import { testHub } from '../../testing/test-hub.ts';
import { findAward } from '../awards/index.ts';
import { makeCollection } from './change-collection.ts';
import { importBadges } from './import-badges.ts';
import { backpackPart } from './personal-part.ts';
import { makeShareLink } from './share-links.ts';

async function full() {
  const hub = await testHub();
  const held = await hub.given.heldBadge('public', { recipient: { narrative: 'Five interviews' } });
  const issuer = await hub.given.foreignIssuer();
  const png = hub.given.bakedPng(await issuer.badge());
  const second = hub.given.bakedPng(await issuer.badge({ id: 'https://marram.example/credentials/2' }));
  const brought = [png, second].map((bytes) => ({ from: 'file' as const, name: '../../evil.png', bytes }));
  await importBadges(hub, held.holder, brought);
  return { hub, png, ...held };
}

describe('everything as ZIP', () => {
  it('holds each badge as it came and as text, a list for programs and a page for people', async () => {
    const { hub, holder, document, png } = await full();
    const browser = await hub.given.browserOf(holder);

    const response = await browser.get('/backpack/export');

    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    expect(Object.keys(files).sort()).toEqual([
      'Oral-history-interviewer/badge.json',
      'Oral-history-interviewer/badge.png',
      'Seed-keeper-2/badge.json',
      'Seed-keeper-2/original.png',
      'Seed-keeper-2/picture.png',
      'Seed-keeper/badge.json',
      'Seed-keeper/original.png',
      'Seed-keeper/picture.png',
      'badges.json',
      'index.html',
    ]);
    expect(strFromU8(files['Oral-history-interviewer/badge.json'] ?? new Uint8Array())).toBe(document);
    expect(readBadge(files['Oral-history-interviewer/badge.png'] ?? '')).toMatchObject({
      documents: [{ text: document, carrier: 'png' }],
    });
    const originals = [files['Seed-keeper/original.png'], files['Seed-keeper-2/original.png']];
    expect(originals.some((file) => file && Buffer.compare(file, png) === 0)).toBe(true);
    expect(readBadge(originals[0] ?? '')).toMatchObject({ ok: true });
    expect(JSON.parse(strFromU8(files['badges.json'] ?? new Uint8Array())).badges).toHaveLength(3);
    expect(strFromU8(files['index.html'] ?? new Uint8Array())).toContain('href="Seed-keeper/original.png"');
    expect(response.headers.get('content-disposition')).toContain('badges-2031-03-04.zip');
  });

  it('writes names of others as text', async () => {
    const hub = await testHub();
    const person = await hub.given.account('Ana Flores', { email: 'ana@example.org' });
    await hub.given.alliance();
    const issuer = await hub.given.foreignIssuer('marram.example', '<script>alert(1)</script>');
    await importBadges(hub, person, [{ from: 'paste', text: await issuer.badge() }]);

    const response = await (await hub.given.browserOf(person)).get('/backpack/export');

    const page = strFromU8(unzipSync(new Uint8Array(await response.arrayBuffer()))['index.html'] ?? new Uint8Array());
    expect(page).not.toContain('<script>');
    expect(page).toContain('&#60;script&#62;');
  });
});

describe('leaving', () => {
  it('takes the backpack along in the export of an account', async () => {
    const { hub, holder, document } = await full();
    await makeCollection(hub, holder, { title: 'Listening', text: '', visibility: 'private' });

    const files = await backpackPart.exportFor(hub, holder.personId);

    expect(files['collections.json']).toMatchObject([{ title: 'Listening' }]);
    expect(String(files['Oral-history-interviewer/badge.json'])).toBe(document);
  });

  it('deletes holdings, files, collections and links; the award keeps its state without a name', async () => {
    const { hub, holder, holdingId, awardId, path } = await full();
    await makeCollection(hub, holder, { title: 'Listening', text: '', visibility: 'public' });
    await makeShareLink(hub, holder, { of: { holding: holdingId }, label: '' });

    await hub.db.transaction().execute((tx) => backpackPart.erase(hub, tx, holder.personId));

    for (const table of ['holding', 'collection', 'share_link', 'file'] as const)
      expect(await hub.given.rowsOf(table), table).toEqual([]);
    const award = await findAward(hub.db, awardId);
    expect(award).toMatchObject({ state: 'claimed', narrative: '' });
    expect(award?.recipientName).toBeUndefined();
    expect(award?.recipientEmail).toBeUndefined();
    expect((await hub.browser().get(path)).status).toBe(404);
  });

  it('through the page of the account', async () => {
    const { hub, holder } = await full();
    const browser = await hub.given.browserOf(holder);

    const page = await browser.read('/account/delete');

    expect(page).toContain('Your backpack is deleted');
  });
});
