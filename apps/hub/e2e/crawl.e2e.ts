import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { repositoryPath } from '../src/platform/paths.ts';
import { createDatabase, dropDatabase } from '../src/testing/test-database.ts';
import {
  linkInLetter,
  makeAlliance,
  makeOrganization,
  press,
  publishAchievement,
  sendList,
  uploadList,
} from './acts.ts';
import { type CrawledPage, crawl, lookAroundAs, wordsOf } from './crawl.ts';
import { openBrowser, privateWindow } from './real-browser.ts';
import { databaseUrl, dataFolder, type RealHub, startHub } from './real-hub.ts';

const folder = dataFolder();
let database: Awaited<ReturnType<typeof createDatabase>>;
let hub: RealHub;

beforeAll(async () => {
  database = await createDatabase();
  const env = { DATABASE_URL: databaseUrl(database), BA_MODE: 'test' };
  hub = await startHub({ data: folder.path, args: ['--demo'], env });
});

afterAll(async () => {
  await hub?.stop();
  await dropDatabase(database);
  folder.remove();
});

/** Where each of them works. */
const desks = {
  visitor: ['/', '/sign-in', '/sign-up', '/forgot-password', '/c', '/api'],
  holder: ['/backpack', '/'],
  issuer: ['/organizations/harbour-city-library/achievements', '/'],
  steward: ['/steward', '/'],
};
type Role = keyof typeof desks;
const roles = Object.keys(desks) as Role[];

const cookieOf = async (role: Role) => (role === 'visitor' ? '' : lookAroundAs(hub.address, role));
const follow = async (role: Role) => crawl({ address: hub.address, cookie: await cookieOf(role), starts: desks[role] });
const said = (pages: CrawledPage[], what: (page: CrawledPage) => string | false | undefined) =>
  pages.flatMap((page) => {
    const found = what(page);
    return found ? [`${page.path}: ${found} (linked from ${page.from})`] : [];
  });

