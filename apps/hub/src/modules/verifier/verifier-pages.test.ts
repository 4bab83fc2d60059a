import { describe, expect, it } from 'vitest';
import type { Browser } from '../../testing/browser.ts';
import { type TestHub, testHub } from '../../testing/test-hub.ts';

const file = (content: string | Uint8Array, name = 'badge.json') =>
  new File([new Uint8Array(Buffer.from(content))], name);

async function hubWithBadge() {
  const hub = await testHub();
  await hub.given.alliance();
  const issuer = await hub.given.foreignIssuer();
  return { hub, issuer, badge: await issuer.badge(), browser: hub.browser() };
}

/** Sends the form and reads the answer. */
async function answerTo(browser: Browser, fields: Parameters<Browser['post']>[1]): Promise<string> {
  const sent = await browser.post('/verify', fields);
  expect(sent.status).toBe(303);
  return (await browser.follow(sent)).text();
}

const words = (page: string) => /<h1 class="verdict__word"[^>]*>([^<]+)</.exec(page)?.[1];

describe('the page where badges are verified', () => {
  it('answers on a page of its own, without an account and without script', async () => {
    const { browser, badge } = await hubWithBadge();

    const sent = await browser.post('/verify', { file: file(badge), text: '' });
    const path = new URL(sent.headers.get('location') ?? '', 'https://hub.example').pathname;
    const page = await browser.get(path);

    expect(path).toMatch(/^\/verify\/ver_[0-9a-z]{26}$/);
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toContain('no-store');
    const text = await page.text();
    expect(words(text)).toBe('Valid, with one warning');
    expect(text).toContain('No list that this hub reads knows Lower Marram Allotment Society.');
    expect(text).toContain('Not one character was changed since it was signed');
    expect(text).not.toMatch(/trusted/i);
    expect(text).toContain('name="robots" content="noindex"');
  });

  it('says at the field that nothing was brought, and keeps what was typed', async () => {
    const { browser } = await hubWithBadge();

    const sent = await browser.post('/verify', { text: '  ', recipient: 'ana@example.org' });

    expect(sent.status).toBe(422);
    const page = await sent.text();
    expect(page).toMatch(/id="f-file-error"[\s\S]{0,900}Choose a file, or paste a link or a text\./);
    expect(page).toContain('value="ana@example.org"');
  });

  it('fills in an address from a link and asks nobody before the button is pressed', async () => {
    const { hub, browser } = await hubWithBadge();
    const asked: string[] = [];
    hub.fetch = async (url) => {
      asked.push(url);
      return { ok: false, url, failure: 'unreachable' };
    };

    const page = await browser.read('/verify?url=https://issuer.example/badge%22%3E');

    expect(page).toContain('https://issuer.example/badge&quot;&gt;</textarea>');
    expect(asked).toEqual([]);
    expect(await hub.given.rowsOf('verification')).toEqual([]);
  });

  it('compares with the recipient and keeps the address nowhere', async () => {
    const { hub, browser, badge } = await hubWithBadge();

    const right = await answerTo(browser, { text: badge, recipient: 'ANA@example.org' });
    const wrong = await answerTo(browser, { text: badge, recipient: 'bo@example.org' });

    expect(right).toContain('The badge belongs to the address that was typed.');
    expect(words(wrong)).toBe('Not theirs');
    const rows = JSON.stringify(await hub.given.rowsOf('verification'));
    expect(rows.toLowerCase()).not.toMatch(/ana@example|bo@example/);
    expect(JSON.stringify(await hub.events())).not.toContain('ver_');
  });

  it('compares later from the answer as well, and asks for an address when none is typed', async () => {
    const { browser, badge } = await hubWithBadge();
    const sent = await browser.post('/verify', { text: badge });
    const path = sent.headers.get('location') ?? '';

    const empty = await browser.post(path, { recipient: ' ', compare: '1' });
    const compared = await browser.follow(await browser.post(path, { recipient: 'bo@example.org', compare: '1' }));

    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain('id="f-recipient-error"');
    expect(words(await compared.text())).toBe('Not theirs');
    expect(words(await browser.read(path))).toBe('Valid, with one warning');
  });

  it('shows one sentence and nothing else of a badge that was changed', async () => {
    const { browser, badge } = await hubWithBadge();

    const page = await answerTo(browser, { text: badge.replace('Seed keeper', 'Brain surgeon') });

    expect(words(page)).toBe('Changed after it was signed');
    expect(page).not.toContain('Brain surgeon');
    expect(page).not.toContain('Lower Marram');
    expect(page).not.toContain('Ana Flores');
    expect(page).not.toContain('checklist');
    const path = /href="(\/verify\/[^"]+report\.json)"/.exec(page)?.[1] ?? '';
    expect(await (await browser.get(path)).text()).not.toContain('Brain surgeon');
  });

  it.each([
    ['not-found', 'Nothing was found at'],
    ['gone', 'was taken away for good'],
    ['timeout', 'No answer came in time from'],
  ] as const)('has a sentence of its own for an address that is %s', async (failure, sentence) => {
    const { hub, browser } = await hubWithBadge();
    hub.elsewhere('https://issuer.example/badge', { failure });

    const page = await answerTo(browser, { text: 'https://issuer.example/badge' });

    expect(words(page)).toBe('Could not fetch it');
    expect(page).toContain(sentence);
    expect(page).toContain('https://issuer.example/badge');
  });

  it.each(['timeout', 'unreachable', 'server-error', 'not-found'] as const)(
    'is never green while the status list is silent: %s',
    async (failure) => {
      const { hub, issuer, browser, badge } = await hubWithBadge();
      hub.elsewhere(issuer.statusList, { failure });

      const page = await answerTo(browser, { text: badge });

      expect(words(page)).toBe('Could not check');
      expect(page).not.toContain('verdict--yes');
      expect(page).toContain('This is neither a yes nor a no.');
    },
  );

  it('tells what was seen the last time, with its date, when the issuer is silent', async () => {
    const { hub, issuer, browser, badge } = await hubWithBadge();
    await answerTo(browser, { text: badge });
    hub.pass({ days: 2 });
    issuer.fails('unreachable');

    const page = await answerTo(browser, { file: file(hub.given.bakedPng(badge), 'badge (2).png') });

    expect(words(page)).toBe('Could not check');
    expect(page).toMatch(/As last seen:<\/strong> Valid on 4 March 2031/);
    expect(page).toContain('from “badge (2).png”');
    expect(page).toContain('Try again now');
  });

  it('says in the headline that it was last seen revoked, when the issuer is silent', async () => {
    const { hub, issuer, browser, badge } = await hubWithBadge();
    await issuer.revokes(7);
    await answerTo(browser, { text: badge });
    hub.pass({ days: 2 });
    issuer.fails('unreachable');

    const page = await answerTo(browser, { text: badge });

    expect(words(page)).toBe('Could not check; last seen revoked');
    expect(page).toContain('class="verdict verdict--warn"');
    expect(page).toContain('On 4 March 2031 its issuer had revoked it');
    expect(page).not.toContain('neither a yes nor a no');
  });

  it('shows the looks of the file small, and says that nobody signed them, when the badge’s picture cannot be had', async () => {
    const { hub, browser, badge } = await hubWithBadge();

    const page = await answerTo(browser, { file: file(hub.given.bakedPng(badge), 'seed.png') });

    expect(page).toMatch(
      /<img class="badge badge--s" src="\/verify\/ver_\w+\/image"[^>]*\/> How the file itself looks/,
    );
    expect(page).not.toContain('badge--l"');
    const text = await answerTo(browser, { text: badge });
    expect(text).not.toContain('How the file itself looks');
  });

  it('explains a member of the alliance by the list it stands on', async () => {
    const { hub, browser } = await hubWithBadge();
    const { document } = await hub.given.awardedBadge();

    const page = await answerTo(browser, { text: document });

    expect(words(page)).toBe('Valid');
    expect(page).toContain('Listed by Badge Alliance as a member organization since 4 March 2031.');
  });

  it('forgets the answer after a day', async () => {
    const { hub, browser, badge } = await hubWithBadge();
    const sent = await browser.post('/verify', { text: badge });
    const path = sent.headers.get('location') ?? '';

    hub.pass({ hours: 25 });

    for (const part of ['', '/image', '/report.json', '/report.csv']) {
      expect((await browser.get(path + part)).status).toBe(404);
    }
    expect((await browser.post(path, {})).status).toBe(404);
  });

  it('lists several badges with one answer each, in their order, and gives a CSV', async () => {
    const { hub, browser, badge } = await hubWithBadge();
    const formula = await (await hub.given.foreignIssuer('calc.example', '=HYPERLINK("x")')).badge();
    const files = [
      file(badge, 'one.json'),
      file(badge.replace('Seed', 'Weed'), 'two.json'),
      file('nothing', '=three.txt'),
      file(formula, 'four.json'),
    ];

    const page = await answerTo(browser, { file: files });

    const names = ['one.json', 'two.json', '=three.txt', 'four.json'].map((name) => page.indexOf(name));
    expect(names).toEqual([...names].sort((a, b) => a - b));
    expect(names).not.toContain(-1);
    expect(page).toContain('2 of 4 can be relied on today.');
    expect(page).not.toContain('Weed keeper');
    expect(page.match(/href="\/verify\/ver_[0-9a-z]{26}"/g)).toHaveLength(4);
    const csv = await (await browser.get(/href="([^"]+report\.csv)"/.exec(page)?.[1] ?? '')).text();
    expect(csv.split('\r\n')).toHaveLength(6);
    expect(csv).toContain(`"'=three.txt"`);
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    expect(csv).toContain('"Changed after it was signed","invalid"');
  });

  it('refuses more badges than anybody would read, at the field', async () => {
    const { hub, browser } = await hubWithBadge();
    const list = JSON.stringify(Array.from({ length: 101 }, () => ({ type: 'Assertion' })));

    const sent = await browser.post('/verify', { text: list });

    expect(sent.status).toBe(422);
    expect(await sent.text()).toContain('These are 101 badges.');
    expect(await hub.given.rowsOf('verification')).toEqual([]);
  });

  it('stops somebody who asks without end', async () => {
    const { browser } = await hubWithBadge();
    const statuses: number[] = [];

    for (let count = 0; count < 62; count++) statuses.push((await browser.post('/verify', { text: 'x' })).status);

    expect(statuses.filter((status) => status === 303)).toHaveLength(60);
    expect(statuses.at(-1)).toBe(429);
  }, 60_000);
});

