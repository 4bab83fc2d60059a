import { expect, it } from 'vitest';
import type { Person } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/ids.ts';
import { type TestHub, testHub } from '../../testing/test-hub.ts';
import {
  arrangeCollection,
  importBadges,
  listHoldings,
  makeCollection,
  makeShareLink,
  revokeShareLink,
  setVisibility,
  type Visibility,
} from '../backpack/index.ts';

/** Two hubs: a badge that the far one issued lies in a backpack of the near one. */
async function badgeFromAfar(visibility: Visibility, change = (document: string) => document) {
  const far = await testHub({ base: 'https://far.example' });
  const { document, credentialId } = await far.given.heldBadge('public', {
    recipient: { evidence: [{ url: 'https://archive.example/crane', name: 'The crane had a name' }] },
  });
  const hub = await testHub({ fetch: far.fetch });
  await hub.given.alliance('The near alliance');
  const holder = await hub.given.account('Mireille Tanagra', { email: 'mireille@tanagra.example' });
  await importBadges(hub, holder, [{ from: 'paste', text: change(document) }]);
  const [holding] = await listHoldings(hub.db, holder.personId);
  if (!holding) throw new Error('Nothing was imported');
  await setVisibility(hub, holder, holding.id, visibility);
  return { hub, far, holder, holding, document, credentialId, path: `/holdings/${holding.id}` };
}

const html = { headers: { accept: 'text/html' } };
const read = async (hub: TestHub, path: string) => (await hub.request(path, html)).text();
const statusOf = async (hub: TestHub, path: string) => (await hub.request(path, html)).status;

it('shows a badge from elsewhere with the verdict of its last check and where it came from', async () => {
  const { hub, path } = await badgeFromAfar('public');

  const page = await read(hub, path);

  expect(page).toContain('Oral history interviewer');
  expect(page).toContain('Issued elsewhere, Open Badges 3.0');
  expect(page).toContain('Harbour City Library');
  expect(page).toContain('did:web:far.example');
  expect(page).toContain('The crane had a name');
  expect(page).toMatch(/Verdict of the last check.*Valid/s);
  expect(page).not.toContain('showing.');
});

it('gives out the document of a badge from elsewhere as it came', async () => {
  const { hub, path, document } = await badgeFromAfar('public');

  const response = await hub.request(`${path}/document`);

  expect(await response.text()).toBe(document);
  expect(response.headers.get('content-type')).toBe('application/ld+json');
  expect(await (await hub.request(`${path}/original`)).text()).toBe(document);
});

it.each([
  ['private', [404, 404, 200]],
  ['link', [404, 200, 200]],
  ['public', [200, 200, 200]],
] as const)(
  'opens a badge from elsewhere that is %s to strangers, to the key and to its holder: %j',
  async (visibility, expected) => {
    const { hub, holder, holding, path } = await badgeFromAfar(visibility);
    const browser = await hub.given.browserOf(holder);

    for (const part of ['', '/document', '/original', '/picture']) {
      const answers = [
        await statusOf(hub, path + part),
        await statusOf(hub, `${path}${part}?key=${holding.linkToken}`),
        (await browser.get(path + part)).status,
      ];
      expect(answers).toEqual(expected);
    }
  },
);

it('shows nothing that a changed badge claims', async () => {
  const { hub, holding, path } = await badgeFromAfar('public');
  await hub.db
    .updateTable('holding')
    .set({ verdict: 'invalid', verified_at: new Date('2040-01-01') })
    .execute();

  const page = await read(hub, path);

  expect(page).toContain('A badge that did not pass its last check');
  for (const claim of [holding.view.name, 'Harbour City Library', 'crane', 'recording that others can use']) {
    expect(page).not.toContain(claim);
  }
});

it('calls what could not be checked a claim', async () => {
  const { hub, path } = await badgeFromAfar('public');
  await hub.db
    .updateTable('holding')
    .set({ verdict: 'could-not-check', verified_at: new Date('2040-01-01') })
    .execute();

  const page = await read(hub, path);

  expect(page).toContain('Could not check');
  expect(page).toContain('neither a yes nor a no');
  expect(page).not.toContain('class="said is-yes"');
});

