import { compiledCanonicalizer } from '../canon/compiled-canonicalizer.ts';
import { hexOf } from '../keys/hex.ts';
import { sha256 } from '../keys/sha-256.ts';
import { webCryptography } from '../keys/web-cryptography.ts';
import type { JsonObject } from '../model/json.ts';
import type { ProofTools } from './proof-tools.ts';

const utf8 = new TextEncoder();

/**
 * Everything that proofs need, where there is WebCrypto. On Node, `nodeTools()` is faster.
 * `contexts`: those of your own by address, beside the ones that are held.
 */
export function webTools(contexts: Iterable<[string, JsonObject]> = []): ProofTools {
  const hashes = { sha256: (text: string) => hexOf(sha256(utf8.encode(text))) };
  return { cryptography: webCryptography, canonicalizer: compiledCanonicalizer(hashes, contexts) };
}
