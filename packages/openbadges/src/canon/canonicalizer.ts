import type { HashAlgorithm } from '../keys/cryptography.ts';
import type { JsonObject } from '../model/json.ts';
import type { Division } from './division.ts';
import type { QuadsTemplate } from './quads-template.ts';

/** Turns a JSON-LD document into its canonical N-Quads (RDFC-1.0), in safe mode, without fetching anything. */
export interface Canonicalizer {
  /**
   * `digest` is the hash used inside the algorithm for blank nodes; SHA-256 unless said (P-384 proofs use SHA-384).
   * Throws BadgeError `canon.*`: an unknown context, a term that would be lost, a graph that asks for too much work.
   */
  canonize(document: JsonObject, options?: { digest?: HashAlgorithm }): string | Promise<string>;
  /** The document as something to take parts from, for selective disclosure. Throws as `canonize` does. */
  divide(document: JsonObject): Division | Promise<Division>;
  /**
   * A template for documents that differ in some texts only; undefined where only the whole algorithm will do.
   * `documentWith` puts texts into their places; `examples` are texts of the kind all others will have.
   */
  template?(
    examples: readonly string[],
    documentWith: (texts: readonly string[]) => JsonObject,
    options?: { digest?: HashAlgorithm },
  ): Promise<QuadsTemplate | undefined>;
}
