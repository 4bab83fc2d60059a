import { describe, expect, it } from 'vitest';
import { testHub } from '../../testing/test-hub.ts';
import { arrangeCollection, editCollection, endCollection, makeCollection } from './change-collection.ts';
import { arrange } from './collection-model.ts';
import { listCollectionHoldings } from './collection-store.ts';
import { importBadges } from './import-badges.ts';
import { makeShareLink, openShareLink, revokeShareLink } from './share-links.ts';
import { listShareLinks } from './share-store.ts';
import { listHoldings } from './store.ts';

const content = { title: 'Listening', text: '**Three** badges', visibility: 'private' as const };

async function withThree() {
  const hub = await testHub();
  const held = await hub.given.heldBadge('private');
  const issuer = await hub.given.foreignIssuer();
  const ids = ['1', '2'].map((place) => `https://marram.example/credentials/${place}`);
  const texts = await Promise.all(ids.map((id) => issuer.badge({ id })));
  await importBadges(
    hub,
    held.holder,
    texts.map((text) => ({ from: 'paste', text })),
  );
  const holdings = await listHoldings(hub.db, held.holder.personId);
  return { hub, holder: held.holder, holdings: holdings.map(({ id }) => id) };
}

describe('the order of a collection', () => {
  it.each([
    ['put-in', 'd', ['a', 'b', 'c', 'd']],
    ['put-in', 'b', ['a', 'b', 'c']],
    ['take-out', 'b', ['a', 'c']],
    ['take-out', 'd', ['a', 'b', 'c']],
    ['earlier', 'c', ['a', 'c', 'b']],
    ['earlier', 'a', ['a', 'b', 'c']],
    ['later', 'a', ['b', 'a', 'c']],
    ['later', 'c', ['a', 'b', 'c']],
    ['later', 'd', ['a', 'b', 'c']],
  ] as const)('after %s of %s', (how, item, expected) => {
    expect(arrange<string>(['a', 'b', 'c'], item, how)).toEqual(expected);
  });
});

describe('a collection', () => {
  it('is made and arranged by forms alone', async () => {
    const { hub, holder, holdings } = await withThree();
    const browser = await hub.given.browserOf(holder);

    const made = await browser.post('/backpack/collections', content);
    const at = made.headers.get('location') ?? '';
    for (const holding of holdings) await browser.post(`${at}/arrange`, { holding, how: 'put-in' });
    await browser.post(`${at}/arrange`, { holding: holdings[2] ?? '', how: 'earlier' });

    const [first, second, third] = holdings;
    const inside = await listCollectionHoldings(hub.db, at.split('/').at(-1) as `col_${string}`);
    expect(inside.map(({ id }) => id)).toEqual([first, third, second]);
    const page = await browser.read(at);
    expect(page.match(/name="how" value="earlier"/g)).toHaveLength(2);
    expect(await browser.read(`/backpack/${first}`)).toContain('Listening');
  });

  it('needs a title', async () => {
    const { hub, holder } = await withThree();
    const browser = await hub.given.browserOf(holder);

    const response = await browser.post('/backpack/collections', {
      title: ' ',
      text: 'kept text',
      visibility: 'private',
    });

    expect(response.status).toBe(422);
    expect(await response.text()).toContain('kept text');
  });

  it('of somebody else does not exist', async () => {
    const { hub, holder, holdings } = await withThree();
    const id = await makeCollection(hub, holder, content);
    const other = await hub.given.account('Ravi Candlemark');
    const gone = { code: 'collection.not-found' };

    await expect(editCollection(hub, other, id, content)).rejects.toMatchObject(gone);
    await expect(endCollection(hub, other, id)).rejects.toMatchObject(gone);
    const putIn = { holding: holdings[0] ?? '', how: 'put-in' as const };
    await expect(arrangeCollection(hub, other, id, putIn)).rejects.toMatchObject(gone);
    await expect(makeShareLink(hub, other, { of: { collection: id }, label: '' })).rejects.toMatchObject(gone);
    expect((await (await hub.given.browserOf(other)).get(`/backpack/collections/${id}`)).status).toBe(404);
  });

  it('takes in no badge of somebody else', async () => {
    const { hub, holdings } = await withThree();
    const other = await hub.given.account('Ravi Candlemark');
    const own = await makeCollection(hub, other, content);

    const attempt = arrangeCollection(hub, other, own, { holding: holdings[0] ?? '', how: 'put-in' });

    await expect(attempt).rejects.toMatchObject({ code: 'holding.not-found' });
  });

  it('is arranged by two browsers at once without losing a badge', async () => {
    const { hub, holder, holdings } = await withThree();
    const id = await makeCollection(hub, holder, content);

    await Promise.all(holdings.map((holding) => arrangeCollection(hub, holder, id, { holding, how: 'put-in' })));

    expect(await listCollectionHoldings(hub.db, id)).toHaveLength(3);
  });

  it('ends, and its badges stay', async () => {
    const { hub, holder, holdings } = await withThree();
    const id = await makeCollection(hub, holder, content);
    await arrangeCollection(hub, holder, id, { holding: holdings[0] ?? '', how: 'put-in' });
    const token = await makeShareLink(hub, holder, { of: { collection: id }, label: '' });

    await endCollection(hub, holder, id);

    expect(await listHoldings(hub.db, holder.personId)).toHaveLength(3);
    await expect(openShareLink(hub, token)).rejects.toMatchObject({ code: 'share.not-found' });
  });
});