it('survives what others wrote: odd dates, script and addresses that are none', async () => {
  const { hub, holding, path } = await badgeFromAfar('public');
  const view = {
    ...holding.view,
    name: '<script>alert(1)</script>',
    awardedAt: 'yesterday',
    validFrom: '2026-99-99',
    validUntil: 'never',
    narrative: '[x](javascript:alert(1)) <img src=x onerror=alert(1)>',
    criteriaUrl: 'javascript:alert(2)',
    evidence: [{ url: 'javascript:alert(3)', name: 'evil' }, { url: 'data:text/html,x' }],
    alignments: [{ name: 'a', url: 'javascript:alert(4)' }],
    issuer: { id: 'x', url: 'javascript:alert(5)' },
  };
  await hub.db
    .updateTable('holding')
    .set({ view: JSON.stringify(view) })
    .execute();

  const response = await hub.request(path, html);

  const page = await response.text();
  expect(response.status).toBe(200);
  expect(page).not.toMatch(/<script>alert|<a [^>]*href="(javascript|data):|<img src=x/);
});

it('shows who vouches for a badge from elsewhere, each as not yet checked by itself', async () => {
  const { hub, holding, path } = await badgeFromAfar('public');
  const endorsement = {
    id: 'urn:uuid:1',
    type: ['VerifiableCredential', 'EndorsementCredential'],
    issuer: { id: 'did:web:museum.example', name: 'Museum of Making' },
    credentialSubject: { endorsementComment: 'We would do it <b>again</b>.' },
  };
  const document = JSON.stringify({ ...JSON.parse(holding.document), endorsement: [endorsement] });
  await hub.db
    .updateTable('holding')
    .set({ document, sha256: '0'.repeat(64) })
    .execute();

  const page = await read(hub, path);

  expect(page).toContain('Who else vouches');
  expect(page).toContain('We would do it &lt;b&gt;again&lt;/b&gt;.');
  expect(page).toMatch(/Museum of Making.*Not checked by itself yet/s);
});

it('leads to the page of the credential when this hub issued it', async () => {
  const hub = await testHub();
  const badge = await hub.given.heldBadge('link');

  const response = await hub.request(`/holdings/${badge.holdingId}?key=${badge.linkToken}`, html);

  expect(response.headers.get('location')).toBe(`${badge.path}?key=${badge.linkToken}`);
  expect(await statusOf(hub, `/holdings/${badge.holdingId}`)).toBe(404);
});

it('shows a private badge, and all its files, to who has a share link, and to nobody after it ended', async () => {
  const hub = await testHub();
  const badge = await hub.given.heldBadge('private');
  const token = await makeShareLink(hub, badge.holder, { of: { holding: badge.holdingId }, label: 'museum' });
  const [link] = await hub.given.rowsOf('share_link');

  const page = await read(hub, `/s/${token}`);
  const files = [...page.matchAll(/href="(\/credentials\/[^"]+)"/g)].map(([, href]) => href ?? '');
  const statuses = await Promise.all(files.map((href) => statusOf(hub, href)));

  expect(page).toContain('Mireille Tanagra');
  expect(page).toContain('noindex');
  expect(files.length).toBeGreaterThan(4);
  expect(new Set(statuses)).toEqual(new Set([200]));

  await revokeShareLink(hub, badge.holder, link?.id ?? '');

  expect(await Promise.all(files.map((href) => statusOf(hub, href)))).toEqual(files.map(() => 404));
  const ended = await hub.request(`/s/${token}`, html);
  expect(ended.status).toBe(410);
  const words = await ended.text();
  expect(words).toContain('This link has ended');
  expect(words).not.toMatch(/Mireille|Oral history|Harbour/);
});

it('ends a share link by itself, and counts who came before', async () => {
  const hub = await testHub();
  const badge = await hub.given.heldBadge('private');
  const expiresAt = new Date(hub.clock().getTime() + 3_600_000);
  const token = await makeShareLink(hub, badge.holder, { of: { holding: badge.holdingId }, label: '', expiresAt });

  expect(await statusOf(hub, `/s/${token}`)).toBe(200);
  hub.pass({ hours: 2 });
  expect(await statusOf(hub, `/s/${token}`)).toBe(410);
  expect(await statusOf(hub, `${badge.path}?key=${token}`)).toBe(404);
  expect(await hub.given.rowsOf('share_link')).toMatchObject([{ views: 1 }]);
});

it('does not open another badge with the link of this one', async () => {
  const hub = await testHub();
  const badge = await hub.given.heldBadge('private');
  const other = await hub.given.heldBadge('private', { recipient: { email: 'ravi@candlemark.example' } });
  const token = await makeShareLink(hub, badge.holder, { of: { holding: badge.holdingId }, label: '' });

  expect(await statusOf(hub, `${badge.path}?key=${token}`)).toBe(200);
  expect(await statusOf(hub, `${other.path}?key=${token}`)).toBe(404);
});

it.each(['', 'x', 'x'.repeat(5000), '%00', '..%2F..'])('a link that never was leads nowhere: %s', async (token) => {
  const hub = await testHub();
  await hub.given.alliance();

  expect(await statusOf(hub, `/s/${token}`)).toBe(404);
});

it('gives programs the signed bytes at a share link', async () => {
  const hub = await testHub();
  const badge = await hub.given.heldBadge('private');
  const token = await makeShareLink(hub, badge.holder, { of: { holding: badge.holdingId }, label: '' });

  const response = await hub.request(`/s/${token}`, { headers: { accept: 'application/vc+ld+json' } });

  expect(await response.text()).toBe(badge.document);
  expect(response.headers.get('cache-control')).toBe('private, no-cache');
});

it('opens a share link to a badge from elsewhere', async () => {
  const { hub, holder, holding } = await badgeFromAfar('private');
  const token = await makeShareLink(hub, holder, { of: { holding: holding.id }, label: '' });

  const page = await read(hub, `/s/${token}`);

  expect(page).toContain('Issued elsewhere');
  expect(page).toContain(`/holdings/${holding.id}/original?key=${token}`);
  expect(await statusOf(hub, `/holdings/${holding.id}/original?key=${token}`)).toBe(200);
});

/** A collection of a public, a linked and a private badge. */
async function threeIn(hub: TestHub, holder: Person, badges: Id<'hld'>[], visibility: Visibility) {
  const id = await makeCollection(hub, holder, { title: 'Listening <well>', text: 'What I *heard*', visibility });
  for (const holding of badges) await arrangeCollection(hub, holder, id, { holding, how: 'put-in' });
  return id;
}

it('shows a collection without the badges that are private', async () => {
  const hub = await testHub();
  const one = await hub.given.heldBadge('public', { achievement: { name: 'First' } });
  const two = await hub.given.heldBadge('link', { achievement: { name: 'Second' }, holder: one.holder });
  const three = await hub.given.heldBadge('private', { achievement: { name: 'Third' }, holder: one.holder });
  const id = await threeIn(hub, one.holder, [two.holdingId, one.holdingId, three.holdingId], 'public');

  const page = await read(hub, `/collections/${id}`);

  expect(page).toContain('Listening &lt;well&gt;');
  expect(page).toContain('<em>heard</em>');
  expect(page.indexOf('Second')).toBeLessThan(page.indexOf('First'));
  expect(page).toContain(`${two.path}?key=${two.linkToken}`);
  expect(page).not.toContain('Third');
});

it('keeps a private collection for its holder, and opens it to a share link', async () => {
  const hub = await testHub();
  const badge = await hub.given.heldBadge('public');
  const id = await threeIn(hub, badge.holder, [badge.holdingId], 'private');
  const token = await makeShareLink(hub, badge.holder, { of: { collection: id }, label: '' });
  const browser = await hub.given.browserOf(badge.holder);

  expect(await statusOf(hub, `/collections/${id}`)).toBe(404);
  expect((await browser.get(`/collections/${id}`)).status).toBe(200);
  expect(await read(hub, `/s/${token}`)).toContain('Listening');
});
