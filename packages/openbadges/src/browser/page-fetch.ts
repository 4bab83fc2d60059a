import type { Fetch, FetchAnswer } from '../verify/environment.ts';
import { failureOfStatus } from '../verify/failure-of-status.ts';
import { maxAgeOf } from '../verify/max-age.ts';
import type { FetchFailure } from '../verify/report.ts';
import { isPublicName } from './is-public-name.ts';

/** All of it is optional. */
export interface PageFetchOptions {
  /** `host` or `host:port` entries that are asked although they are private names or not https. */
  allow?: readonly string[];
  /** Milliseconds for the whole of it, redirects and body included; 10 seconds unless said. */
  time?: number;
  /** The largest answer that is read, in bytes; 5 MB unless said. */
  size?: number;
}

/**
 * A GET by the browser, for addresses that somebody else chose: without cookies, without saying which page asks.
 *
 * A page cannot see where a name leads nor where a redirect goes. It asks names only, no numeric addresses and none
 * of a private network, and leaves the rest to the browser. Where a server answers but does not allow pages to read
 * it (CORS), the failure is `not-shared`; to know that, it is asked a second time without reading.
 */
export function pageFetch({ allow = [], time = 10_000, size = 5 * 1024 * 1024 }: PageFetchOptions = {}): Fetch {
  return async (url, { accept }) => {
    const target = URL.canParse(url) ? new URL(url) : undefined;
    if (!target || !(isPublicName(target) || allow.includes(target.host) || allow.includes(target.hostname)))
      return failed(url, 'refused-address');
    const signal = AbortSignal.timeout(time);
    try {
      const response = await fetch(target, { ...discreet, headers: { accept: simple(accept) }, signal });
      return await read(response, size);
    } catch (error) {
      if (signal.aborted) return failed(url, 'timeout');
      if (!(error instanceof TypeError)) throw error;
      return failed(url, (await answers(target, signal)) ? 'not-shared' : 'unreachable');
    }
  };
}

/** The browser's own cache would hide how old an answer is. */
const discreet: RequestInit = {
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  redirect: 'follow',
  cache: 'no-store',
};

/** Fetch §2.2.2: with more than 128 bytes the browser would ask the server for permission first, and most say no. */
function simple(accept: string): string {
  return accept.length <= 128 ? accept : accept.slice(0, accept.lastIndexOf(',', 128));
}

/** Whether there is a server at all; what it says stays hidden from the page. */
async function answers(target: URL, signal: AbortSignal): Promise<boolean> {
  try {
    const { body } = await fetch(target, { ...discreet, mode: 'no-cors', signal });
    await body?.cancel();
    return true;
  } catch (error) {
    if (error instanceof TypeError || signal.aborted) return false;
    throw error;
  }
}

async function read(response: Response, size: number): Promise<FetchAnswer> {
  const { status, url, headers } = response;
  if (!response.ok) {
    await response.body?.cancel();
    return failed(url, failureOfStatus(status), status);
  }
  const body = await bodyOf(response, size);
  if (!body) return failed(url, 'too-large', status);
  const contentType = headers.get('content-type') ?? '';
  return { ok: true, url, status, contentType, body, ...maxAgeOf(Object.fromEntries(headers)) };
}

async function bodyOf(response: Response, size: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    length += next.value.length;
    parts.push(next.value);
    if (length <= size) continue;
    await reader?.cancel();
    return undefined;
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function failed(url: string, failure: FetchFailure, status?: number): FetchAnswer {
  return { ok: false, url, failure, ...(status === undefined ? {} : { status }) };
}
