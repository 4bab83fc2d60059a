import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  lettersTo,
  linkInLetter,
  makeAlliance,
  makeOrganization,
  press,
  publishAchievement,
  reloadUntil,
  sendList,
  uploadList,
} from './acts.ts';
import { openBrowser, privateWindow, says, type Visit } from './real-browser.ts';
import { dataFolder, type RealHub, startHub } from './real-hub.ts';

const csv = [
  'Name,E-mail,Boat',
  'Nadia Haddad,nadia@people.example,Heron',
  'Jonas Weber,"jonas@people,example",Tern',
  'Siri Lund,siri@people.example,Gull',
  'Tomas Novak,tomas.people.example,Plover',
  'Wren Okafor,wren@people.example,Dunlin',
  '',
].join('\n');

const folders = [dataFolder(), dataFolder()];
const windows: Visit[] = [];
let browser: Browser;
let issuing: RealHub;
let asking: RealHub;

beforeAll(async () => {
  const [first, second] = folders.map(({ path }) => path) as [string, string];
  browser = await openBrowser();
  issuing = await startHub({ data: first, env: { BA_UNDO_SECONDS: '0' } });
  asking = await startHub({ data: second, args: ['--allow', new URL(issuing.address).host] });
});

afterAll(async () => {
  await browser?.close();
  await Promise.all([issuing?.stop(), asking?.stop()]);
  for (const { remove } of folders) remove();
});

it('takes a badge from an empty hub to a stranger who verifies it on another, and says when it ends', async () => {
  const ada = await open();
  const nadia = await open();
  const stranger = await open();

  await makeAlliance(ada, issuing.address);
  await makeOrganization(ada, issuing.address, 'Harbour Library');
  const achievement = await publishAchievement(ada, issuing.address, 'Harbour Library', 'Harbour Pilot');
  expect(await picture(ada, `${issuing.address}${achievement}/image.svg`)).toMatchObject({ loaded: true });

  await uploadList(ada, issuing.address, achievement, csv);
  await says(ada, /(3|three) are ready, (2|two) are not/i);
  expect(await ada.locator('.summary__links a').allTextContents()).toEqual([
    expect.stringMatching(/\b3\b/),
    expect.stringMatching(/\b5\b/),
  ]);
  await sendList(ada, 3);
  await reloadUntil(ada, async () => (await lettersTo(ada, issuing.address)).length === 3, `${issuing.address}/outbox`);
  expect((await lettersTo(ada, issuing.address)).sort()).toEqual([
    'nadia@people.example',
    'siri@people.example',
    'wren@people.example',
  ]);

  // the second bad row is one comma away from an address
  await mendInPlace(ada, achievement);
  await reloadUntil(ada, async () => (await lettersTo(ada, issuing.address)).length === 4, `${issuing.address}/outbox`);
  expect(await lettersTo(ada, issuing.address)).toContain('jonas@people.example');

  await nadia.goto(await linkInLetter(ada, issuing.address, 'nadia@people.example', /\/claim\//));
  await says(nadia, 'Harbour Pilot');
  await acceptPublicly(nadia);
  const badgePage = await publicPage(nadia);

  await stranger.goto(badgePage);
  await says(stranger, 'Nadia Haddad');
  const png = await takePng(stranger);

  // a hub without an alliance has one page only
  await makeAlliance(stranger, asking.address);
  await drop(stranger, png);
  await says(stranger, 'Harbour Library');
  expect(await answer(stranger)).toMatch(/^Valid/);
  await says(stranger, /Self-declared: a key, no domain/);

  await revoke(ada, achievement, 'Nadia Haddad');
  await drop(stranger, png);
  expect(await answer(stranger)).toBe('Revoked');

  const siri = await open();
  await siri.goto(await linkInLetter(ada, issuing.address, 'siri@people.example', /\/claim\//));
  await acceptPublicly(siri);
  await siri.goto(await publicPage(siri));
  const another = await takePng(siri);
  await drop(stranger, another);
  expect(await answer(stranger)).toMatch(/^Valid/);

  expect(windows.flatMap(({ complaints }) => complaints)).toEqual([]);

  expect(await issuing.stop()).toMatchObject({ code: 0 });
  await drop(stranger, another);
  expect(await answer(stranger)).toBe('Could not check');
  await says(stranger, /As last seen: Valid on/);
});

async function open(): Promise<Tab> {
  const visit = await privateWindow(browser);
  windows.push(visit);
  return visit.tab;
}

function picture(tab: Tab, address: string) {
  return tab.evaluate(async (src) => {
    const image = new Image();
    image.src = src;
    await image.decode();
    return { loaded: image.naturalWidth > 0 };
  }, address);
}

/** Goes back to the file, takes the suggestion for the row with the comma, and sends that one too. */
async function mendInPlace(tab: Tab, achievement: string): Promise<void> {
  await tab.goto(`${issuing.address}${achievement}/award`);
  await tab.locator('a', { hasText: 'pilots.csv' }).first().click();
  await tab.goto(tab.url().replace(/\/progress$/, '?show=bad'));
  await tab.locator('#mend-3 button[value="use"]').click();
  await says(tab, /(1|one) is ready/i);
  await press(tab, 'form[action$="/send"]');
  await tab.waitForURL(/\/progress$/);
}

async function acceptPublicly(tab: Tab): Promise<void> {
  await tab.check('input[name="visibility"][value="public"]');
  await press(tab, 'form:has(input[name="visibility"])');
  await tab.waitForURL((url) => !url.pathname.startsWith('/claim/'));
}

/** From wherever accepting leads to the page that everybody may see. */
async function publicPage(tab: Tab): Promise<string> {
  const link = tab.locator('main a[href*="/credentials/"]:not([href*=".png"])').first();
  return new URL((await link.getAttribute('href')) ?? '', tab.url()).href.split(/[?#]/)[0] ?? '';
}

async function takePng(tab: Tab): Promise<Buffer> {
  const download = tab.waitForEvent('download');
  const link = tab.locator('a[href*="badge.png"]').first();
  await link.evaluate((element) => element.closest('details')?.setAttribute('open', ''));
  await link.click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** As with a mouse: the picture is dropped on the page, not chosen in a dialog. */
async function drop(tab: Tab, png: Buffer): Promise<void> {
  await tab.goto(`${asking.address}/verify`);
  await tab.waitForFunction(() => customElements.get('drop-zone') !== undefined);
  const transfer = await tab.evaluateHandle((base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const dropped = new DataTransfer();
    dropped.items.add(new File([bytes], 'badge (2).png', { type: 'image/png' }));
    return dropped;
  }, png.toString('base64'));
  await tab.dispatchEvent('drop-zone', 'drop', { dataTransfer: transfer });
  expect(await tab.inputValue('input[name="file"]')).toContain('badge (2).png');
  await tab.locator('form[action="/verify"] button:not([type="button"])').first().click();
  await tab.waitForURL(/\/verify\/.+/);
}

async function answer(tab: Tab): Promise<string> {
  return (await tab.locator('h1').innerText()).trim();
}

async function revoke(tab: Tab, achievement: string, name: string): Promise<void> {
  await tab.goto(`${issuing.address}${achievement}/awards`);
  await tab.locator('main table a', { hasText: name }).click();
  await tab.click('[popovertarget="act-revoke"]');
  await tab.fill('#act-revoke textarea', 'Awarded by mistake.');
  await tab.locator('#act-revoke form button:not([type="button"])').click();
  await says(tab, /Revoked/);
}
