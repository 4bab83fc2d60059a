import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { testHub } from '../../testing/test-hub.ts';
import { editOrganization } from './edit-organization.ts';
import { findOrganization } from './find-organization.ts';

const typed = {
  name: 'Museum of Making',
  handle: '',
  summary: 'We make.',
  website: '',
  location: '',
  links: '',
  lang: 'en',
};

it('makes an organization from a form, in a browser without script', async () => {
  const hub = await testHub();
  await hub.given.alliance();
  const browser = await hub.given.browserOf(await hub.given.account());

  const response = await browser.post('/organizations/new', {
    ...typed,
    links: 'Papers https://making.example/papers',
  });

  expect([response.status, response.headers.get('location')]).toEqual([303, '/organizations/museum-of-making']);
  const page = await browser.read('/organizations/museum-of-making');
  expect(page).toContain('href="https://making.example/papers" rel="nofollow ugc noopener"');
  expect(page).toContain('Museum of Making is made.');
});

it('keeps what was typed and says what is wrong with each field', async () => {
  const hub = await testHub();
  await hub.given.alliance();
  const { owner } = await hub.given.organization('Harbour City Library', { handle: 'harbour' });
  const browser = await hub.given.browserOf(owner);
  const bad = {
    name: ' ',
    handle: 'a--b',
    website: 'javascript:alert(1)',
    links: 'one https://a.example\ntwo',
    lang: 'xx',
  };

  const response = await browser.post('/organizations/new', { ...typed, ...bad });
  const taken = await browser.post('/organizations/new', { ...typed, handle: 'HARBOUR' });

  const page = await response.text();
  expect(response.status).toBe(422);
  for (const field of ['name', 'handle', 'website', 'links', 'lang']) expect(page).toContain(`id="f-${field}-error"`);
  expect(page).toContain('Line 2 is not');
  expect(page).toContain('value="javascript:alert(1)"');
  expect(taken.status).toBe(422);
  expect(await taken.text()).toContain('Another organization has this short name.');
});

it('asks visitors to sign in before they make, edit or look at staff', async () => {
  const hub = await testHub();
  await hub.given.alliance();
  const { id } = await hub.given.organization();

  for (const path of [
    '/organizations/new',
    `/organizations/${id}/edit`,
    `/organizations/${id}/staff`,
    '/account/affiliations',
  ]) {
    const response = await hub.browser().get(path);
    expect([path, response.status, response.headers.get('location')]).toEqual([
      path,
      303,
      `/sign-in?next=${encodeURIComponent(path)}`,
    ]);
  }
});

