import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDatabase, dropDatabase } from '../src/testing/test-database.ts';
import { makeAlliance, makeOrganization } from './acts.ts';
import { fill, openBrowser, privateWindow, says, type Visit } from './real-browser.ts';
import { databaseUrl, dataFolder, type RealHub, startHub } from './real-hub.ts';

const folder = dataFolder();
let database: Awaited<ReturnType<typeof createDatabase>>;
let hub: RealHub;
let browser: Browser;
let visit: Visit;
let tab: Tab;

beforeAll(async () => {
  database = await createDatabase();
  browser = await openBrowser();
  hub = await startHub({ data: folder.path, env: { DATABASE_URL: databaseUrl(database) } });
  visit = await privateWindow(browser);
  tab = visit.tab;
  await makeAlliance(tab, hub.address);
  await makeOrganization(tab, hub.address, 'Harbour City Library');
});

afterAll(async () => {
  await browser?.close();
  await hub?.stop();
  await dropDatabase(database);
  folder.remove();
});

async function openEditor(): Promise<void> {
  await tab.goto(`${hub.address}/achievements/new`);
  await tab.locator('main a', { hasText: 'Harbour City Library' }).click();
}

/** The addresses of the large and the small drawing. */
const drawn = () =>
  tab.locator('badge-preview img').evaluateAll((list) => list.map((image) => (image as HTMLImageElement).src));

it('draws the badge large and small while one chooses, and says what it shows', async () => {
  await openEditor();

  await fill(tab, '#badge', { name: 'Ferry pilot', shape: 'lozenge', palette: 'teal-red', ribbon: 'Pilot' });

  const wanted = /shape=lozenge.*ribbon=Pilot.*palette=teal-red/;
  await expect.poll(drawn, { timeout: 10_000 }).toEqual([expect.stringMatching(wanted), expect.stringMatching(wanted)]);
  await says(tab, 'In the shape of a lozenge');
  await says(tab, 'The ribbon says “Pilot”.');
});

it('says what cannot be read, and takes the ink that mends it', async () => {
  await openEditor();
  await fill(tab, '#badge', { name: 'Ferry pilot', palette: 'navy-yellow', ribbon: 'Pilot' });
  await fill(tab, '#badge', { palette: 'own', secondary: '#8c8c8c' });
  await says(tab, 'hard to read');

  await tab.locator('.advice button').click();

  await says(tab, 'Icon and ribbon can be read by everybody.');
  expect(await tab.inputValue('[name="primary"]')).toBe('#1b2a5c');
  expect(await tab.inputValue('[name="secondary"]')).not.toBe('#8c8c8c');
  expect(await tab.inputValue('[name="name"]')).toBe('Ferry pilot');
});

it('keeps a badge when Enter is pressed in a field, as a draft', async () => {
  await openEditor();
  await fill(tab, '#badge', { name: 'Entered' });

  await tab.press('#badge [name="name"]', 'Enter');

  await tab.waitForURL(/\/achievements\/ach_/);
  await says(tab, 'Draft: only owners and issuers see this page');
});

it('gives the browser nothing to complain about', () => {
  expect(visit.complaints).toEqual([]);
});