describe('a share link', () => {
  it('opens one badge, counts who came, and keeps only a hash', async () => {
    const { hub, holder, holdings } = await withThree();
    const [holding = ''] = holdings;
    const token = await makeShareLink(hub, holder, { of: { holding }, label: 'Museum' });

    await openShareLink(hub, token);
    const link = await openShareLink(hub, token);

    expect(link).toMatchObject({ holdingId: holding, label: 'Museum' });
    expect((await listShareLinks(hub.db, holding as `hld_${string}`))[0]?.views).toBe(2);
    expect(JSON.stringify(await hub.given.rowsOf('share_link'))).not.toContain(token);
    expect(JSON.stringify(await hub.given.rowsOf('event'))).not.toContain(token);
  });

  it('is made on the page, shown there with its address, and ended there', async () => {
    const { hub, holder, holdings } = await withThree();
    const browser = await hub.given.browserOf(holder);
    const at = `/backpack/${holdings[0]}`;

    await browser.post(`${at}/share`, { label: 'Museum', days: '7' });
    const page = await browser.read(at);
    const token = /\/s\/([\w-]+)/.exec(page)?.[1] ?? '';
    const [id] = [...page.matchAll(/shares\/(shr_\w+)\/revoke/g)].map((match) => match[1]);
    const link = await openShareLink(hub, token);
    await browser.post(`/backpack/shares/${id}/revoke`);

    expect(link.expiresAt).toEqual(new Date('2031-03-11T10:00:00Z'));
    await expect(openShareLink(hub, token)).rejects.toMatchObject({ code: 'share.gone' });
    expect(await browser.read(at)).toContain('Ended by you');
  });

  it('ends by itself', async () => {
    const { hub, holder, holdings } = await withThree();
    const expiresAt = new Date(hub.clock().getTime() + 1000);
    const token = await makeShareLink(hub, holder, { of: { holding: holdings[0] ?? '' }, label: '', expiresAt });
    hub.pass({ seconds: 1 });

    await expect(openShareLink(hub, token)).rejects.toMatchObject({ code: 'share.gone' });
  });

  it('cannot be made for, nor ended by, somebody else', async () => {
    const { hub, holder, holdings } = await withThree();
    const other = await hub.given.account('Ravi Candlemark');
    const of = { holding: holdings[0] ?? '' };
    const token = await makeShareLink(hub, holder, { of, label: '' });
    const [link] = await listShareLinks(hub.db, of.holding as `hld_${string}`);

    await expect(makeShareLink(hub, other, { of, label: '' })).rejects.toMatchObject({ code: 'holding.not-found' });
    await expect(revokeShareLink(hub, other, link?.id ?? '')).rejects.toMatchObject({ code: 'share.not-found' });
    expect((await openShareLink(hub, token)).revokedAt).toBeUndefined();
  });

  it.each(['', 'wrong', 'a'.repeat(500)])('that is wrong opens nothing', async (token) => {
    const hub = await testHub();

    await expect(openShareLink(hub, token)).rejects.toMatchObject({ code: 'share.not-found' });
  });
});
