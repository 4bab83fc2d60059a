import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, dropDatabase } from '../src/testing/test-database.ts';
import { sendList, uploadList } from './acts.ts';
import { crawl, lookAroundAs } from './crawl.ts';
import { openBrowser, privateWindow, type Visit } from './real-browser.ts';
import { databaseUrl, dataFolder, type RealHub, startHub } from './real-hub.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What another theme can break. */
const colorRules = ['color-contrast', 'link-in-text-block'];
const widths = [1280, 390] as const;

/** Where each of them starts, and how many kinds of pages nobody before them could open, at least. */
const desks = {
  visitor: {
    starts: ['/', '/sign-in', '/sign-up', '/forgot-password', '/c', '/api', '/verify', '/nowhere'],
    kinds: 15,
  },
  holder: { starts: ['/backpack', '/', '/steward'], kinds: 8 },
  issuer: { starts: ['/organizations/harbour-city-library/achievements', '/'], kinds: 7 },
  steward: { starts: ['/steward', '/'], kinds: 4 },
};
type Role = keyof typeof desks;

const folder = dataFolder();
let database: Awaited<ReturnType<typeof createDatabase>>;
let hub: RealHub;
let browser: Browser;

beforeAll(async () => {
  database = await createDatabase();
  browser = await openBrowser();
  hub = await startHub({ data: folder.path, args: ['--demo'], env: { DATABASE_URL: databaseUrl(database) } });
});

afterAll(async () => {
  await browser?.close();
  await hub?.stop();
  await dropDatabase(database);
  folder.remove();
});

describe.each(Object.keys(desks) as Role[])('every kind of page that a %s opens', (role) => {
  it('breaks no rule of accessibility, in both themes, wide and narrow, and fits on 320 pixels', {
    timeout: 600_000,
  }, async () => {
    const visit = await enter(role);
    const kinds = await kindsOfPages(role, visit);
    const broken: string[] = [];

    for (const path of kinds) {
      await visit.tab.goto(hub.address + path);
      broken.push(...(await brokenRules(visit.tab)));
    }

    expect(kinds.length).toBeGreaterThanOrEqual(desks[role].kinds);
    expect(broken).toEqual([]);
    expect(visit.complaints.filter((line) => !line.includes('status of 40'))).toEqual([]);
    await visit.close();
  });
});

it('breaks no rule where forms were filled in wrongly, and leads to the first mistake', async () => {
  const visit = await enter('issuer');
  const { tab } = visit;
  const { editor, award } = await ownBadge(tab);
  const forms = [
    { path: '/organizations/new', form: 'form[action="/organizations/new"]' },
    { path: editor, form: '#badge', button: '[value="publish"]' },
    { path: `${award}/award`, form: 'form[action$="/award/one"]' },
    { path: `${award}/award`, form: 'form[action$="/award/file"]' },
    { path: '/verify', form: 'form[action="/verify"]' },
    { path: '/backpack/import', form: 'form[action="/backpack/import"]' },
    { path: '/sign-in?again=1', form: 'form[action="/sign-in"]' },
  ];
  const found: string[] = [];

  for (const { path, form, button = ':not([type="button"]):not(.sr)' } of forms) {
    await tab.goto(hub.address + path);
    await tab.locator(`${form} button${button}`).first().click();
    await tab.waitForSelector('[aria-invalid="true"], .summary');
    found.push(...(await brokenRules(tab)));
    const focus = await tab.evaluate(() => document.activeElement?.closest('.field--bad, .summary') !== null);
    if (!focus) found.push(`${path} ${form}: the focus is not at the mistake`);
  }

  expect(found).toEqual([]);
  await visit.close();
});

it('breaks no rule on the pages that come after an act: a preview with bad rows, its progress, and what a check says', async () => {
  const visit = await enter('issuer');
  const { tab } = visit;
  const { award } = await ownBadge(tab);
  const csv = 'name,email\nNadia Haddad,nadia@people.example\nJonas,"jonas@people,example"\nSiri,siri at people\n';
  const found: string[] = [];

  await uploadList(tab, hub.address, award, csv);
  found.push(...(await brokenRules(tab)));
  await sendList(tab, 1);
  found.push(...(await brokenRules(tab)));
  await tab.goto(`${hub.address}${award}/awards`);
  await tab.locator('main table a').first().click();
  found.push(...(await brokenRules(tab)));
  for (const text of ['{"not": "a badge"}', await signedBadge()]) {
    await tab.goto(`${hub.address}/verify`);
    await tab.fill('[name="text"]', text);
    await tab.locator('form[action="/verify"] button:not([type="button"])').first().click();
    await tab.waitForURL(/\/verify\/.+/);
    found.push(...(await brokenRules(tab)));
  }

  expect(await tab.locator('.checklist li').count()).toBeGreaterThan(5);
  expect(found).toEqual([]);
  await visit.close();
});

