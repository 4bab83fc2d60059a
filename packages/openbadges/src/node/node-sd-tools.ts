import { randomBytes } from 'node:crypto';
import type { SdTools } from '../proof/sd/sd-tools.ts';
import { nodeTools } from './node-tools.ts';
import { generateSigningKey } from './signing-keys.ts';

/** Everything that selective disclosure needs, on Node. */
export function nodeSdTools(): SdTools {
  return { ...nodeTools(), randomBytes, newProofKey: () => generateSigningKey('P-256') };
}
