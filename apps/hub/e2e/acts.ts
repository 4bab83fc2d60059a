import type { Page as Tab } from 'playwright-core';
import { fill } from './real-browser.ts';

// What people do on pages, by the names of fields and buttons; each works with script and without.

export const steward = { name: 'Ada Example', email: 'ada@alliance.example', password: 'seven blue lanterns at dusk' };

const harbour = {
  name: 'The Harbour Alliance',
  purpose: 'Recognise what people in the harbour can do.',
  person: steward.name,
  email: steward.email,
  password: steward.password,
};

export async function makeAlliance(tab: Tab, address: string, said: Partial<typeof harbour> = {}): Promise<void> {
  await tab.goto(`${address}/`);
  await fill(tab, 'form[action="/first-run"]', { ...harbour, ...said });
  await press(tab, 'form[action="/first-run"]');
  await tab.waitForURL(`${address}/`);
}

export async function signIn(tab: Tab, address: string, who: { email: string; password: string }): Promise<void> {
  await tab.goto(`${address}/sign-in`);
  await fill(tab, 'form[action="/sign-in"]', { email: who.email, password: who.password });
  await press(tab, 'form[action="/sign-in"]');
  await tab.waitForURL((url) => url.pathname !== '/sign-in');
}

export async function makeOrganization(
  tab: Tab,
  address: string,
  name: string,
  said: Record<string, string> = { summary: 'Lends books and boats.', location: 'Marram' },
): Promise<void> {
  await tab.goto(`${address}/organizations/new`);
  await fill(tab, 'form[action="/organizations/new"]', { name, ...said });
  await press(tab, 'form[action="/organizations/new"]');
  await tab.waitForURL(/\/organizations\/(?!new)/);
}

/** Fills the editor, with a drawing of its own, and publishes. Returns the path of the achievement. */
export async function publishAchievement(
  tab: Tab,
  address: string,
  issuer: string,
  name: string,
  said: Record<string, string> = {},
): Promise<string> {
  await tab.goto(`${address}/achievements/new`);
  await tab.locator('main a', { hasText: issuer }).click();
  await fill(tab, '#badge', {
    name,
    description: 'Brings a small boat safely into the harbour.',
    'criteria.0': 'Moors the boat in wind of force four.',
    shape: 'shield',
    ground: 'full',
    ribbon: 'Pilot',
    imageAlt: 'A shield with a ribbon that says Pilot.',
    ...said,
  });
  await tab.locator('#badge button[name="act"][value="publish"]').click();
  await tab.waitForURL(/\/achievements\/ach_/);
  return new URL(tab.url()).pathname;
}

/** Uploads a list of people; the preview of it is open afterwards. */
export async function uploadList(tab: Tab, address: string, achievement: string, csv: string): Promise<void> {
  await tab.goto(`${address}${achievement}/award`);
  await tab.setInputFiles('form[action$="/award/file"] input[name="file"]', {
    name: 'pilots.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(csv),
  });
  await press(tab, 'form[action$="/award/file"]');
  await tab.waitForURL(/\/batches\/bat_/);
}

/** Sends what is ready and waits on the page of its progress until all of it is signed. */
export async function sendList(tab: Tab, count: number): Promise<void> {
  await press(tab, 'form[action$="/send"]');
  await tab.waitForURL(/\/progress$/);
  const signed = tab.locator('[data-count="signed"]').first();
  // as long as it can be paused, the page may still load itself again
  const isOver = async () => (await tab.locator('.steering').count()) === 0;
  await reloadUntil(tab, async () => (await isOver()) && (await signed.textContent()) === `${count}`);
}

/** The addresses of the letters in the outbox, and how to open one. */
export async function lettersTo(tab: Tab, address: string): Promise<string[]> {
  await tab.goto(`${address}/outbox`);
  return tab.locator('main table tbody bdi').allTextContents();
}

/** The link in the newest letter to somebody. */
export async function linkInLetter(tab: Tab, address: string, to: string, link: RegExp): Promise<string> {
  await reloadUntil(
    tab,
    async () => (await tab.locator('main table tbody a').count()) > 0,
    `${address}/outbox?q=${encodeURIComponent(to)}`,
  );
  await tab.locator('main table tbody a').first().click();
  await tab.waitForURL(/\/outbox\/out_/);
  const links = await tab.locator('.letter a').evaluateAll((list) => list.map((a) => (a as HTMLAnchorElement).href));
  const found = links.find((href) => link.test(href));
  if (!found) throw new Error(`The letter to ${to} has no link like ${link}: ${links.join(' ')}`);
  return found;
}

/** Presses the first button of a form, the one that Enter would press. */
export function press(tab: Tab, form: string): Promise<void> {
  return tab.locator(`${form} button:not([type="button"])`).first().click();
}

/** Work that goes on after a page was shown: loads again until it is there. */
export async function reloadUntil(tab: Tab, isThere: () => Promise<boolean>, address = tab.url()): Promise<void> {
  const deadline = performance.now() + 20_000;
  for (;;) {
    await tab.goto(address).catch((error: Error) => {
      // a page that follows long work loads itself again at its end
      if (!/interrupted by another navigation|ERR_ABORTED/.test(error.message)) throw error;
    });
    if (await isThere()) return;
    if (performance.now() > deadline)
      throw new Error(`What was waited for did not come on ${address}:\n${await tab.locator('body').innerText()}`);
  }
}
