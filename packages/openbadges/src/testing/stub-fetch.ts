import type { Fetch } from '../verify/environment.ts';
import type { FetchFailure } from '../verify/report.ts';

/** What answers at an address: a JSON document, text, bytes, or a failure. */
export type StubPage = object | string | Uint8Array | Failing | Moved;

class Failing {
  readonly failure: FetchFailure;
  readonly status: number | undefined;

  constructor(failure: FetchFailure, status?: number) {
    this.failure = failure;
    this.status = status;
  }
}

class Moved {
  readonly to: string;

  constructor(to: string) {
    this.to = to;
  }
}

/** A redirect to another address. */
export function movedTo(url: string): StubPage {
  return new Moved(url);
}

export const notFound = new Failing('not-found', 404);
export const gone = new Failing('gone', 410);
export const timeout = new Failing('timeout');
export const privateAddress = new Failing('refused-address');

/** Other people's servers: only what is listed answers, everything else is not found. */
export function stubFetch(pages: Record<string, StubPage>): Fetch & { asked: string[] } {
  const asked: string[] = [];
  const fetch: Fetch = async (address) => {
    asked.push(address);
    const first = pages[address] ?? notFound;
    const url = first instanceof Moved ? first.to : address;
    const page = pages[url] ?? notFound;
    if (page instanceof Failing) return { ok: false, url, status: page.status, failure: page.failure };
    const contentType = typeof page === 'string' ? 'text/plain' : 'application/json';
    return { ok: true, url, status: 200, contentType, body: bytesOf(page) };
  };
  return Object.assign(fetch, { asked });
}

function bytesOf(page: object | string | Uint8Array): Uint8Array {
  if (page instanceof Uint8Array) return page;
  return new TextEncoder().encode(typeof page === 'string' ? page : JSON.stringify(page));
}
