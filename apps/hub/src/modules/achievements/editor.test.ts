import { describe, expect, it } from 'vitest';
import { testHub } from '../../testing/test-hub.ts';
import { lockAchievement } from './store.ts';

const idIn = (response: Response) => /ach_\w+/.exec(response.headers.get('location') ?? '')?.[0] as `ach_${string}`;

async function desk() {
  const hub = await testHub();
  await hub.given.alliance();
  return { hub, ...(await hub.given.badgeDesk()) };
}

async function draftOn({ hub, browser, address }: Awaited<ReturnType<typeof desk>>) {
  return idIn(await browser.post(address, hub.given.badgeForm({ act: 'save' })));
}

describe('who makes a new badge', () => {
  it('is asked to sign in first', async () => {
    const { hub, address } = await desk();

    const response = await hub.browser().get(address);

    expect(response.headers.get('location')).toContain('/sign-in?next=');
  });

  it('does it for the only organization they issue for, without being asked', async () => {
    const { browser } = await desk();

    const page = await browser.read('/achievements/new');

    expect(page).toContain('For Harbour City Library.');
  });

  it('chooses when there are several', async () => {
    const { hub, browser, owner } = await desk();
    await hub.given.organization('Museum of Making', { owner });

    const page = await browser.read('/achievements/new');

    expect(page).toContain('Whose badge is it?');
    expect(page).toContain('Museum of Making');
  });

  it('learns what to do when they issue for nobody', async () => {
    const { hub } = await desk();
    const browser = await hub.given.browserOf(await hub.given.account());

    expect(await browser.read('/achievements/new')).toContain('You do not issue for anybody yet.');
  });

  it('cannot do it for an organization of others', async () => {
    const { hub, address } = await desk();
    const browser = await hub.given.browserOf(await hub.given.account());

    const asked = await browser.get(address);
    const sent = await browser.post(address, hub.given.badgeForm());

    expect([asked.status, sent.status]).toEqual([403, 403]);
    expect(await hub.given.rowsOf('achievement')).toEqual([]);
  });

  it('assesses only: that is not enough', async () => {
    const { hub, issuerId, address } = await desk();
    const browser = await hub.given.browserOf(await hub.given.staffOf(issuerId, ['assessor']));

    expect((await browser.post(address, hub.given.badgeForm())).status).toBe(403);
  });

  it('is a steward, for the alliance itself', async () => {
    const { hub } = await desk();
    const browser = await hub.given.browserOf(await hub.given.steward());
    const [alliance] = (await hub.given.rowsOf('actor')).filter((row) => (row as { kind: string }).kind === 'hub');
    const issuer = (alliance as { id: string }).id;

    const response = await browser.post(`/achievements/new?issuer=${issuer}`, hub.given.badgeForm());

    expect(response.status).toBe(303);
    expect(await browser.read(`/organizations/${issuer}/achievements`)).toContain('Oral history interviewer');
  });
});

