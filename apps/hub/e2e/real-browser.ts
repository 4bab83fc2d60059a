import sparticuz from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, chromium, type Page as Tab } from 'playwright-core';
import { expect } from 'vitest';

/** A Chromium from npm. One process for each tab and a zygote, as on a desk: a tab that crashes takes no other along. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: sparticuz.args.filter((arg) => !['--single-process', '--no-zygote'].includes(arg)),
  });
}

export interface Visit {
  tab: Tab;
  /** What the console complained about: errors of scripts, and what the content security policy refused. */
  complaints: string[];
  close(): Promise<void>;
}

/** A private window: no cookies but its own. */
export async function privateWindow(browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    acceptDownloads: true,
    ...options,
  });
  context.setDefaultTimeout(15_000);
  const tab = await context.newPage();
  const complaints: string[] = [];
  tab.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${new URL(tab.url()).pathname}: ${message.text()}`);
  });
  tab.on('pageerror', (error) => complaints.push(`${new URL(tab.url()).pathname}: ${error.message}`));
  return { tab, complaints, close: () => context.close() };
}

/** Fills fields by their names; a checkbox or radio takes true or its value. */
export async function fill(tab: Tab, form: string, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const field = tab.locator(`${form} [name="${name}"]`).first();
    const kind = await field.evaluate((element) => `${element.tagName} ${element.getAttribute('type') ?? ''}`.trim());
    if (kind.startsWith('SELECT')) await field.selectOption(value);
    else if (kind === 'INPUT radio') await tab.locator(`${form} [name="${name}"][value="${value}"]`).check();
    else if (kind === 'INPUT checkbox') await field.setChecked(value !== '');
    else await field.fill(value);
  }
}

/** The words of the page that a reader sees. */
export async function words(tab: Tab): Promise<string> {
  return (await tab.locator('body').innerText()).replace(/\s+/g, ' ');
}

/** Waits until the page says it; the whole page is in the message when it does not. */
export async function says(tab: Tab, text: string | RegExp): Promise<void> {
  await expect.poll(() => words(tab), { timeout: 8_000, interval: 100 }).toMatch(text);
}
