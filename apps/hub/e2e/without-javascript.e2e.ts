import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDatabase, dropDatabase } from '../src/testing/test-database.ts';
import {
  linkInLetter,
  makeAlliance,
  makeOrganization,
  press,
  publishAchievement,
  reloadUntil,
  sendList,
  signIn,
  steward,
  uploadList,
} from './acts.ts';
import { fill, openBrowser, privateWindow, says } from './real-browser.ts';
import { databaseUrl, dataFolder, type RealHub, startHub } from './real-hub.ts';

const folder = dataFolder();
let database: Awaited<ReturnType<typeof createDatabase>>;
let hub: RealHub;
let browser: Browser;
let ada: Tab;

beforeAll(async () => {
  database = await createDatabase();
  browser = await openBrowser();
  const env = { DATABASE_URL: databaseUrl(database), BA_UNDO_SECONDS: '0' };
  hub = await startHub({ data: folder.path, env });
  ada = await plainWindow();
  await makeAlliance(ada, hub.address);
});

afterAll(async () => {
  await browser?.close();
  await hub?.stop();
  await dropDatabase(database);
  folder.remove();
});

it('the first page makes the alliance and signs its steward in', async () => {
  await ada.goto(`${hub.address}/account`);

  await says(ada, steward.email);
});

it('somebody signs up, confirms, signs out and signs in again', async () => {
  const mira = await plainWindow();
  const account = { email: 'mira@people.example', password: 'three green kettles whistle' };
  await mira.goto(`${hub.address}/sign-up`);
  await fill(mira, 'form[action="/sign-up"]', { name: 'Mira Solberg', ...account });
  await press(mira, 'form[action="/sign-up"]');
  await mira.goto(await linkInLetter(ada, hub.address, account.email, /\/sign-up\/confirm\//));
  await press(mira, 'main form');
  await says(mira, 'Mira');

  await mira.click('[popovertarget="me"]');
  await press(mira, 'form[action="/sign-out"]');
  await signIn(mira, hub.address, account);

  await mira.goto(`${hub.address}/account`);
  await says(mira, account.email);
});

it('a form that was filled in wrongly comes back with what was typed and says what to mend', async () => {
  const visitor = await plainWindow();
  await visitor.goto(`${hub.address}/sign-up`);
  await fill(visitor, 'form[action="/sign-up"]', { name: 'Otto', email: 'otto at people', password: '' });

  await press(visitor, 'form[action="/sign-up"]');

  expect(await visitor.inputValue('form[action="/sign-up"] [name="name"]')).toBe('Otto');
  expect(await visitor.inputValue('form[action="/sign-up"] [name="email"]')).toBe('otto at people');
  expect(await visitor.getAttribute('form[action="/sign-up"] [name="email"]', 'aria-invalid')).toBe('true');
});

it('a badge is designed, awarded from a file, claimed, brought to a backpack, verified and revoked', async () => {
  await makeOrganization(ada, hub.address, 'Harbour Library');
  await addAndRemoveCriteria(ada);
  const achievement = await publishAchievement(ada, hub.address, 'Harbour Library', 'Harbour Pilot');
  await uploadList(ada, hub.address, achievement, 'name,email\nSiri Lund,siri@people.example\nJonas,jonas at people\n');
  await ada.fill('input[form^="mend-"]', 'jonas@people.example');
  await press(ada, 'form[id^="mend-"]');
  await sendList(ada, 2);

  const siri = await plainWindow();
  await siri.goto(await linkInLetter(ada, hub.address, 'siri@people.example', /\/claim\//));
  await siri.check('input[name="visibility"][value="public"]');
  await press(siri, 'form:has(input[name="visibility"])');
  await says(siri, 'Harbour Pilot');
  const badge = await credentialOf(siri);
  const png = Buffer.from(await (await fetch(`${badge}/badge.png`)).arrayBuffer());

  await verify(siri, png);
  expect(await siri.locator('h1').innerText()).toMatch(/^Valid/);
  await siri.goto(`${hub.address}/backpack/import`);
  await siri.setInputFiles('form[action="/backpack/import"] input[type="file"]', file(png));
  await press(siri, 'form[action="/backpack/import"]');
  await says(siri, 'Harbour Pilot');

  await revoke(ada, achievement, 'Siri Lund');
  await verify(siri, png);
  expect(await siri.locator('h1').innerText()).toBe('Revoked');
  await siri.goto(badge);
  await says(siri, /took this badge back/);
});

it('an offer is declined, and that can be undone', async () => {
  await makeOrganization(ada, hub.address, 'Polder College');
  const achievement = await publishAchievement(ada, hub.address, 'Polder College', 'Dyke Warden');
  await uploadList(ada, hub.address, achievement, 'name,email\nWren Okafor,wren@people.example\n');
  await sendList(ada, 1);
  const wren = await plainWindow();
  await wren.goto(await linkInLetter(ada, hub.address, 'wren@people.example', /\/claim\//));

  await wren.click('[popovertarget="decline"]');
  await press(wren, '#decline form');
  await wren.locator('form[action$="/reopen"] button').click();

  expect(await wren.locator('input[name="visibility"]').count()).toBeGreaterThan(0);
});

async function plainWindow(): Promise<Tab> {
  return (await privateWindow(browser, { javaScriptEnabled: false })).tab;
}

/** Rows of a form come and go by its own buttons; what was typed stays. */
async function addAndRemoveCriteria(tab: Tab): Promise<void> {
  await tab.goto(`${hub.address}/achievements/new`);
  await tab.locator('main a', { hasText: 'Harbour Library' }).click();
  await fill(tab, '#badge', { name: 'Kept while rows change', 'criteria.0': 'Rows a boat.' });
  const rows = () => tab.locator('[name^="criteria."]').count();
  const before = await rows();

  await tab.locator('#badge button[value="add.criteria"]').click();

  expect(await rows()).toBe(before + 1);
  expect(await tab.inputValue('[name="name"]')).toBe('Kept while rows change');
  expect(await tab.inputValue('[name="criteria.0"]')).toBe('Rows a boat.');
}

async function credentialOf(tab: Tab): Promise<string> {
  const href = await tab.locator('main a[href*="/credentials/"]').first().getAttribute('href');
  return new URL(href ?? '', hub.address).href.match(/^.*\/credentials\/crd_[0-9a-z]+/)?.[0] ?? '';
}

const file = (buffer: Buffer) => ({ name: 'badge.png', mimeType: 'image/png', buffer });

async function verify(tab: Tab, png: Buffer): Promise<void> {
  await tab.goto(`${hub.address}/verify`);
  await tab.setInputFiles('form[action="/verify"] input[name="file"]', file(png));
  await press(tab, 'form[action="/verify"]');
  await tab.waitForURL(/\/verify\/.+/);
}

async function revoke(tab: Tab, achievement: string, name: string): Promise<void> {
  await reloadUntil(
    tab,
    async () => (await tab.locator('main table a', { hasText: name }).count()) > 0,
    `${hub.address}${achievement}/awards`,
  );
  await tab.locator('main table a', { hasText: name }).click();
  await tab.click('[popovertarget="act-revoke"]');
  await tab.fill('#act-revoke textarea', 'Awarded by mistake.');
  await press(tab, '#act-revoke form');
  await says(tab, /Revoked/);
}