describe('a new badge', () => {
  it('is published in one step when nothing is missing', async () => {
    const { hub, browser, address } = await desk();

    const response = await browser.post(address, hub.given.badgeForm({ tags: 'listening, "food, drink"' }));

    const page = await (await browser.follow(response)).text();
    expect(page).toContain('is published. Now it can be awarded.');
    const [row] = await hub.given.rowsOf('achievement');
    expect(row).toMatchObject({
      state: 'published',
      tags: ['listening', 'food, drink'],
      criteria: [{ text: 'Prepares questions from a source' }, { text: 'Lets the speaker lead' }],
      image_alt:
        'Badge: Oral history interviewer. In the shape of a scalloped roundel: a cassette. The ribbon says “Listener”.',
    });
    expect((await hub.events()).map(({ verb }) => verb)).toEqual(
      expect.arrayContaining(['achievement.defined', 'achievement.published']),
    );
  });

  it('says what is missing, each linked to its field, and keeps what was typed', async () => {
    const { hub, browser, address } = await desk();
    const form = hub.given.badgeForm({ description: '', 'criteria.0': ' ', 'criteria.1': '', tags: 'kept tag' });

    const response = await browser.post(address, form);

    const page = await response.text();
    expect(response.status).toBe(422);
    expect(page).toContain('<a href="#f-description">');
    expect(page).toContain('<a href="#f-criteria">');
    expect(page).toContain('value="kept tag"');
    expect(await hub.given.rowsOf('achievement')).toEqual([]);
  });

  it('may be incomplete as a draft, but has a name', async () => {
    const { hub, browser, address } = await desk();
    const bare = { description: '', 'criteria.0': '', 'criteria.1': '' };

    const kept = await browser.post(address, hub.given.badgeForm({ ...bare, act: 'save' }));
    const nameless = await browser.post(address, hub.given.badgeForm({ ...bare, name: ' ', act: 'save' }));

    expect([kept.status, nameless.status]).toEqual([303, 422]);
    expect(await browser.read(`/achievements/${idIn(kept)}`)).toContain('2 things are missing');
  });

  it('is refused with an address that runs as a program, and says where that is', async () => {
    const { hub, browser, address } = await desk();
    const alignment = { 'alignments.0.targetName': 'X', 'alignments.0.targetUrl': 'javascript:alert(1)' };

    const response = await browser.post(address, hub.given.badgeForm(alignment));

    expect(response.status).toBe(422);
    expect(await response.text()).toContain('<a href="#f-alignments-0-targetUrl">Alignment 1: Web address:');
    expect(await hub.given.rowsOf('achievement')).toEqual([]);
  });

  it('may be of a type of its own', async () => {
    const { hub, browser, address } = await desk();

    await browser.post(address, hub.given.badgeForm({ achievementType: 'ext', ownType: 'Micro.Skill-1' }));

    expect(await hub.given.rowsOf('achievement')).toMatchObject([{ achievement_type: 'ext:Micro.Skill-1' }]);
  });

  it('may be written from right to left and in odd letters', async () => {
    const { hub, browser, address } = await desk();
    const name = 'مُحاوِر التاريخ الشفوي 🎙️ <b>&amp;</b>';

    const response = await browser.post(address, hub.given.badgeForm({ name, lang: 'ar', ribbon: 'مستمع' }));

    const page = await (await browser.follow(response)).text();
    expect(await hub.given.rowsOf('achievement')).toMatchObject([{ name, lang: 'ar' }]);
    expect(page).toContain('<h1 lang="ar" dir="auto">');
    expect(page).toContain('&lt;b&gt;');
    expect(page).not.toContain('<b>&amp;');
  });
});

describe('without script', () => {
  it.each([
    ['add.criteria', ['Prepares questions from a source', 'Lets the speaker lead', '']],
    ['remove.criteria.0', ['Lets the speaker lead']],
    ['down.criteria.0', ['Lets the speaker lead', 'Prepares questions from a source']],
  ])('%s shows the form again and keeps everything', async (act, rows) => {
    const { hub, browser, address } = await desk();

    const response = await browser.post(address, hub.given.badgeForm({ act, tags: 'kept' }));

    const page = await response.text();
    const shown = [...page.matchAll(/value="([^"]*)"[^>]*name="criteria\.\d+"/g)].map(([, value]) => value);
    expect(response.status).toBe(200);
    expect(shown).toEqual(rows);
    expect(page).toContain('value="kept"');
    expect(await hub.given.rowsOf('achievement')).toEqual([]);
  });

  it('what cannot be read is said, with a button that mends it', async () => {
    const { hub, browser, address } = await desk();
    const form = { palette: 'own', primary: '#1b2a5c', secondary: '#8c8c8c' };

    const page = await (await browser.post(address, hub.given.badgeForm({ ...form, act: 'draw' }))).text();
    const act = /value="(ink\.secondary\.#[0-9a-f]{6})"/.exec(page)?.[1] ?? '';
    const mended = await (await browser.post(address, hub.given.badgeForm({ ...form, act }))).text();

    expect(page).toContain('hard to read');
    expect(mended).toContain('Icon and ribbon can be read by everybody.');
  });

  it('an unknown button changes nothing', async () => {
    const { hub, browser, address } = await desk();

    const response = await browser.post(address, hub.given.badgeForm({ act: '__proto__.criteria.0' }));

    expect(response.status).toBe(200);
    expect(await response.text()).toContain('Prepares questions from a source');
  });
});

