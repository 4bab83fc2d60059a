import { describe, expect, it } from 'vitest';
import { testHub } from '../../testing/test-hub.ts';
import { changeState, defineAchievement } from '../achievements/index.ts';

async function house() {
  const hub = await testHub();
  await hub.given.alliance();
  const { id: issuerId, owner } = await hub.given.organization();
  const content = {
    description: 'Said in a sentence.',
    criteria: [{ text: 'Shown once' }],
    design: { shape: 'arch', ground: 'full', icon: 'kite', primary: '#1b2a5c', secondary: '#f5b71a' } as const,
    imageAlt: 'A kite',
  };
  const badge = async (name: string, more = {}) => {
    const { id } = await defineAchievement(hub, owner, issuerId, { ...content, name, ...more });
    await changeState(hub, owner, id, 'publish');
    hub.pass({ minutes: 1 });
    return id;
  };
  /** The names on the shelf, in their order. */
  const shelf = async (query: string, browser = hub.browser()) =>
    [...(await browser.read(`/explore?${query}`)).matchAll(/<b><span[^>]*>([^<]*)</g)].map(([, name]) => name);
  return { hub, issuerId, owner, badge, shelf };
}

describe('exploring', () => {
  it('shows what is published, newest first, and nothing else', async () => {
    const { hub, issuerId, owner, badge, shelf } = await house();
    await badge('First');
    const gone = await badge('Gone');
    await changeState(hub, owner, gone, 'archive');
    await badge('Second');
    await defineAchievement(hub, owner, issuerId, { name: 'Draft' });

    expect(await shelf('')).toEqual(['Second', 'First']);
  });

  it('finds by the beginnings of words in name, tags and description, in any script', async () => {
    const { badge, shelf } = await house();
    await badge('Oral history interviewer', { tags: ['archives'], description: 'Listens for an hour.' });
    await badge('مُحاوِر التاريخ', { lang: 'ar' });
    await badge('Élan vital');

    expect(await shelf('q=inter')).toEqual(['Oral history interviewer']);
    expect(await shelf('q=ARCH+hist')).toEqual(['Oral history interviewer']);
    expect(await shelf('q=listens')).toEqual(['Oral history interviewer']);
    expect(await shelf(`q=${encodeURIComponent('التاريخ')}`)).toEqual(['مُحاوِر التاريخ']);
    expect(await shelf(`q=${encodeURIComponent('E\u0301lan')}`)).toEqual(['Élan vital']);
    expect(await shelf('q=history+sailing')).toEqual([]);
  });

  it('is not confused by operators, quotes and nonsense', async () => {
    const { hub, badge } = await house();
    await badge('First');
    const odd = [
      "q='%3A*+%26+|+!",
      'q=((((',
      "q='%3B+drop+table+achievement--",
      `q=${'x'.repeat(5000)}`,
      'tag=%27%7D',
      'issuer=%27',
      'page=-1',
      'page=1e9',
      'sort=nonsense',
      'lang=%F0%9F%8E%88',
      'type[]=x',
    ];

    const answers = await Promise.all(odd.map((query) => hub.browser().get(`/explore?${query}`)));

    expect(answers.map(({ status }) => status)).toEqual(odd.map(() => 200));
  });

  it('narrows by tag, issuer, type and language, and orders by name', async () => {
    const { hub, issuerId, badge, shelf } = await house();
    await badge('Zither', { tags: ['music', 'food, drink'] });
    await badge('Accordion', { tags: ['music'], achievementType: 'Course', lang: 'fr' });
    const other = await hub.given.achievement({ name: 'Elsewhere' });

    expect(await shelf('tag=food%2C+drink')).toEqual(['Zither']);
    expect(await shelf(`issuer=${issuerId}&sort=name`)).toEqual(['Accordion', 'Zither']);
    expect(await shelf(`issuer=${other.issuerId}`)).toEqual(['Elsewhere']);
    expect(await shelf('type=Course')).toEqual(['Accordion']);
    expect(await shelf('lang=fr')).toEqual(['Accordion']);
    expect(await shelf('lang=fr&tag=food%2C+drink')).toEqual([]);
  });

  it('offers only types and languages that are used', async () => {
    const { hub, badge } = await house();
    await badge('One');
    await badge('Two', { achievementType: 'Course', lang: 'fr' });

    const page = await hub.browser().read('/explore');

    const options = [...page.matchAll(/<option value="([^"]*)"/g)].map(([, value]) => value);
    expect(options).toEqual(['', 'Badge', 'Course', '', 'en', 'fr', 'newest', 'name']);
  });

  it('has pages with addresses that keep the question', async () => {
    const { hub, badge, shelf } = await house();
    for (let number = 1; number <= 26; number++) await badge(`Kite ${String(number).padStart(2, '0')}`);

    const page = await hub.browser().read('/explore?q=kite&sort=name');

    expect(page).toContain('26 badges');
    expect(page).toContain('href="/explore?q=kite&amp;sort=name&amp;page=2"');
    expect(await shelf('q=kite&sort=name&page=2')).toEqual(['Kite 25', 'Kite 26']);
  });

  it('keeps members’ organizations for members, and leaves out what has ended', async () => {
    const { hub, issuerId, badge, shelf } = await house();
    await badge('Quiet');
    const member = await hub.given.browserOf(await hub.given.account());
    await hub.db.updateTable('actor').set({ visibility: 'members' }).where('id', '=', issuerId).execute();

    expect([await shelf(''), await shelf('', member)]).toEqual([[], ['Quiet']]);

    await hub.db.updateTable('actor').set({ ended_at: hub.clock() }).where('id', '=', issuerId).execute();
    expect(await shelf('', member)).toEqual([]);
  });

  it('teaches when there is nothing yet, and when nothing fits', async () => {
    const { hub, badge } = await house();

    const empty = await hub.browser().read('/explore');
    await badge('First');
    const unfit = await hub.browser().read('/explore?q=nothing');

    expect(empty).toContain('Make the first one');
    expect(unfit).toContain('No badge fits.');
  });

  it('lists issuers with how much they have published', async () => {
    const { hub, badge } = await house();
    await badge('One');
    await badge('Two');
    await hub.given.organization('Without a badge');

    const page = await hub.browser().read('/explore/issuers?q=harb');
    const none = await hub.browser().read('/explore/issuers?q=without');

    expect(page).toMatch(/One issuer[\s\S]*Harbour City Library[\s\S]*2 badges/);
    expect(none).toContain('No issuer has these words in its name.');
  });
});

