import { nodeTools } from '../src/node/node-tools.ts';
import type { Environment, FetchAnswer } from '../src/verify/environment.ts';

/** What verifying may use on this computer. */
export function environmentOf(more: Partial<Environment> = {}): Environment {
  const fetch = async (url: string): Promise<FetchAnswer> => ({ ok: false, url, failure: 'not-allowed-offline' });
  return { fetch, clock: () => new Date(), tools: nodeTools(), ...more };
}
