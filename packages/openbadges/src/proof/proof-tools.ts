import type { Canonicalizer } from '../canon/canonicalizer.ts';
import type { Cryptography } from '../keys/cryptography.ts';

/** What proofs are made and checked with. `./node` and `webTools()` give a complete set. */
export interface ProofTools {
  cryptography: Cryptography;
  canonicalizer: Canonicalizer;
}
