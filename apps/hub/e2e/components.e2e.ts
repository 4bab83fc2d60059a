import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import sparticuz from '@sparticuz/chromium';
import { build } from 'esbuild';
import { type Browser, chromium, type Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samplePage } from '../src/web/styleguide/sample-page.ts';
import { StyleguideView } from '../src/web/styleguide.tsx';

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'";
const types: Record<string, string> = { css: 'text/css', js: 'text/javascript', woff2: 'font/woff2' };

let server: Server;
let browser: Browser;
let address: string;

beforeAll(async () => {
  const assets = await buildAssets();
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const asset = assets.get(pathname);
    if (asset) return response.writeHead(200, { 'content-type': types[pathname.split('.').pop() ?? ''] }).end(asset);
    if (pathname === '/styleguide/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      return response.write('event: progress\ndata: {"done":997,"total":997,"counts":{"sent":997}}\n\n');
    }
    if (pathname !== '/styleguide') return response.writeHead(204).end();
    const theme = searchParams.get('theme') === 'dark' ? 'dark' : 'light';
    const dir = searchParams.get('dir') === 'rtl' ? 'rtl' : 'ltr';
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy });
    return response.end(`<!doctype html>${String(StyleguideView({ p: samplePage({ theme, dir }) }))}`);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/styleguide`;
  browser = await chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
});

afterAll(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});

describe.each(['light', 'dark'])('every component in the %s theme', (theme) => {
  it.each([1280, 390])('breaks no rule of accessibility at %i pixels', async (width) => {
    const tab = await open(`?theme=${theme}`, { width });

    const { violations } = await new AxeBuilder({ page: tab })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();

    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await tab.context().close();
  });
});

it.each(['ltr', 'rtl'])('needs no sideways scrolling on 320 pixels, %s', async (dir) => {
  const tab = await open(`?dir=${dir}`, { width: 320 });

  const [content, window] = await tab.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);

  expect(content).toBe(window);
  await tab.context().close();
});

describe('a question before something ends', () => {
  it('opens and closes without script', async () => {
    const tab = await open('', { javaScriptEnabled: false });

    await tab.click('[popovertarget="leave"]');

    expect(await tab.locator('#leave').isVisible()).toBe(true);
    await tab.click('#leave [popovertargetaction="hide"]');
    expect(await tab.locator('#leave').isVisible()).toBe(false);
    await tab.context().close();
  });

  it('begins at the harmless answer, keeps the focus, and gives it back', async () => {
    const tab = await open();

    await tab.click('[popovertarget="leave"]');
    await tab.waitForSelector('#leave[aria-modal]');

    expect(await focused(tab)).toBe('Stay');
    expect(await tab.locator('header.masthead').getAttribute('inert')).toBe('');
    await tab.keyboard.press('Escape');
    await tab.waitForSelector('#leave:not([aria-modal])', { state: 'attached' });
    expect(await focused(tab)).toBe('Leave the organization');
    await tab.context().close();
  });
});

describe('islands', () => {
  it('bring the reader to the first mistake', async () => {
    const tab = await open();

    await tab.waitForFunction(() => document.activeElement?.id === 'f-bad-email');

    expect(await tab.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true');
    await tab.context().close();
  });

  it('show a password for as long as one likes, and never when it is sent', async () => {
    const tab = await open();
    await tab.fill('#f-password', 'open sesame');
    await tab.click('reveal-password button');
    expect(await tab.getAttribute('#f-password', 'type')).toBe('text');

    await tab.evaluate(() => {
      const form = document.querySelector<HTMLInputElement>('#f-password')?.form;
      form?.addEventListener('submit', (event) => event.preventDefault());
      form?.requestSubmit();
    });

    expect(await tab.getAttribute('#f-password', 'type')).toBe('password');
    await tab.context().close();
  });

  it('follow long work to its end and say so', async () => {
    const tab = await open();

    await tab.waitForFunction(() => document.querySelector('[data-done]')?.textContent === '997');

    expect(await tab.getAttribute('live-progress .meter__fill', 'width')).toBe('100%');
    expect(await tab.getAttribute('live-progress [role="progressbar"]', 'aria-valuenow')).toBe('997');
    expect(await tab.textContent('live-progress [data-count="sent"]')).toBe('997');
    expect(await tab.textContent('live-progress [data-say]')).toBe('Finished.');
    await tab.context().close();
  });

  it('list the chosen files as text, whatever their names', async () => {
    const tab = await open();

    await tab.setInputFiles('#f-file', [
      { name: '<b>badge</b> (2).png', mimeType: 'image/png', buffer: Buffer.alloc(120_000) },
    ]);

    expect(await tab.innerText('[data-files] li span:first-child')).toBe('<b>badge</b> (2).png');
    expect(await tab.innerText('[data-files] li span:last-child')).toBe('120 kB');
    await tab.context().close();
  });
});

async function open(query = '', options: { width?: number; javaScriptEnabled?: boolean } = {}): Promise<Tab> {
  const { width = 1280, ...rest } = options;
  const context = await browser.newContext({ viewport: { width, height: 900 }, ...rest });
  const tab = await context.newPage();
  const refused: string[] = [];
  tab.on('console', (message) => message.text().includes('Content Security Policy') && refused.push(message.text()));
  await tab.goto(address + query);
  expect(refused).toEqual([]);
  return tab;
}

function focused(tab: Tab): Promise<string | undefined> {
  return tab.evaluate(() => document.activeElement?.textContent?.trim());
}

async function buildAssets(): Promise<Map<string, Uint8Array>> {
  const source = new URL('../src/web', import.meta.url).pathname;
  const { outputFiles } = await build({
    entryPoints: [
      { in: `${source}/styles/index.css`, out: 'style' },
      { in: `${source}/islands/index.ts`, out: 'islands/index' },
    ],
    outdir: '/assets',
    publicPath: '/assets',
    bundle: true,
    splitting: true,
    format: 'esm',
    write: false,
    loader: { '.woff2': 'file', '.woff': 'file' },
    logLevel: 'error',
  });
  return new Map(outputFiles.map(({ path, contents }) => [path, contents]));
}