it('renders a description without what could do harm', async () => {
  const hub = await testHub();
  await hub.given.alliance();
  const summary = '**Hello** <script>alert(1)</script> ![x](https://evil.example/x.png) [y](javascript:alert(2))';
  const { id } = await hub.given.organization('<img src=x onerror=alert(3)>', { summary });

  const page = await hub.browser().read(`/organizations/${id}`);

  expect(page).toContain('<strong>Hello</strong>');
  expect(page).not.toMatch(/<script>alert|<img src=x|evil\.example|href="javascript/);
});

it('opens by id and by a short name of any script, and says kindly when there is none', async () => {
  const hub = await testHub();
  await hub.given.alliance();
  const { id } = await hub.given.organization('東京 図書館');

  const byHandle = await hub.browser().get(`/organizations/${encodeURIComponent('東京-図書館')}`);
  const byId = await hub.browser().get(`/organizations/${id}`);
  const none = await hub.browser().get('/organizations/nobody');

  expect([byHandle.status, byId.status, none.status]).toEqual([200, 200, 404]);
  expect(await none.text()).toContain('There is no such organization here');
});

it('shows both texts when somebody else kept changes in the meantime, and keeps the chosen one', async () => {
  const hub = await testHub();
  await hub.given.alliance();
  const { id, owner } = await hub.given.organization();
  const browser = await hub.given.browserOf(owner);
  const theirs = { name: 'Harbour City Library', summary: 'Theirs.', links: [], lang: 'en' };
  await editOrganization(hub, owner, id, { content: theirs, revision: 1 });

  const mine = { ...typed, name: 'Harbour City Library', summary: 'Mine.' };
  const conflict = await browser.post(`/organizations/${id}/edit`, { ...mine, revision: '1' });
  const page = await conflict.text();
  const kept = await browser.post(`/organizations/${id}/edit`, { ...mine, revision: '2' });

  expect(conflict.status).toBe(409);
  expect(page).toContain('Theirs.');
  expect(page).toContain('Mine.');
  expect(page).toContain('name="revision" value="2"');
  expect(kept.status).toBe(303);
  expect(await findOrganization(hub.db, id)).toMatchObject({ summary: 'Mine.', revision: 3 });
});

it('takes and removes a mark, and keeps the rest of the form when the file is no picture', async () => {
  const hub = await testHub();
  await hub.given.alliance();
  const { id, owner } = await hub.given.organization();
  const browser = await hub.given.browserOf(owner);
  const svg = new File(
    ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4"/></svg>'],
    'm.svg',
  );
  const edit = (more: Record<string, string | File>) =>
    browser.post(`/organizations/${id}/edit`, { ...typed, ...more });

  const bad = await edit({ revision: '1', summary: 'Typed long.', logo: new File(['no picture'], 'x.png') });
  const good = await edit({ revision: '1', logo: svg });
  const page = await browser.read(`/organizations/${id}`);
  const removed = await edit({ revision: '2', noLogo: 'on' });

  expect(bad.status).toBe(422);
  expect(await bad.text()).toContain('Typed long.');
  expect(good.status).toBe(303);
  expect(page).toContain('/logo.png"');
  expect(removed.status).toBe(303);
  expect((await findOrganization(hub.db, id))?.logoFile).toBeUndefined();
});

it('does not name people who did not choose to be seen', async () => {
  const hub = await testHub();
  await hub.given.alliance();
  const { id, owner } = await hub.given.organization();
  await hub.given.staffOf(id, ['issuer'], 'Shy Person');
  await sql`update actor set visibility = 'public' where id = ${owner.personId}`.execute(hub.db);

  const page = await hub.browser().read(`/organizations/${id}`);
  const asOwner = await (await hub.given.browserOf(owner)).read(`/organizations/${id}`);

  expect(page).toContain(owner.name);
  expect(page).not.toContain('Shy Person');
  expect(page).toContain('One more person prefers not to be shown here.');
  expect(asOwner).toContain('Shy Person');
});

it('shows staff, waiting invitations and history to owners, and no addresses to others', async () => {
  const hub = await testHub();
  await hub.given.alliance();
  const { id, owner } = await hub.given.organization();
  const issuer = await hub.given.staffOf(id, ['issuer'], 'Wen Lanternfield');
  const browser = await hub.given.browserOf(owner);

  const none = await browser.post(`/organizations/${id}/staff/invitations`, { address: 'not an address' });
  const sent = await browser.post(`/organizations/${id}/staff/invitations`, {
    address: 'Bram@Example.org',
    roles: 'issuer',
  });
  const page = await browser.read(`/organizations/${id}/staff`);
  const asIssuer = await (await hub.given.browserOf(issuer)).read(`/organizations/${id}/staff`);
  const asStranger = await (await hub.given.browserOf(await hub.given.account())).get(`/organizations/${id}/staff`);

  expect(none.status).toBe(422);
  expect(await none.text()).toContain('Choose at least one role.');
  expect(sent.status).toBe(303);
  expect(page).toContain('bram@example.org');
  expect(asIssuer).not.toContain('bram@example.org');
  expect(asIssuer).toContain('Leave the staff');
  expect(asStranger.status).toBe(403);
});

it('offers the work on badges at its head to those who issue, and to nobody else', async () => {
  const hub = await testHub();
  await hub.given.alliance();
  const { id } = await hub.given.organization();
  const [issuer, assessor] = [await hub.given.staffOf(id, ['issuer']), await hub.given.staffOf(id, ['assessor'])];
  const read = async (browser: Awaited<ReturnType<typeof hub.given.browserOf>>) => browser.read(`/organizations/${id}`);

  const asIssuer = await read(await hub.given.browserOf(issuer));
  const asAssessor = await read(await hub.given.browserOf(assessor));

  const side = asIssuer.slice(asIssuer.indexOf('<aside'), asIssuer.indexOf('</aside>'));
  expect(side).toContain(`href="/achievements/new?issuer=${id}"`);
  expect(side).toContain('All badges, drafts too');
  expect(asAssessor).not.toContain('All badges, drafts too');
});

it('changes and removes staff, and affiliations, by its buttons', async () => {
  const hub = await testHub();
  await hub.given.alliance();
  const { id, owner } = await hub.given.organization();
  const wen = await hub.given.staffOf(id, ['issuer'], 'Wen Lanternfield');
  const person = await hub.given.account('Noor Papyrus');
  const [browser, noor] = [await hub.given.browserOf(owner), await hub.given.browserOf(person)];
  const statusOf = async (path: string, fields = {}) =>
    (await browser.post(`/organizations/${id}${path}`, fields)).status;

  expect((await noor.post(`/organizations/${id}/affiliations`)).status).toBe(303);
  const tie = (await hub.given.rowsOf('tie')).find((row) => 'state' in row && row.state === 'asked') as { id: string };

  expect(await statusOf(`/staff/${wen.personId}/roles`, { roles: ['assessor', 'representative'] })).toBe(303);
  expect(await statusOf(`/staff/${wen.personId}/remove`)).toBe(303);
  expect(await statusOf(`/staff/${owner.personId}/remove`)).toBe(409);
  expect(await statusOf('/staff/per_nobody/remove')).toBe(404);
  expect(await statusOf(`/affiliations/${tie.id}/confirm`)).toBe(303);
  expect(await statusOf(`/affiliations/${tie.id}/confirm`)).toBe(404);
  expect(await noor.read('/account/affiliations')).toContain('confirmed on');
  expect((await noor.post(`/account/affiliations/${tie.id}/end`)).status).toBe(303);
  expect(await noor.read(`/organizations/${id}`)).not.toContain('works here');
});

it('lists ten thousand organizations page by page, and finds one of them, quickly', async () => {
  const hub = await testHub();
  await hub.given.alliance();
  await sql`insert into actor (id, kind, handle, name, summary, created_at)
    select 'org_' || lpad(n::text, 26, '0'), 'organization', 'o' || n, 'Organization ' || n, repeat('We teach and learn. ', 20), now()
    from generate_series(1, 10000) n`.execute(hub.db);
  await sql`analyze actor`.execute(hub.db);
  const browser = hub.browser();
  await browser.read('/organizations');
  const timed = async (path: string) => {
    const start = performance.now();
    const page = await browser.read(path);
    return { page, took: performance.now() - start };
  };

  const [first, last, found] = [
    await timed('/organizations'),
    await timed('/organizations?page=417'),
    await timed('/organizations?q=organization+7777'),
  ];

  expect(first.page).toContain('10,000 organizations');
  expect(last.page.match(/<a href="\/organizations\/o\d+"/g)).toHaveLength(16);
  expect(found.page).toContain('Organization 7777');
  for (const { took } of [first, last, found]) expect(took).toBeLessThan(1000);
});