describe('an edit', () => {
  it('shows what was kept', async () => {
    const at = await desk();
    const id = await draftOn(at);

    const page = await at.browser.read(`/achievements/${id}/edit`);

    expect(page).toContain('value="Oral history interviewer"');
    expect(page).toMatch(/name="icon" value="cassette" checked/);
    expect(page).toMatch(/value=""[^>]*name="imageAlt"/);
  });

  it('of two at once loses nothing: the later one gets both texts', async () => {
    const at = await desk();
    const id = await draftOn(at);
    const { hub, browser } = at;
    const edit = (name: string, revision: string, act = 'save') =>
      browser.post(
        `/achievements/${id}/edit`,
        hub.given.badgeForm({ act, revision, name, 'criteria.2': `of ${name}` }),
      );

    const first = await edit('First', '1');
    const second = await edit('Second', '1');

    const page = await second.text();
    expect([first.status, second.status]).toEqual([303, 409]);
    expect(page).toContain('Somebody saved in between');
    expect(page).toContain('First');
    expect(page).toContain('<input type="hidden" name="criteria.2" value="of Second"/>');
    expect(page).toContain('name="revision" value="2"');
    expect(await hub.given.rowsOf('achievement')).toMatchObject([{ name: 'First', revision: 2 }]);
  });

  it('can be saved on top of the other, or gone on with, after a conflict', async () => {
    const at = await desk();
    const id = await draftOn(at);
    const { hub, browser } = at;
    const form = (more: Record<string, string>) => hub.given.badgeForm({ name: 'Second', ...more });
    await browser.post(`/achievements/${id}/edit`, form({ act: 'save', name: 'First' }));

    const editor = await browser.post(`/achievements/${id}/edit`, form({ act: 'edit', revision: '2' }));
    const saved = await browser.post(`/achievements/${id}/edit`, form({ act: 'save', revision: '2' }));

    expect(await editor.text()).toMatch(/name="revision" value="2"[\s\S]*value="Second"/);
    expect(saved.status).toBe(303);
    expect(await hub.given.rowsOf('achievement')).toMatchObject([{ name: 'Second' }]);
  });

  it('in ten browsers at the same moment is kept once', async () => {
    const at = await desk();
    const id = await draftOn(at);
    const { hub, browser } = at;
    const edit = (name: string) =>
      browser.post(`/achievements/${id}/edit`, hub.given.badgeForm({ act: 'save', name, revision: '1' }));

    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => edit(`Text ${index}`)));

    expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array(9).fill(409)]);
  });

  it('of what is published may not leave a hole', async () => {
    const at = await desk();
    const { hub, browser, address } = at;
    const id = idIn(await browser.post(address, hub.given.badgeForm()));

    const response = await browser.post(
      `/achievements/${id}/edit`,
      hub.given.badgeForm({ act: 'save', revision: '2', description: '' }),
    );

    expect(response.status).toBe(422);
  });

  it('of what was awarded is not possible, and the typed text stays', async () => {
    const at = await desk();
    const { hub, browser, address } = at;
    const id = idIn(await browser.post(address, hub.given.badgeForm()));
    await hub.db.transaction().execute((tx) => lockAchievement(tx, { id, revision: 2 }, hub.clock()));

    const page = await browser.read(`/achievements/${id}/edit`);
    const sent = await browser.post(
      `/achievements/${id}/edit`,
      hub.given.badgeForm({ act: 'save', revision: '2', name: 'Another' }),
    );

    expect(page).toContain('does not change any more');
    expect(page).toContain(`action="/achievements/${id}/versions"`);
    expect(sent.status).toBe(409);
    expect(await sent.text()).toContain('value="Another"');
    expect(await hub.given.rowsOf('achievement')).toMatchObject([{ name: 'Oral history interviewer' }]);
  });

  it('is for issuers only, and a draft is not even there for others', async () => {
    const at = await desk();
    const id = await draftOn(at);
    const stranger = await at.hub.given.browserOf(await at.hub.given.account());

    const answers = await Promise.all(
      ['', '/edit', '/image.svg', '/image.png'].map((path) => stranger.get(`/achievements/${id}${path}`)),
    );
    const sent = await stranger.post(`/achievements/${id}/edit`, at.hub.given.badgeForm());

    expect([...answers, sent].map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  });
});

it('the issuer’s list shows drafts, published and archived badges, to issuers only', async () => {
  const at = await desk();
  const { hub, browser, address, issuerId } = at;
  await draftOn(at);
  const id = idIn(await browser.post(address, hub.given.badgeForm({ name: 'Old one' })));
  await browser.post(`/achievements/${id}/archive`);
  await browser.post(address, hub.given.badgeForm({ name: 'New one' }));
  const path = `/organizations/${issuerId}/achievements`;
  const stranger = await hub.given.browserOf(await hub.given.account());

  const page = await browser.read(path);

  expect(page).toMatch(
    /Drafts[\s\S]*Oral history interviewer[\s\S]*Published[\s\S]*New one[\s\S]*Archived[\s\S]*Old one/,
  );
  expect((await stranger.get(path)).status).toBe(403);
  expect((await browser.get('/organizations/org_nothing/achievements')).status).toBe(404);
});
