import { compiledCanonicalizer } from '../canon/compiled-canonicalizer.ts';
import type { JsonObject } from '../model/json.ts';
import type { ProofTools } from '../proof/proof-tools.ts';
import { nodeCryptography, nodeHexHash } from './node-cryptography.ts';

const hashes = {
  sha256: (text: string) => nodeHexHash('sha256', text),
  sha384: (text: string) => nodeHexHash('sha384', text),
};

/** Everything that proofs need, on Node. `contexts`: those of your own by address, beside the ones that are held. */
export function nodeTools(contexts: Iterable<[string, JsonObject]> = []): ProofTools {
  return { cryptography: nodeCryptography, canonicalizer: compiledCanonicalizer(hashes, contexts) };
}