describe('the page of a badge', () => {
  it('says what it is to readers', async () => {
    const { hub, badge } = await house();
    const id = await badge('Ferry pilot', {
      criteriaNarrative: 'Twice **alone** <script>alert(1)</script>',
      evidenceWanted: 'A logbook',
      evidenceRequired: true,
      validMonths: 24,
      tags: ['sea'],
      alignments: [{ targetName: 'Boat handling', targetUrl: 'https://example.org/boats', targetCode: 'B-7' }],
    });

    const page = await hub.browser().read(`/achievements/${id}`);

    for (const words of ['Ferry pilot', 'Shown once', '<strong>alone</strong>', 'A logbook', '24 months', 'B-7']) {
      expect(page).toContain(words);
    }
    expect(page).toContain('<a href="https://example.org/boats" rel="nofollow ugc noopener">');
    expect(page).not.toContain('<script>alert');
    expect(page).not.toContain(`/achievements/${id}/edit`);
  });

  it('is a document to programs, by Accept', async () => {
    const { hub, badge, issuerId } = await house();
    const id = await badge('Ferry pilot');
    const ask = (accept: string, more = {}) => hub.request(`/achievements/${id}`, { headers: { accept, ...more } });

    const response = await ask('application/ld+json');
    const etag = response.headers.get('etag') ?? '';

    expect(response.headers.get('content-type')).toBe('application/ld+json');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('vary')).toContain('Accept');
    expect(await response.json()).toMatchObject({
      id: `https://hub.example/achievements/${id}`,
      type: ['Achievement'],
      name: 'Ferry pilot',
      criteria: { narrative: '- Shown once' },
      image: { id: `https://hub.example/achievements/${id}/image.png`, type: 'Image', caption: 'A kite' },
      creator: { id: `https://hub.example/issuers/${issuerId}`, name: 'Harbour City Library' },
    });
    expect((await ask('application/ld+json', { 'if-none-match': etag })).status).toBe(304);
    expect((await ask('application/json')).headers.get('content-type')).toBe('application/json');
    expect((await ask('text/html')).headers.get('content-type')).toContain('text/html');
    expect((await ask('application/pdf')).headers.get('content-type')).toBe('application/ld+json');
  });

  it('of a draft is not there for strangers, and says to its issuer what is missing', async () => {
    const { hub, issuerId, owner } = await house();
    const { id } = await defineAchievement(hub, owner, issuerId, { name: 'Secret plan' });
    const staff = await hub.given.browserOf(owner);

    const page = await staff.read(`/achievements/${id}`);
    const answers = await Promise.all([
      hub.request(`/achievements/${id}`, { headers: { accept: 'text/html' } }),
      hub.request(`/achievements/${id}`, { headers: { accept: 'application/ld+json' } }),
      staff.get(`/achievements/${id}`, { accept: 'application/ld+json' }),
      hub.request('/achievements/ach_nothing', { headers: { accept: 'text/html' } }),
    ]);

    expect(page).toContain('3 things are missing');
    expect(page).toContain(`/achievements/${id}/edit#f-description`);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(await answers[0]?.text()).not.toContain('Secret plan');
  });

  it('lets its issuer archive it, award it again and begin a new version, and tells readers what changed', async () => {
    const { hub, owner, badge } = await house();
    const id = await badge('Ferry pilot');
    const staff = await hub.given.browserOf(owner);

    const archived = await staff.read((await staff.post(`/achievements/${id}/archive`)).headers.get('location') ?? '');
    await staff.post(`/achievements/${id}/restore`);
    const edit = (await staff.post(`/achievements/${id}/versions`)).headers.get('location') ?? '';
    await staff.post(edit, hub.given.badgeForm({ name: 'Ferry captain', 'criteria.1': 'Shown once' }));
    const page = await hub.browser().read(`/achievements/${id}`);

    expect(archived).toContain('Not awarded any more.');
    expect(page).toContain('See version 2');
    expect(page).toContain('Its name was “Ferry pilot” and is “Ferry captain”.');
    expect(page).toContain('New criterion: Prepares questions from a source');
    expect(page).toContain('It has another picture.');
  });

  it('keeps strangers from its buttons', async () => {
    const { hub, badge } = await house();
    const id = await badge('Ferry pilot');
    const stranger = await hub.given.browserOf(await hub.given.account());

    const answers = await Promise.all(
      ['archive', 'publish', 'restore', 'versions'].map((step) => stranger.post(`/achievements/${id}/${step}`)),
    );

    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  });
});