describe('with the keyboard alone', () => {
  it('the first stop is the way past the head of the page, and it leads to the content', async () => {
    const { tab, close } = await enter('visitor');
    await tab.goto(`${hub.address}/explore`);

    await tab.keyboard.press('Tab');
    const first = await tab.evaluate(() => document.activeElement?.getAttribute('href'));
    const isSeen = await tab.locator('a.skip').evaluate((link) => link.getBoundingClientRect().top >= 0);
    await tab.keyboard.press('Enter');

    expect(first).toBe('#main');
    expect(isSeen).toBe(true);
    expect(await tab.evaluate(() => document.activeElement?.id)).toBe('main');
    await close();
  });

  it.each(['/sign-in?again=1', '/sign-up', '/verify', '/organizations/new'])(
    'every stop on %s is marked, and they come in the order of reading',
    async (path) => {
      const { tab, close } = await enter(path === '/organizations/new' ? 'issuer' : 'visitor');
      await tab.goto(hub.address + path);
      await tab.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());

      const stops = await tabStops(tab);

      expect(stops.length).toBeGreaterThan(8);
      expect(stops.filter(({ isMarked }) => !isMarked)).toEqual([]);
      expect(stops.map(({ at }) => at)).toEqual([...stops.map(({ at }) => at)].sort((a, b) => a - b));
      await close();
    },
  );
});

async function enter(role: Role): Promise<Visit> {
  const visit = await privateWindow(browser, { reducedMotion: 'reduce' });
  if (role === 'visitor') return visit;
  const cookie = await lookAroundAs(hub.address, role);
  await visit.tab.context().addCookies(
    cookie.split('; ').map((pair) => {
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      return { name, value, url: hub.address };
    }),
  );
  return visit;
}

const looked = new Set<string>();

/** One page of each kind; those that somebody before looked at are left out. */
async function kindsOfPages(role: Role, { tab }: Visit): Promise<string[]> {
  const cookies = await tab.context().cookies(hub.address);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const pages = await crawl({ address: hub.address, cookie, starts: desks[role].starts, each: 1 });
  // what staff see on the page of their own badge is another kind than what strangers see
  const kinds = pages
    .filter(({ html }) => html)
    .map(({ path, pattern, html }) => ({ path, kind: kindOf(pattern, html) }));
  const fresh = kinds.filter(({ kind }) => !looked.has(kind));
  for (const { kind } of fresh) looked.add(kind);
  return fresh.map(({ path }) => path);
}

function kindOf(pattern: string, html: string): string {
  const forms = [...html.matchAll(/<form action="([^"?]*)"/g)].length;
  return `${pattern.split('?')[0]} ${forms > 3 ? 'with acts' : ''}`;
}

async function brokenRules(tab: Tab): Promise<string[]> {
  const path = new URL(tab.url()).pathname;
  const broken: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await tab.emulateMedia({ colorScheme });
    for (const width of widths) {
      await tab.setViewportSize({ width, height: 900 });
      const axe = new AxeBuilder({ page: tab }).setLegacyMode(true).options({ resultTypes: ['violations'] });
      const { violations } = await (colorScheme === 'light' ? axe.withTags(tags) : axe.withRules(colorRules)).analyze();
      for (const { id, nodes } of violations)
        broken.push(`${path}, ${colorScheme}, ${width}: ${id} ${nodes[0]?.html.slice(0, 160)}`);
    }
  }
  await tab.setViewportSize({ width: 320, height: 900 });
  const wider = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wider > 0) broken.push(`${path}, 320: ${wider} pixels too wide`);
  await tab.setViewportSize({ width: 1280, height: 900 });
  await tab.emulateMedia({ colorScheme: 'light' });
  return broken;
}

/** Where the issuer makes a badge, and the page of one that is there. */
async function ownBadge(tab: Tab): Promise<{ editor: string; award: string }> {
  await tab.goto(`${hub.address}/organizations/harbour-city-library/achievements`);
  const href = (link: string) => tab.locator(`main a[href^="${link}"]`).first().getAttribute('href');
  return { editor: (await href('/achievements/new')) ?? '', award: (await href('/achievements/ach_')) ?? '' };
}

/** The text of a credential that its holder may read. */
async function signedBadge(): Promise<string> {
  const cookie = await lookAroundAs(hub.address, 'holder');
  const pages = await crawl({ address: hub.address, cookie, starts: ['/backpack'], each: 1 });
  const path = pages.map((page) => page.path).find((one) => /^\/credentials\/crd_[0-9a-z]+$/.test(one)) ?? '';
  return (await fetch(hub.address + path, { headers: { cookie, accept: 'application/vc+ld+json' } })).text();
}

interface Stop {
  name: string;
  /** Its place among all elements of the page. */
  at: number;
  isMarked: boolean;
}

/** Presses Tab from the top of the page until the focus leaves it. */
async function tabStops(tab: Tab): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let count = 0; count < 80; count++) {
    await tab.keyboard.press('Tab');
    const stop = await tab.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const isMarked = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
      const at = [...document.querySelectorAll('*')].indexOf(element);
      return { name: element.outerHTML.slice(0, 100), at, isMarked };
    });
    if (!stop || stops.some(({ at }) => at === stop.at)) return stops;
    stops.push(stop);
  }
  return stops;
}