describe('bad input on the page', () => {
  const pngSignature = Buffer.from('89504e470d0a1a0a', 'hex');

  const cases: [string, (hub: TestHub) => string | Uint8Array, string][] = [
    [
      'JSON nested 10,000 levels deep',
      () => `${'['.repeat(10_000)}1${']'.repeat(10_000)}`,
      'nested deeper than any real badge',
    ],
    [
      'an SVG with entities of its own',
      () => '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>',
      'entities',
    ],
    ['a cut-off PNG', () => Buffer.concat([pngSignature, Buffer.from([0, 0, 0, 13, 73, 72])]), 'damaged'],
    ['a web page', () => '<!doctype html><html><body>Hi</body></html>', 'This is a web page and not a badge.'],
    ['an empty file', () => '', 'There is nothing in it.'],
    ['a private address', () => 'http://192.168.1.1/badge', 'http://192.168.1.1/badge'],
    ['words', () => 'my badge', 'not understood as a badge'],
  ];

  it.each(cases)('%s gets a sentence and never a green answer', async (_name, content, sentence) => {
    const { hub, browser } = await hubWithBadge();

    const page = await answerTo(browser, { file: file(content(hub), 'thing') });

    expect(page).toContain(sentence);
    expect(page).not.toContain('verdict--yes');
  });

  it('a vocabulary on localhost is not fetched, and is named', async () => {
    const { hub, browser, badge } = await hubWithBadge();
    const asked: string[] = [];
    const { fetch } = hub;
    hub.fetch = (url, options) => {
      asked.push(url);
      return fetch(url, options);
    };
    const context = 'http://localhost:8080/context.json';
    const document = JSON.parse(badge);
    document['@context'].push(context);

    const page = await answerTo(browser, { text: JSON.stringify(document) });

    expect(page).toContain(context);
    expect(page).not.toContain('verdict--yes');
    expect(asked).not.toContain(context);
  });

  it('an SVG with script is read for its badge, and its script goes nowhere', async () => {
    const { browser, badge } = await hubWithBadge();
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"><script>alert(1)</script><openbadges:credential><![CDATA[${badge}]]></openbadges:credential></svg>`;

    const page = await answerTo(browser, { file: file(svg, 'badge.svg') });

    expect(words(page)).toBe('Valid, with one warning');
    expect(page).not.toContain('alert(1)');
  });

  it('names in a badge are text and nothing else', async () => {
    const { hub, browser } = await hubWithBadge();
    const issuer = await hub.given.foreignIssuer('evil.example', '<img src=x onerror=alert(1)>');

    const page = await answerTo(browser, { text: await issuer.badge() });

    expect(page).not.toContain('<img src=x');
    expect(page).toContain('&lt;img src=x');
  });

  it('a file of a hundred megabytes is refused with a sentence before it is read into memory', async () => {
    const { browser } = await hubWithBadge();
    const huge = new File([Buffer.alloc(100 * 1024 * 1024)], 'huge.png');

    const sent = await browser.post('/verify', { file: huge });

    expect(sent.status).toBe(413);
    expect(await sent.text()).toContain('This is too large to take in');
  });

  it('a form from another site is refused', async () => {
    const { hub } = await hubWithBadge();

    const sent = await hub.request('/verify', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
      body: 'text=https%3A%2F%2Fissuer.example%2Fbadge',
    });

    expect(sent.status).toBe(403);
    expect(await hub.given.rowsOf('verification')).toEqual([]);
  });
});
