import type { HashAlgorithm } from '../keys/cryptography.ts';
import type { JsonObject } from '../model/json.ts';

/** Turns a JSON-LD document into its canonical N-Quads (RDFC-1.0), in safe mode, without fetching anything. */
export interface Canonicalizer {
  /**
   * `digest` is the hash used inside the algorithm for blank nodes; SHA-256 unless said (P-384 proofs use SHA-384).
   * Throws BadgeError `canon.*`: an unknown context, a term that would be lost, a graph that asks for too much work.
   */
  canonize(document: JsonObject, options?: { digest?: HashAlgorithm }): string | Promise<string>;
}