describe('an issuer’s list for programs', () => {
  it('has pages, in documents and in links', async () => {
    const { hub, issuerId, badge } = await house();
    const ids = [await badge('One'), await badge('Two'), await badge('Three')];

    const response = await hub.request(`/issuers/${issuerId}/achievements?size=2`, {
      headers: { accept: 'application/ld+json' },
    });

    const list = (await response.json()) as { '@context': unknown[]; '@graph': { id: string }[] };
    const address = `https://hub.example/issuers/${issuerId}/achievements`;
    expect(list['@graph'].map(({ id }) => id)).toEqual([
      `https://hub.example/achievements/${ids[2]}`,
      `https://hub.example/achievements/${ids[1]}`,
    ]);
    expect(response.headers.get('link')).toBe(
      `<${address}?page=1&size=2>; rel="first", <${address}?page=2&size=2>; rel="next", <${address}?page=2&size=2>; rel="last"`,
    );
    expect(response.headers.get('x-total-count')).toBe('3');
  });

  it('is a feed with every sign escaped', async () => {
    const { hub, issuerId, badge } = await house();
    await badge('Ships & <knots>', { description: 'Ties “two”\u0001' });

    const response = await hub.request(`/issuers/${issuerId}/achievements.atom`);

    const feed = await response.text();
    expect(response.headers.get('content-type')).toBe('application/atom+xml');
    expect(feed).toContain('<title>Ships &#38; &#60;knots&#62;</title>');
    expect(feed).not.toContain('\u0001');
  });

  it('sends readers to the shelf, and knows no one it does not know', async () => {
    const { hub, issuerId } = await house();

    const reader = await hub.browser().get(`/issuers/${issuerId}/achievements`);
    const unknown = await hub.request('/issuers/org_nothing/achievements');

    expect(reader.headers.get('location')).toBe(`/explore?issuer=${issuerId}`);
    expect(unknown.status).toBe(404);
  });
});

describe('the home page', () => {
  it('of a new hub leads its steward through the first steps, and nobody else', async () => {
    const hub = await testHub();
    await hub.given.alliance();
    const steward = await hub.given.browserOf(await hub.given.steward());

    const page = await steward.read('/');
    const forVisitors = await hub.browser().read('/');

    expect(page).toMatch(/First steps[\s\S]*href="\/organizations\/new"[\s\S]*Next/);
    expect(forVisitors).not.toContain('First steps');
    expect(forVisitors).toContain('This hub is new.');
  });

  it('counts what is there and hangs the newest badge', async () => {
    const { hub, badge } = await house();
    await badge('One');
    await badge('Two');

    const page = await hub.browser().read('/');

    expect(page).toContain('2 badges are published here by one issuer.');
    expect(page).toMatch(/Hung last[\s\S]*Newest/);
    expect(page).toContain('We work out how learning is recognised.');
  });
});

it('an organization’s own page shows what it gives', async () => {
  const { hub, issuerId, badge } = await house();
  await badge('Ferry pilot');

  expect(await hub.browser().read(`/organizations/${issuerId}`)).toContain('Ferry pilot');
});
