import { webTools } from '../proof/web-tools.ts';
import { memoryCache } from '../verify/answer-cache.ts';
import type { Environment } from '../verify/environment.ts';
import { type PageFetchOptions, pageFetch } from './page-fetch.ts';

/** How to fetch, and whatever else an environment has. */
export type BrowserEnvironmentOptions = PageFetchOptions & Partial<Environment>;

/**
 * What `verify` needs, in a page or a worker of a browser: its fetch without cookies, its clock, WebCrypto, and a cache
 * in memory. Make it once and use it for every badge.
 *
 * Badges with a `did:key` issuer need no network. Others can be checked as far as their issuer's server lets web pages
 * read it; what it does not is "could not check" with the failure `not-shared`.
 */
export function browserEnvironment(
  options: BrowserEnvironmentOptions = {},
): Environment & Required<Pick<Environment, 'tools'>> {
  const { allow, time, size, ...environment } = options;
  return {
    fetch: pageFetch({ allow, time, size }),
    clock: () => new Date(),
    tools: webTools(),
    cache: memoryCache(),
    ...environment,
  };
}
