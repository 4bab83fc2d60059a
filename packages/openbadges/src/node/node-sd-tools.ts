import { randomBytes } from 'node:crypto';
import type { JsonObject } from '../model/json.ts';
import type { SdTools } from '../proof/sd/sd-tools.ts';
import { nodeTools } from './node-tools.ts';
import { generateSigningKey } from './signing-keys.ts';

/** Everything that selective disclosure needs, on Node. `contexts`: those of your own by address, beside the held ones. */
export function nodeSdTools(contexts: Iterable<[string, JsonObject]> = []): SdTools {
  return { ...nodeTools(contexts), randomBytes, newProofKey: () => generateSigningKey('P-256') };
}