describe.each(roles)('every page that links lead a %s to', (role) => {
  it('is there, has one heading and a title, and carries nothing that its content policy refuses', async () => {
    const pages = await follow(role);
    const shown = pages.filter(({ html }) => html);

    expect(new Set(shown.map(({ pattern }) => pattern)).size).toBeGreaterThan(role === 'visitor' ? 12 : 20);
    expect(said(pages, ({ status }) => status !== 200 && `answers ${status}`)).toEqual([]);
    expect(said(shown, ({ html }) => html.match(/<h1\b/g)?.length !== 1 && 'has not one h1')).toEqual([]);
    expect(said(shown, ({ html }) => !/<title>[^<]+<\/title>/.test(html) && 'has no title')).toEqual([]);
    expect(said(shown, ({ html }) => isFound(html) && !isDescribed(html) && 'has no description')).toEqual([]);
    expect(said(shown, ({ html }) => /<[^>]+\s(?:style|on[a-z]+)="[^"]*"/.exec(html)?.[0])).toEqual([]);
    expect(said(shown, ({ html }) => /<style\b|<script(?![^>]*\ssrc=)[^>]*>/.exec(html)?.[0])).toEqual([]);
    expect(said(shown, ({ html }) => wordsOf(html).find(isMessageKey))).toEqual([]);
  });
});

it('shows a visitor a page, and never a failure, at every address that only others see', async () => {
  const cookies = await Promise.all((['holder', 'issuer', 'steward'] as const).map(cookieOf));
  const others = await Promise.all(cookies.map((cookie) => crawl({ address: hub.address, cookie, each: 1 })));
  const starts = [...new Set(others.flat().map(({ path }) => path))];

  const pages = await crawl({ address: hub.address, starts, each: 2 });

  expect(said(pages, ({ status }) => ![200, 403, 404, 410].includes(status) && `answers ${status}`)).toEqual([]);
  expect(
    said(pages, ({ html, type }) => type.startsWith('text/html') && !html.includes('<h1') && 'no heading'),
  ).toEqual([]);
});

it('leaves no English word on a page in another language', async () => {
  const { greek, cookie } = await greekHub();

  const all = await crawl({ address: greek.address, cookie, starts: ['/', '/steward', '/verify', '/c'], each: 1 });
  // a letter is in the language of whom it was written to
  const pages = all.filter(({ html, pattern }) => html && !pattern.startsWith('/outbox'));

  expect(pages.length).toBeGreaterThan(30);
  expect(said(pages, ({ html }) => wordsOf(inPageLanguage(html)).filter(isEnglish).join(' | '))).toEqual([]);
});

/** A hub on which everything that people wrote is Greek, read in the language in which every word has accents. */
async function greekHub() {
  const { path, remove } = dataFolder();
  const own = await createDatabase();
  const env = { DATABASE_URL: databaseUrl(own), BA_MODE: 'test', BA_UNDO_SECONDS: '0' };
  const greek = await startHub({ data: path, env });
  const browser = await openBrowser();
  onTestFinished(async () => {
    await browser.close();
    await greek.stop();
    await dropDatabase(own);
    remove();
  });
  const { tab } = await privateWindow(browser, { javaScriptEnabled: false });
  await makeAlliance(tab, greek.address, { name: 'Λιμάνι', purpose: 'Μαθαίνουμε.', person: 'Νίκος' });
  await makeOrganization(tab, greek.address, 'Βιβλιοθήκη', { summary: 'Δανείζει.', location: 'Χανιά' });
  const achievement = await publishAchievement(tab, greek.address, 'Βιβλιοθήκη', 'Πιλότος', {
    description: 'Φέρνει τη βάρκα.',
    'criteria.0': 'Δένει τη βάρκα.',
    ribbon: '',
    imageAlt: 'Μια ασπίδα.',
  });
  await uploadList(tab, greek.address, achievement, 'E-mail\nnikos@people.example\n');
  await sendList(tab, 1);
  await tab.goto(await linkInLetter(tab, greek.address, 'nikos@people.example', /\/claim\//));
  await press(tab, 'form:has(input[name="visibility"])');
  await tab.goto(`${greek.address}/preferences?locale=en-XA&back=/`);
  const cookies = await tab.context().cookies(greek.address);
  return { greek, cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
}

/** Without what says that it is in another language: what people wrote, and what is made for it. */
function inPageLanguage(html: string): string {
  return html.replace(/<(?!html)\w+\b[^>]*\slang="en"[^>]*>[^<]*/g, ' ').replace(/<html[^>]*>/, '');
}

/** Words of the world: names of formats, of products, and what calendars say. */
const everywhere =
  /\b(January|February|March|April|May|June|July|August|September|October|November|December|UTC|ar-XB|en-XA|English|DID document|Open Badges?|LinkedIn|Badge Alliance)\b/g;

function isEnglish(text: string): boolean {
  const left = text.replace(/https?:\S+|\S+@\S+|\d{4} at|\S*[\d/_.:]\S*/g, ' ').replace(everywhere, ' ');
  return /(?<![\p{L}’'-])(?=[a-z]*[aeiouy])[A-Z]?[a-z]{2,}(?![\p{L}])/u.test(left);
}

const isFound = (html: string) => !html.includes('<meta name="robots" content="noindex"');
const isDescribed = (html: string) => /<meta name="description" content="[^"]+"/.test(html);

const catalogues = repositoryPath('apps/hub/messages/en');
const families = new Set(
  readdirSync(catalogues)
    .flatMap((file) => Object.keys(JSON.parse(readFileSync(join(catalogues, file), 'utf8'))))
    .map((key) => key.split('.')[0]),
);

/** A message that is in no catalogue is shown as its key. */
function isMessageKey(text: string): boolean {
  const [, family] = /(?:^|\s)([a-z]+)\.[a-z][\w-]*(?:\.[\w-]+)*(?=$|[\s,:;])/.exec(text) ?? [];
  return family !== undefined && families.has(family);
}
