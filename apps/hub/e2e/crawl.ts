export interface CrawledPage {
  path: string;
  /** The path with a sign for every id, handle and value: pages of one pattern are drawn by one view. */
  pattern: string;
  status: number;
  type: string;
  /** Empty when it is no page. */
  html: string;
  /** The page with the first link to it. */
  from: string;
}

interface Crawl {
  address: string;
  cookie?: string;
  starts?: string[];
  /** How many pages of one pattern are opened. */
  each?: number;
  headers?: Record<string, string>;
}

/** Follows every link of a hub, as a program that reads pages. */
export async function crawl({
  address,
  cookie = '',
  starts = ['/'],
  each = 3,
  headers,
}: Crawl): Promise<CrawledPage[]> {
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  const waiting = starts.map((path) => ({ path, from: 'the start' }));
  const pages: CrawledPage[] = [];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const pattern = patternOf(next.path);
    const count = counts.get(pattern) ?? 0;
    if (seen.has(next.path) || count >= each) continue;
    seen.add(next.path);
    counts.set(pattern, count + 1);
    const page = await open(address, next.path, { accept: 'text/html,*/*;q=0.5', cookie, ...headers });
    pages.push({ ...page, pattern, from: next.from });
    const from = next.path;
    waiting.push(...linksOf(page.html, address, page.path).map((path) => ({ path, from })));
  }
  return pages;
}

async function open(address: string, path: string, headers: Record<string, string>) {
  const response = await fetch(address + path, { headers });
  const type = response.headers.get('content-type') ?? '';
  const html = type.startsWith('text/html') ? await response.text() : '';
  if (!html) await response.body?.cancel();
  const { pathname, search } = new URL(response.url);
  return { path: pathname + search, status: response.status, type, html };
}

/** What only changes something, or never ends. */
const notFollowed = /^\/(preferences|events|sign-out)\b|\/events$/;

function linksOf(html: string, address: string, path: string): string[] {
  const hrefs = [...html.matchAll(/<(?:a|link|img|script)\b[^>]*?\s(?:href|src)="([^"]*)"/g)].map(([, href = '']) =>
    unescaped(href),
  );
  return hrefs
    .filter((href) => !/^(#|data:|mailto:)/.test(href))
    .map((href) => new URL(href, address + path))
    .filter(({ origin, pathname }) => origin === address && !notFollowed.test(pathname))
    .map(({ pathname, search }) => pathname + search);
}

function patternOf(path: string): string {
  const { pathname, searchParams } = new URL(path, 'http://localhost');
  const names = [...new Set(searchParams.keys())].sort().join('&');
  const pattern = pathname
    .replace(/\b[a-z]{2,4}_[0-9a-z]{20,}/g, ':id')
    .replace(/^\/(assets|files)\/.*/, '/$1/:name')
    .replace(/^\/organizations\/(?!new$|invitations\b)[^/]+/, '/organizations/:handle')
    .replace(/^\/issuers\/(?!$)[^/]+/, '/issuers/:id')
    .replace(/^\/(claim|s|c|verify|collections)\/[^/]+/, '/$1/:key')
    .replace(/\/[\w-]{30,}/g, '/:token');
  return names ? `${pattern}?${names}` : pattern;
}

/** The words that a reader sees or hears, piece by piece; without what is no language: code, time zones, moments. */
export function wordsOf(html: string): string[] {
  const visible = html
    .replace(/<(script|style|svg|code|pre|time|noscript|template)\b[^>]*>.*?<\/\1>/gs, ' ')
    .replace(/<select\b[^>]*name="timeZone"[^>]*>.*?<\/select>/gs, ' ')
    .replace(/<[^>]*class="[^"]*\bmono\b[^"]*"[^>]*>[^<]*</g, '<');
  const spoken = [...visible.matchAll(/\s(?:aria-label|alt|title|placeholder)="([^"]*)"/g)].map(
    ([, text = '']) => text,
  );
  return [...visible.split(/<[^>]*>/), ...spoken].map((text) => unescaped(text).trim()).filter(Boolean);
}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** Who looks around in the demonstration; the cookie of their session. */
export async function lookAroundAs(address: string, role: 'steward' | 'issuer' | 'holder'): Promise<string> {
  const page = await fetch(`${address}/sign-in`);
  const visit = cookiesOf(page);
  const [, csrf = ''] = /name="_csrf" value="([^"]+)"/.exec(await page.text()) ?? [];
  const entered = await fetch(`${address}/demo/enter`, {
    method: 'POST',
    body: new URLSearchParams({ _csrf: csrf, as: role }),
    headers: { cookie: visit },
    redirect: 'manual',
  });
  if (entered.status !== 303) throw new Error(`Nobody could look around as ${role}: ${entered.status}`);
  return `${visit}; ${cookiesOf(entered)}`;
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}
