import { memoryCache } from '../verify/answer-cache.ts';
import type { Environment } from '../verify/environment.ts';
import { type GuardedFetchOptions, guardedFetch } from './guarded-fetch.ts';
import { nodeTools } from './node-tools.ts';

/** How to fetch, and whatever else an environment has. */
export type NodeEnvironmentOptions = GuardedFetchOptions & Partial<Environment>;

/**
 * What `verify` needs, on Node: the guarded fetch, the system's clock, node:crypto, and a cache in memory.
 *
 * Make it once and use it for every badge, so that the cache and the turns of the fetch are shared.
 */
export function nodeEnvironment(
  options: NodeEnvironmentOptions = {},
): Environment & Required<Pick<Environment, 'tools'>> {
  const { allow, time, userAgent, resolve, ...environment } = options;
  return {
    fetch: guardedFetch({ allow, time, userAgent, resolve }),
    clock: () => new Date(),
    tools: nodeTools(),
    cache: memoryCache(),
    ...environment,
  };
}
