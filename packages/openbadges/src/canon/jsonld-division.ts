import jsonld, { type JsonLdOptions } from 'jsonld';
import { isObject, type JsonObject } from '../model/json.ts';
import type { Division } from './division.ts';
import { jsonldDataset, refuseInheritedNames } from './jsonld-dataset.ts';
import { namedDocument } from './named-document.ts';
import { numberedQuads } from './numbered-quads.ts';
import { canonicalLabels, type HexHash } from './rdfc.ts';
import type { RdfQuad } from './written-term.ts';

/** Runs a call of jsonld with the contexts that are held, and with its errors named. */
export type CallJsonLd = <T>(call: (options: JsonLdOptions) => Promise<T>) => Promise<T>;

/**
 * A document to take parts from, by jsonld (VC DI ECDSA §3.4.8): every node without a name gets one for the time, the
 * document is written with these names, and parts of that become statements where the names are numbers again.
 */
export async function jsonldDivision(document: JsonObject, callJsonLd: CallJsonLd, hash: HexHash): Promise<Division> {
  const expanded = await callJsonLd((options) => jsonld.expand(document, options));
  refuseInheritedNames(expanded);
  const prefix = unusedPrefix(JSON.stringify(expanded));
  const naming = { prefix, count: 0 };
  const named = nameNodes(expanded, naming) as object[];
  const compact = await callJsonLd((options) => jsonld.compact(named, document['@context'], options));
  const numbers = new Map<string, number>();
  return {
    document: namedDocument(document, compact, prefix, naming.count) ?? compact,
    async quadsOf(selection) {
      const dataset = await callJsonLd((options) => jsonldDataset(selection.document, options));
      return numberedQuads(dataset as RdfQuad[], prefix, numbers);
    },
    labelsOf: (quads) => canonicalLabels(quads, hash, 1),
  };
}

/** A document may hold any IRI, also one that looks like ours. */
function unusedPrefix(text: string): string {
  let prefix = 'urn:bnid:';
  while (text.includes(prefix)) prefix += 'x:';
  return prefix;
}

interface Naming {
  prefix: string;
  count: number;
}

/** Names the nodes of an expanded document. Values, lists and graphs are no nodes: a name would make them other things. */
function nameNodes(value: unknown, naming: Naming): unknown {
  if (Array.isArray(value)) return value.map((item) => nameNodes(item, naming));
  if (!isObject(value) || '@value' in value) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, nameNodes(inner, naming)]);
  const node: JsonObject = Object.fromEntries(entries);
  const id = node['@id'];
  if (typeof id === 'string' && id.startsWith('_:')) node['@id'] = `${naming.prefix}b:${id.slice(2)}`;
  const isNode = !('@list' in node || '@set' in node || '@graph' in node);
  if (isNode && id === undefined) {
    node['@id'] = `${naming.prefix}${naming.count}`;
    naming.count += 1;
  }
  return node;
}
