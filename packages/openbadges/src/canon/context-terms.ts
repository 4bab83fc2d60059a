import { asArray, isObject } from '../model/json.ts';

/** What a context gives names to, at any depth of its scoped contexts. */
export interface Terms {
  /** A term, and what it stands for; null where it is dropped. */
  irisOf: Map<string, Set<string | null>>;
  /** Every IRI that has a name. */
  known: Set<string>;
  vocabularies: Set<string>;
}

const kept = new WeakMap<object, Terms>();

export function emptyTerms(): Terms {
  return { irisOf: new Map(), known: new Set(), vocabularies: new Set() };
}

/** The terms of a context document; empty for one that is not held, which is refused elsewhere. */
export function contextTerms(document: unknown): Terms {
  if (!isObject(document)) return emptyTerms();
  const before = kept.get(document);
  if (before) return before;
  const terms = emptyTerms();
  collect(document['@context'], terms);
  for (const iris of terms.irisOf.values()) {
    for (const iri of iris) if (iri !== null) for (const form of expansions(iri, terms)) terms.known.add(form);
  }
  kept.set(document, terms);
  return terms;
}

/** The IRIs a text may stand for: itself, with its prefix replaced, or as part of a vocabulary. */
export function expansions(text: string, { irisOf, vocabularies }: Terms): string[] {
  const colon = text.indexOf(':');
  const prefix = colon > 0 ? [...(irisOf.get(text.slice(0, colon)) ?? [])] : [];
  const byPrefix = prefix.filter((iri) => iri !== null).map((iri) => iri + text.slice(colon + 1));
  const byTerm = [...(irisOf.get(text) ?? [])].filter((iri) => iri !== null);
  return [text, ...byPrefix, ...byTerm, ...[...vocabularies].map((vocabulary) => vocabulary + text)];
}

function collect(context: unknown, terms: Terms): void {
  for (const part of asArray(context)) {
    if (!isObject(part)) continue;
    for (const [term, definition] of Object.entries(part)) define(term, definition, terms);
  }
}

function define(term: string, definition: unknown, terms: Terms): void {
  if (term === '@vocab' && typeof definition === 'string') terms.vocabularies.add(definition);
  if (term.startsWith('@')) return;
  const iri = isObject(definition) ? definition['@id'] : definition;
  const iris = terms.irisOf.get(term) ?? new Set();
  if (typeof iri === 'string' || iri === null) iris.add(iri);
  terms.irisOf.set(term, iris);
  if (!isObject(definition)) return;
  // A reverse property says the same the other way round.
  if (typeof definition['@reverse'] === 'string') iris.add(definition['@reverse']);
  collect(definition['@context'], terms);
}
