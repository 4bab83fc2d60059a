import { jsonldCanonicalizer } from '../canon/jsonld-canonicalizer.ts';
import type { ProofTools } from '../proof/proof-tools.ts';
import { nodeCryptography } from './node-cryptography.ts';

/** Everything that proofs need, on Node. */
export function nodeTools(): ProofTools {
  return { cryptography: nodeCryptography, canonicalizer: jsonldCanonicalizer() };
}
