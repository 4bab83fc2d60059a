import { lookup } from 'node:dns/promises';
import type { Fetch, FetchAnswer } from '../verify/environment.ts';
import { failureOfStatus } from '../verify/failure-of-status.ts';
import { fetchOnce, type RawAnswer } from './fetch-once.ts';
import { fetchTarget, type Resolve } from './fetch-target.ts';
import { fetchTurns } from './fetch-turns.ts';

/** All of it is optional: without any the whole public internet is reached, and nothing else. */
export interface GuardedFetchOptions {
  /** `host` or `host:port` entries that may be reached although they are private, without https or at an odd port. */
  allow?: readonly string[];
  /** Milliseconds for the whole of it, redirects and body included; 10 seconds unless said. */
  time?: number;
  /** What the requests call themselves; `openbadges` unless said. */
  userAgent?: string;
  /** The addresses of a name; all of them are checked, and only they are connected to. The system's resolver unless said. */
  resolve?: Resolve;
}

const redirectsAtMost = 5;
const redirects = new Set([301, 302, 303, 307, 308]);

/**
 * A GET for addresses that somebody else chose. It reaches public addresses only, at the numbers that were checked,
 * sends no credentials and no cookies, and checks every redirect like the first address. At most 5 MB after
 * decompression, 5 redirects, 24 requests at once and 4 for each host; types that no badge has are not read.
 *
 * http is let through at its own port because badges up to 2.0 lie there; `verify` asks for nothing of 3.0 by it.
 */
export function guardedFetch(options: GuardedFetchOptions = {}): Fetch {
  const { allow = [], time = 10_000, userAgent = 'openbadges', resolve = addressesOf } = options;
  const turns = fetchTurns({ inAll: 24, forEach: 4 });

  async function follow(url: string, accept: string, signal: AbortSignal): Promise<FetchAnswer> {
    let from: URL | undefined;
    let here = url;
    for (let redirect = 0; redirect <= redirectsAtMost; redirect++) {
      const target = await fetchTarget(here, { allow, resolve, from, signal });
      if ('failure' in target) return { ok: false, url: here, failure: target.failure };
      const answer = await fetchOnce(target, { accept, userAgent }, signal);
      const next = locationOf(answer, target.url);
      if (!next) return present(target.url.href, answer);
      from = target.url;
      here = next;
    }
    return { ok: false, url: here, failure: 'too-many-redirects' };
  }

  return async (url, { accept }) => {
    const done = await turns.take(URL.canParse(url) ? new URL(url).host : '');
    try {
      return await follow(url, accept, AbortSignal.timeout(time));
    } finally {
      done();
    }
  };
}

async function addressesOf(host: string): Promise<string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address);
}

function locationOf(answer: RawAnswer, base: URL): string | undefined {
  if ('failure' in answer || !redirects.has(answer.status) || !answer.location) return undefined;
  return URL.canParse(answer.location, base) ? new URL(answer.location, base).href : answer.location;
}

function present(url: string, answer: RawAnswer): FetchAnswer {
  if ('failure' in answer) return { ok: false, url, ...answer };
  const { status, contentType, maxAge, link, body } = answer;
  const said = { ...(maxAge === undefined ? {} : { maxAge }), ...(link === undefined ? {} : { link }) };
  if (status >= 200 && status < 300) return { ok: true, url, status, contentType, body, ...said };
  return { ok: false, url, status, failure: failureOfStatus(status) };
}
