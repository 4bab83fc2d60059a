import { lookup } from 'node:dns/promises';
import type { Fetch, FetchAnswer } from 'openbadges';
import type { Config } from '../kernel/config.ts';
import { type Answer, fetchOnce } from './fetch-once.ts';
import { checkTarget, type Resolve } from './fetch-target.ts';
import { makeTurns } from './fetch-turns.ts';

export interface FetchOptions {
  config: Pick<Config, 'fetchAllow'>;
  /** The addresses of a name; all of them are checked, and only they are connected to. */
  resolve?: Resolve;
  /** Milliseconds for the whole of it, redirects and body included. */
  time?: number;
}

const redirectsAtMost = 5;
const redirects = new Set([301, 302, 303, 307, 308]);

/**
 * The only way to an address that somebody else chose: a GET that reaches public addresses only, keeps to limits of size,
 * time, type and redirects, and checks every redirect like the first address.
 */
export function makeFetch({ config, resolve = addressesOf, time = 8000 }: FetchOptions): Fetch {
  const allow = config.fetchAllow;
  const turns = makeTurns({ inAll: 24, forEach: 4 });

  async function follow(url: string, accept: string, signal: AbortSignal): Promise<FetchAnswer> {
    let from: URL | undefined;
    let here = url;
    for (let redirect = 0; redirect <= redirectsAtMost; redirect++) {
      const target = await checkTarget(here, { allow, resolve, from, signal });
      if ('failure' in target) return { ok: false, url: here, failure: target.failure };
      const answer = await fetchOnce(target, accept, signal);
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

function locationOf(answer: Answer, base: URL): string | undefined {
  if ('failure' in answer || !redirects.has(answer.status) || !answer.location) return undefined;
  return URL.canParse(answer.location, base) ? new URL(answer.location, base).href : answer.location;
}

function present(url: string, answer: Answer): FetchAnswer {
  if ('failure' in answer) return { ok: false, url, ...answer };
  const { status, contentType, body } = answer;
  if (status >= 200 && status < 300) return { ok: true, url, status, contentType, body };
  if (status === 404) return { ok: false, url, status, failure: 'not-found' };
  if (status === 410) return { ok: false, url, status, failure: 'gone' };
  return { ok: false, url, status, failure: 'server-error' };
}
