import { guardedFetch } from '../src/node/guarded-fetch.ts';
import { nodeTools } from '../src/node/node-tools.ts';
import type { Environment } from '../src/verify/environment.ts';

/** What verifying may use on this computer. `allow`: private hosts that may be asked (see `GuardedFetchOptions`). */
export function environmentOf(more: Partial<Environment> = {}, allow: readonly string[] = []): Environment {
  return { fetch: guardedFetch({ allow, userAgent: 'badges' }), clock: () => new Date(), tools: nodeTools(), ...more };
}
