import ContextResolver from 'jsonld/lib/ContextResolver.js';
import rdfCanonize from 'rdf-canonize';
import { hexOf } from '../keys/hex.ts';
import { sha256 } from '../keys/sha-256.ts';
import { BadgeError } from '../model/badge-error.ts';
import { isObject, type JsonObject } from '../model/json.ts';
import { textOf } from '../model/text-of.ts';
import { boundDocument } from './bound-document.ts';
import type { Canonicalizer } from './canonicalizer.ts';
import { heldContexts } from './held-contexts.ts';
import { jsonldDataset } from './jsonld-dataset.ts';
import { type CallJsonLd, jsonldDivision } from './jsonld-division.ts';

const utf8 = new TextEncoder();

/** The reference canonicaliser: jsonld and rdf-canonize. `contexts` adds to the held ones, for example a test's own. */
export function jsonldCanonicalizer(contexts: Iterable<[string, JsonObject]> = []): Canonicalizer {
  const callJsonLd = callsWith(new Map([...heldContexts, ...contexts]));
  return {
    async canonize(document, { digest = 'sha256' } = {}) {
      boundDocument(document);
      const dataset = await callJsonLd((options) => jsonldDataset(document, options));
      return rdfCanonize
        .canonize(dataset, { algorithm: 'RDFC-1.0', format: 'application/n-quads', messageDigestAlgorithm: digest })
        .catch((cause: unknown) => {
          throw new BadgeError('canon.too-complex', {}, cause);
        });
    },
    async divide(document) {
      boundDocument(document);
      return jsonldDivision(document, callJsonLd, (text) => hexOf(sha256(utf8.encode(text))));
    },
  };
}

function callsWith(held: ReadonlyMap<string, JsonObject>): CallJsonLd {
  return async (call) => {
    let unknown: string | undefined;
    const documentLoader = async (url: string) => {
      const context = held.get(url);
      if (context) return { contextUrl: null, documentUrl: url, document: context, tag: 'static' as const };
      unknown = url;
      throw new BadgeError('canon.context-unknown', { url });
    };
    try {
      return await call({
        base: null,
        safe: true,
        // As the other implementations of the cryptosuites write texts with a base direction.
        rdfDirection: 'i18n-datatype',
        documentLoader,
        // Its own for each document: jsonld replays what went wrong beside a context to whoever names the context next.
        contextResolver: new ContextResolver({ sharedCache: new Map() }),
      });
    } catch (cause) {
      if (unknown !== undefined) throw new BadgeError('canon.context-unknown', { url: unknown.slice(0, 300) }, cause);
      throw cause instanceof BadgeError ? cause : named(cause);
    }
  };
}

/**
 * JSON-LD 1.1 API §9.4 codes; in safe mode the event says what would have been lost.
 * On documents made to break it jsonld also throws plain errors: those documents are no JSON-LD either.
 */
function named(cause: unknown): BadgeError {
  if (!(cause instanceof Error) || !('details' in cause) || !isObject(cause.details)) {
    return new BadgeError('canon.context-invalid', { reason: 'unreadable' }, cause);
  }
  const event = cause.details.event;
  if (!isObject(event)) return new BadgeError('canon.context-invalid', { reason: textOf(cause.details.code) }, cause);
  const details = isObject(event.details) ? event.details : {};
  const term = textOf(details.property ?? details.type ?? details.id ?? details.value ?? '').slice(0, 200);
  return new BadgeError('canon.term-undefined', { reason: textOf(event.code), term }, cause);
}
