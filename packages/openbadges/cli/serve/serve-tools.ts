import { citizenshipContext } from '../../src/canon/citizenship-context.ts';
import { heldContexts } from '../../src/canon/held-contexts.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { nodeSdTools } from '../../src/node/node-sd-tools.ts';
import { nodeTools } from '../../src/node/node-tools.ts';
import type { SdTools } from '../../src/proof/sd/sd-tools.ts';

/** The held contexts, and the one that the suites' vectors name besides. */
export const servedContexts: ReadonlyMap<string, JsonObject> = new Map([...heldContexts, citizenshipContext]);

/** What credentials are secured and checked with here: the library's own, over the served contexts. */
export function serveTools(): SdTools {
  return { ...nodeSdTools(), ...nodeTools([citizenshipContext]) };
}
