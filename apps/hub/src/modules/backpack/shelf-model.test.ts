import { expect, it } from 'vitest';
import { attachmentNamed, fileNameOf } from './files-model.ts';
import { madeOutTo } from './recipient-model.ts';
import { arrangeShelf, issuerName, pictureHref, type ShelfEntry, type ShelfQuery, standingOf } from './shelf-model.ts';

const now = new Date('2031-03-04T10:00:00Z');

it.each([
  [{ awardState: 'claimed' }, 'good'],
  [{ awardState: 'revoked', verdict: 'valid' as const }, 'revoked'],
  [{ awardState: 'suspended' }, 'suspended'],
  [{ awardState: 'claimed', view: { validUntil: '2031-03-04T09:59:59Z' } }, 'expired'],
  [{ awardState: 'claimed', view: { validUntil: '2031-03-04T10:00:01Z' } }, 'good'],
  [{ awardState: 'claimed', view: { validUntil: 'some day' } }, 'good'],
  [{ verdict: 'valid' as const }, 'good'],
  [{ verdict: 'valid' as const, view: { validUntil: '2030-01-01T00:00:00Z' } }, 'expired'],
  [{ verdict: 'revoked' as const }, 'revoked'],
  [{ verdict: 'invalid' as const }, 'invalid'],
  [{ verdict: 'could-not-check' as const }, 'unchecked'],
  [{}, 'unchecked'],
])('a badge of which is known %j stands as %s', (known, expected) => {
  expect(standingOf({ view: {}, ...known }, now)).toBe(expected);
});

const entry = (id: string, more: Partial<ShelfEntry>): ShelfEntry => ({
  id: `hld_${id}`,
  name: '',
  issuer: '',
  issuerKey: '',
  acceptedAt: now,
  standing: 'good',
  visibility: 'private',
  ...more,
});
const shelf = [
  entry('a', { name: 'Café 10', issuer: 'Zoo', issuerKey: 'z', awardedAt: '2030-01-01' }),
  entry('b', { name: 'cafe 9', issuer: 'Ark', issuerKey: 'a', awardedAt: '2031-01-01', standing: 'revoked' }),
  entry('c', { name: 'Boat', issuer: 'Ark', issuerKey: 'a', acceptedAt: new Date('2031-03-05T00:00:00Z') }),
];
const all: ShelfQuery = { search: '', issuer: '', standing: '', order: 'accepted' };

it.each([
  [{}, ['c', 'a', 'b']],
  [{ search: 'CAFE' }, ['a', 'b']],
  [{ search: 'ark boat' }, []],
  [{ search: 'zoo' }, ['a']],
  [{ issuer: 'a' }, ['c', 'b']],
  [{ standing: 'revoked' as const }, ['b']],
  [{ order: 'name' as const }, ['c', 'b', 'a']],
  [{ order: 'awarded' as const }, ['b', 'a', 'c']],
  [{ order: 'issuer' as const }, ['c', 'b', 'a']],
])('the shelf for %j', (query, expected) => {
  const found = arrangeShelf(shelf, { ...all, ...query }, 'en');

  expect(found.map(({ id }) => id.slice(4))).toEqual(expected);
});

it.each([
  [{ id: 'did:key:z1', name: 'A school' }, 'A school'],
  [{ id: 'did:key:z1', url: 'https://school.example/about' }, 'school.example'],
  [{ id: 'https://school.example/issuer' }, 'school.example'],
  [{ id: 'did:key:z1' }, 'did:key:z1'],
  [{ id: '' }, ''],
])('an issuer %j is called %s', (issuer, expected) => {
  expect(issuerName({ issuer })).toBe(expected);
});

it('shows the picture that was kept, else that of the achievement of this hub, and asks no other server', () => {
  const view = { achievementId: 'https://hub.example/achievements/ach_01' };

  expect(pictureHref({ id: 'hld_1', imageFile: 'fil_1', view })).toBe('/backpack/hld_1/picture');
  expect(pictureHref({ id: 'hld_1', awardId: 'awd_1', view })).toBe('/achievements/ach_01/image.svg');
  expect(pictureHref({ id: 'hld_1', view })).toBeUndefined();
  expect(pictureHref({ id: 'hld_1', awardId: 'awd_1', view: { achievementId: 'javascript:x' } })).toBeUndefined();
});

const email = (identity: string) => ({ type: 'emailAddress', hashed: false, identity });

it.each([
  [{ identifiers: [email('ana@example.org')] }, 'you'],
  [{ identifiers: [email('ravi@example.org')] }, 'another-address'],
  [{ identifiers: [email('ravi@example.org'), email('Ana@Example.org')] }, 'you'],
  [{ identifiers: [{ type: 'name', hashed: false, identity: 'ana@example.org' }] }, 'nobody-said'],
  [{ id: 'did:key:z1', identifiers: [] }, 'nobody-said'],
])('a badge for %j is made out to %s', (recipient, expected) => {
  expect(madeOutTo(recipient, ['ana@example.org'])).toBe(expected);
});

it.each([
  ['Seed keeper', 'Seed-keeper.json'],
  ['../../etc/passwd', 'etc-passwd.json'],
  ['徽章 ®', '徽章.json'],
  ['"\r\n', 'badge.json'],
])('the file of %j is called %s', (name, expected) => {
  expect(fileNameOf(name, 'json')).toBe(expected);
});

it('names downloads in headers that nothing can be smuggled into', () => {
  const header = attachmentNamed('a"b\r\nset-cookie: x’.png');

  expect(header).toBe(
    `attachment; filename="a_b__set-cookie_ x_.png"; filename*=UTF-8''a%22b%0D%0Aset-cookie%3A%20x%E2%80%99.png`,
  );
});
