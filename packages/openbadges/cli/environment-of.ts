import { nodeEnvironment } from '../src/node/node-environment.ts';
import type { Environment } from '../src/verify/environment.ts';

/** What verifying may use on this computer. `allow`: private hosts that may be asked (see `GuardedFetchOptions`). */
export function environmentOf(more: Partial<Environment> = {}, allow: readonly string[] = []): Environment {
  return nodeEnvironment({ allow, userAgent: 'badges', ...more });
}
