import type { HashAlgorithm } from '../keys/cryptography.ts';
import type { JsonObject } from '../model/json.ts';
import { boundDocument } from './bound-document.ts';
import type { Canonicalizer } from './canonicalizer.ts';
import { compiledContexts } from './compiled-contexts.ts';
import { compiledDivision } from './compiled-division.ts';
import { heldContexts } from './held-contexts.ts';
import { isPlainJson } from './is-plain-json.ts';
import { quadsOf } from './quads-of.ts';
import { canonizeQuads, type HexHash } from './rdfc.ts';

/** The hashes that can be had at once. Without SHA-384, documents under P-384 keys take the slow way. */
export type HexHashes = { sha256: HexHash } & Partial<Record<HashAlgorithm, HexHash>>;

/**
 * The canonicaliser: at once, over compiled contexts. What they do not cover, errors included, goes to jsonld, which is
 * loaded when it is first needed; then the answer is a promise. The bytes are the same either way.
 *
 * `contexts` adds to the held ones, or replaces one by its address: for a test's own, or for the older copy of a
 * context that is published in two.
 */
export function compiledCanonicalizer(hashes: HexHashes, contexts: Iterable<[string, JsonObject]> = []): Canonicalizer {
  const own = [...contexts];
  const compiled = own.length === 0 ? heldOnes() : compiledContexts(new Map([...heldContexts, ...own]));
  const fallback = once(async () => (await import('./jsonld-canonicalizer.ts')).jsonldCanonicalizer(own));
  /** jsonld waits in between: it works on a copy, so that nothing can change between check and use. */
  async function byReference(document: JsonObject, options?: { digest?: HashAlgorithm }): Promise<string> {
    boundDocument(document);
    const copy = isPlainJson(document) ? structuredClone(document) : document;
    return (await fallback()).canonize(copy, options);
  }
  return {
    canonize(document, options) {
      const hash = hashes[options?.digest ?? 'sha256'];
      const quads = hash && quadsOf(document, compiled);
      if (!quads) return byReference(document, options);
      return canonizeQuads(quads, hash).nquads;
    },
    divide(document) {
      const division = compiledDivision(document, compiled, hashes.sha256);
      return division ?? fallback().then((jsonld) => jsonld.divide(document));
    },
    async template(examples, documentWith, options) {
      const hash = hashes[options?.digest ?? 'sha256'];
      const { quadsTemplate } = await import('./quads-template.ts');
      return hash && quadsTemplate(examples, (texts) => quadsOf(documentWith(texts), compiled), hash);
    },
  };
}

/** Shared by all who have no contexts of their own: compiling them takes some milliseconds. */
const heldOnes = once(() => compiledContexts(heldContexts));

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
