import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sparticuz from '@sparticuz/chromium';
import * as esbuild from 'esbuild';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bakePng } from '../src/bake/bake-png.ts';
import { bakeSvg } from '../src/bake/bake-svg.ts';
import { signVcJwt } from '../src/proof/sign-vc-jwt.ts';
import { badgeBy, keyIssuer, signedBy } from '../src/testing/issuers.ts';
import { packageRoot } from './consumer.ts';
import { readmeExamples } from './readme-examples.ts';

const folder = mkdtempSync(join(tmpdir(), 'openbadges-page-'));
const issuer = keyIssuer();
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let browser: Browser;
let context: BrowserContext;
let page: Page;
let asked: string[];
let complaints: string[];

beforeAll(async () => {
  execFileSync(process.execPath, [join(packageRoot, 'examples/verify-page/build.mjs'), folder]);
  browser = await chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: sparticuz.args.filter((arg) => !['--single-process', '--no-zygote'].includes(arg)),
  });
}, 60_000);

beforeEach(async () => {
  context = await browser.newContext({ locale: 'en-GB' });
  context.setDefaultTimeout(10_000);
  page = await context.newPage();
  asked = [];
  complaints = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => complaints.push(message.text()));
  await page.goto(pathToFileURL(join(folder, 'index.html')).href);
});
afterEach(() => context.close());
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

describe('a page that was opened from a file', () => {
  it('finds a badge in a picture genuine, and says whose it is', async () => {
    const baked = bakePng(dot, JSON.stringify(await signedBy(issuer, badgeBy(issuer))));

    await choose('badge.png', 'image/png', baked);

    expect(await headline()).toBe('✓ Genuine, and it holds');
    expect(await page.locator('article').innerText()).toContain('Facilitator – given by A school');
  });

  it('finds a badge in an SVG and a token genuine', async () => {
    const svg = bakeSvg(
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      JSON.stringify(await signedBy(issuer, badgeBy(issuer))),
    );
    const jwt = await signVcJwt(badgeBy(issuer), { key: issuer.key, kid: issuer.method });

    await choose('badge.svg', 'image/svg+xml', Buffer.from(svg));
    const ofPicture = await headline();
    await choose('badge.jwt', 'text/plain', Buffer.from(jwt));

    expect([ofPicture, await headline()]).toEqual(Array(2).fill('✓ Genuine, and it holds'));
  });

  it('shows nothing of a badge that was changed', async () => {
    const signed = await signedBy(issuer, badgeBy(issuer));
    const changed = JSON.stringify(signed).replace('Facilitator', 'Professor');

    await choose('badge.json', 'application/json', Buffer.from(changed));

    expect(await headline()).toBe('✗ Not genuine');
    expect(await page.locator('article').innerText()).not.toMatch(/Professor|A school|Not looked at/);
  });

  it('takes a file that is dropped on it, and text that is pasted', async () => {
    const text = JSON.stringify(await signedBy(issuer, badgeBy(issuer)));

    const drop = await page.evaluateHandle((content) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], 'badge.json', { type: 'application/json' }));
      return transfer;
    }, text);
    await page.dispatchEvent('body', 'drop', { dataTransfer: drop });
    const ofDrop = await headline();
    await page.reload();
    await page.fill('[name=text]', text);
    await page.fill('[name=recipient]', 'somebody@else.example');
    await page.click('button');

    expect([ofDrop, await headline()]).toEqual(['✓ Genuine, and it holds', '✗ Not this person’s badge']);
  });

  it('answers about what was brought last, a file or a text', async () => {
    const signed = JSON.stringify(await signedBy(issuer, badgeBy(issuer)));
    const changed = signed.replace('Facilitator', 'Professor');

    await choose('badge.json', 'application/json', Buffer.from(signed));
    const ofFile = await headline();
    await page.fill('[name=text]', changed);
    await page.click('button');
    await page.getByText('Not genuine').waitFor();
    await choose('badge.json', 'application/json', Buffer.from(signed));
    await page.getByText('Genuine, and it holds').waitFor();

    expect([ofFile, await page.inputValue('[name=text]')]).toEqual(['✓ Genuine, and it holds', '']);
  });

  it('fits on a narrow telephone', async () => {
    await page.setViewportSize({ width: 320, height: 600 });
    await choose(
      'badge.json',
      'application/json',
      Buffer.from(JSON.stringify(await signedBy(issuer, badgeBy(issuer)))),
    );
    await headline();

    const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);

    expect(content).toBe(window);
  });

  it('explains a picture without a badge, and shows markup in a badge as text', async () => {
    await choose('photo.png', 'image/png', dot);
    const ofPhoto = await headline();
    const markup = await signedBy(
      issuer,
      badgeBy(issuer, { issuer: { id: issuer.id, name: '<img src=x onerror=alert(1)>' } }),
    );
    await choose('badge.json', 'application/json', Buffer.from(JSON.stringify(markup)));
    await headline();

    expect(ofPhoto).toBe('? Could not check');
    expect(await page.locator('article img').count()).toBe(0);
  });
});

it('runs the example of the README for browsers', async () => {
  const [example] = readmeExamples().filter(({ place }) => place === 'browser');
  const { outputFiles } = await esbuild.build({
    stdin: { contents: example?.code ?? '', loader: 'ts', resolveDir: packageRoot },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'example',
    conditions: ['openbadges-source'],
    define: { 'import.meta.url': 'document.baseURI' },
  });
  const text = JSON.stringify(await signedBy(issuer, badgeBy(issuer)));
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });

  const verdict = await page.evaluate((content) => {
    const { example } = globalThis as unknown as { example: { verdictOf(file: File): Promise<string> } };
    return example.verdictOf(new File([content], 'badge.json'));
  }, text);

  expect(verdict).toBe('valid');
});

afterEach(() => {
  expect(asked.filter((url) => !/^(file|blob):/.test(url))).toEqual([]);
  expect(complaints).toEqual([]);
});

async function choose(name: string, mimeType: string, bytes: Uint8Array): Promise<void> {
  await page.evaluate(() => document.querySelector('#answer')?.replaceChildren());
  await page.setInputFiles('[name=badge]', { name, mimeType, buffer: Buffer.from(bytes) });
}

function headline(): Promise<string> {
  return page.locator('article h2').first().innerText();
}
