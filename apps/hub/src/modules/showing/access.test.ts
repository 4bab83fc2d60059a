import { expect, it } from 'vitest';
import type { GivenHeldBadge } from '../../testing/given/showing.ts';
import { type TestHub, testHub } from '../../testing/test-hub.ts';
import type { Visibility } from '../backpack/index.ts';

const parts = [
  '',
  '/badge.png',
  '/badge.svg',
  '/credential.json',
  '/certificate.pdf',
  '/qr.svg',
  '/qr.png',
  '/card.png',
];
const accepts = ['text/html', 'application/vc+ld+json'];

const readers = {
  visitor: async () => undefined,
  holder: async (hub: TestHub, badge: GivenHeldBadge) => hub.given.browserOf(badge.holder),
  'other person': async (hub: TestHub) => hub.given.browserOf(await hub.given.account('Ravi Candlemark')),
  issuer: async (hub: TestHub, badge: GivenHeldBadge) =>
    hub.given.browserOf(await hub.given.staffOf(badge.issuerId, ['issuer'])),
  assessor: async (hub: TestHub, badge: GivenHeldBadge) =>
    hub.given.browserOf(await hub.given.staffOf(badge.issuerId, ['assessor'])),
};

/** The status of every address of a badge, for one reader. */
async function statusOfAll(hub: TestHub, badge: GivenHeldBadge, reader: keyof typeof readers, query = '') {
  const browser = await readers[reader](hub, badge);
  const statuses = new Set<number>();
  for (const part of parts) {
    for (const accept of part === '' ? accepts : ['*/*']) {
      const path = `${badge.path}${part}${query}`;
      const headers = { accept };
      const response = await (browser ? browser.get(path, headers) : hub.request(path, { headers }));
      await response.arrayBuffer();
      statuses.add(response.status);
    }
  }
  return [...statuses];
}

it.each<[Visibility, Record<keyof typeof readers, number[]>]>([
  ['public', { visitor: [200], 'other person': [200], holder: [200], issuer: [200], assessor: [200] }],
  ['link', { visitor: [404], 'other person': [404], holder: [200], issuer: [200], assessor: [404] }],
  ['private', { visitor: [404], 'other person': [404], holder: [200], issuer: [200], assessor: [404] }],
])(
  'a badge that is shown as %s has one answer for each reader, at all of its addresses',
  async (visibility, expected) => {
    const hub = await testHub();
    const badge = await hub.given.heldBadge(visibility);

    const answers: Partial<Record<keyof typeof readers, number[]>> = {};
    for (const reader of Object.keys(readers) as (keyof typeof readers)[]) {
      answers[reader] = await statusOfAll(hub, badge, reader);
    }

    expect(answers).toEqual(expected);
  },
);

it('opens to strangers with the key of its link, and with no other', async () => {
  const hub = await testHub();
  const badge = await hub.given.heldBadge('link');
  const other = await hub.given.heldBadge('link', { recipient: { email: 'ravi@candlemark.example' } });

  expect(await statusOfAll(hub, badge, 'visitor', `?key=${badge.linkToken}`)).toEqual([200]);
  expect(await statusOfAll(hub, badge, 'visitor', `?key=${other.linkToken}`)).toEqual([404]);
  expect(await statusOfAll(hub, badge, 'visitor', '?key=')).toEqual([404]);
});

it('does not open a private badge to the key that its link once had', async () => {
  const hub = await testHub();
  const badge = await hub.given.heldBadge('private');

  expect(await statusOfAll(hub, badge, 'visitor', `?key=${badge.linkToken}`)).toEqual([404]);
});

it('says nothing about what is private, not accepted or never was: the answers are the same to the byte', async () => {
  const hub = await testHub();
  const kept = await hub.given.heldBadge('private');
  const waiting = await hub.given.awardedBadge();
  const ids = [kept.credentialId, waiting.credentialId, hub.newId('crd')];
  const wrong = ['nonsense', 'crd_', "crd_'; drop table credential", hub.newId('ach'), 'crd_%F0'];

  const answers = await Promise.all(
    [...ids, ...wrong].map(async (id) => {
      const path = `/credentials/${encodeURIComponent(id)}`;
      const response = await hub.request(path, { headers: { accept: 'text/html' } });
      const { date: _, 'x-request-id': __, ...headers } = Object.fromEntries(response.headers);
      const body = (await response.text()).replaceAll(id, 'ID').replaceAll(encodeURIComponent(id), 'ID');
      return { status: response.status, headers, body: body.replace(/value="\/credentials\/[^"]*"/g, '') };
    }),
  );

  expect(answers[0]?.status).toBe(404);
  for (const answer of answers) expect(answer).toEqual(answers[0]);
});

it('shows who issues it an award that nobody accepted, and says that nobody else sees it', async () => {
  const hub = await testHub();
  const badge = await hub.given.awardedBadge();
  const browser = await hub.given.browserOf(await hub.given.staffOf(badge.issuerId, ['issuer']));

  const page = await browser.read(`/credentials/${badge.credentialId}`);

  expect(page).toContain('Not accepted yet');
  expect(page).toContain('Nobody outside can see this page');
});

it('closes at once when the holder makes it private', async () => {
  const hub = await testHub();
  const badge = await hub.given.heldBadge('public');
  expect((await hub.request(badge.path)).status).toBe(200);

  await hub.db.updateTable('holding').set({ visibility: 'private' }).execute();

  expect((await hub.request(badge.path)).status).toBe(404);
  expect((await hub.request(badge.path, { headers: { accept: 'application/json' } })).status).toBe(404);
});

it('is gone with the holding that the holder removed', async () => {
  const hub = await testHub();
  const badge = await hub.given.heldBadge('public');

  await hub.db.updateTable('holding').set({ removed_at: hub.clock() }).execute();

  expect((await hub.request(badge.path)).status).toBe(404);
});

it('lets pages of others be cached by readers only, and public ones by nobody without asking again', async () => {
  const hub = await testHub();
  const [open, linked] = [
    await hub.given.heldBadge('public'),
    await hub.given.heldBadge('link', { recipient: { email: 'ravi@candlemark.example' } }),
  ];
  const cachingOf = async (path: string) =>
    (await hub.request(path, { headers: { accept: 'application/json' } })).headers.get('cache-control');

  expect(await cachingOf(open.path)).toBe('public, no-cache');
  expect(await cachingOf(`${linked.path}?key=${linked.linkToken}`)).toBe('private, no-cache');
});
