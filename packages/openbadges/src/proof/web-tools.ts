import { jsonldCanonicalizer } from '../canon/jsonld-canonicalizer.ts';
import { webCryptography } from '../keys/web-cryptography.ts';
import type { ProofTools } from './proof-tools.ts';

/** Everything that proofs need, where there is WebCrypto. On Node, `nodeTools()` is faster. */
export function webTools(): ProofTools {
  return { cryptography: webCryptography, canonicalizer: jsonldCanonicalizer() };
}
