import { BadgeError } from '../model/badge-error.ts';
import { asArray, isObject, type JsonObject } from '../model/json.ts';
import { contextTerms, emptyTerms, expansions, type Terms } from './context-terms.ts';
import { heldContexts } from './held-contexts.ts';

/** JSON-LD keywords of a value object; any other keyword in a badge restates what a term says. */
const allowedKeywords = ['@context', '@value', '@language', '@direction'];

/** Names in a document times the vocabularies they may belong to; a record of many badges has some hundreds. */
const mostNames = 10_000;

/**
 * Refuses a document that says something known under another name (`canon.term-aliased`), or has too many names to tell (`canon.too-complex`).
 *
 * A signature covers the graph, not the JSON: `credentialStatus` written as its full IRI, or as a term of an inline
 * context, canonicalises to the same bytes, and whoever reads members by name no longer sees that the badge can be
 * revoked. So a key may be unknown to the named contexts, but it may not be a second name for what they define.
 */
export function refuseAliases(document: JsonObject, held: ReadonlyMap<string, JsonObject> = heldContexts): void {
  const found: Found = { urls: new Set(), inline: [], keys: new Set() };
  collect(document, found);
  if (found.inline.length === 0 && ![...found.keys].some((key) => key.includes(':'))) return;
  const named = merged([...found.urls].map((url) => contextTerms(held.get(url))));
  const inline = merged(found.inline.map(contextTerms));
  const lookup = { ...merged([named, inline]), known: named.known };
  const names = (inline.irisOf.size + found.keys.size) * (1 + lookup.vocabularies.size);
  if (names > mostNames) throw new BadgeError('canon.too-complex');
  for (const [term, iris] of inline.irisOf) refuseTerm(term, iris, named, lookup);
  for (const key of found.keys) refuseKey(key, lookup);
}

interface Found {
  urls: Set<string>;
  inline: JsonObject[];
  keys: Set<string>;
}

function collect(value: unknown, found: Found): void {
  if (Array.isArray(value)) for (const item of value) collect(item, found);
  if (!isObject(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === '@context') collectContexts(inner, found);
    else {
      collectKey(key, value, found);
      collect(inner, found);
    }
  }
}

function collectKey(key: string, holder: JsonObject, found: Found): void {
  if (!key.startsWith('@')) found.keys.add(key);
  else if (!allowedKeywords.includes(key) && !(key === '@type' && '@value' in holder)) throw aliased(key);
}

function collectContexts(contexts: unknown, found: Found): void {
  if (contexts === null) throw aliased('@context');
  for (const context of asArray(contexts)) {
    if (typeof context === 'string') found.urls.add(context);
    else if (isObject(context)) found.inline.push({ '@context': context });
    else throw aliased('@context');
  }
}

/** An inline term may repeat a named one; it may not drop one, change one or rename one. */
function refuseTerm(term: string, iris: Set<string | null>, named: Terms, all: Terms): void {
  const before = named.irisOf.get(term);
  for (const iri of iris) {
    const expanded = iri === null ? [null] : expansions(iri, all);
    if (before && expanded.some((form) => [...before].some((old) => old === form || isExpansion(old, form, all))))
      continue;
    const renames = expanded.some((form) => form !== null && named.known.has(form));
    if (before || iri === null || renames) throw aliased(term);
  }
}

function isExpansion(old: string | null, form: string | null, terms: Terms): boolean {
  return old !== null && form !== null && expansions(old, terms).includes(form);
}

function refuseKey(key: string, terms: Terms): void {
  if (terms.irisOf.has(key)) return;
  if (expansions(key, terms).some((iri) => terms.known.has(iri))) throw aliased(key);
}

function merged(parts: Terms[]): Terms {
  const whole = emptyTerms();
  for (const part of parts) {
    for (const [term, iris] of part.irisOf)
      whole.irisOf.set(term, new Set([...(whole.irisOf.get(term) ?? []), ...iris]));
    for (const iri of part.known) whole.known.add(iri);
    for (const vocabulary of part.vocabularies) whole.vocabularies.add(vocabulary);
  }
  return whole;
}

function aliased(term: string): BadgeError {
  return new BadgeError('canon.term-aliased', { term: term.slice(0, 200) });
}
