import jsonld, { type JsonLdOptions } from 'jsonld';
import { BadgeError } from '../model/badge-error.ts';
import { isObject } from '../model/json.ts';

/**
 * The statements of a document, by jsonld.
 *
 * jsonld keeps nodes by their names in plain objects: under the name `__proto__` or `constructor` it would write into what
 * every object of the process inherits. No such name is an IRI, so documents that use one are refused once they are
 * expanded, before any node is kept.
 */
export async function jsonldDataset(document: object, options: JsonLdOptions): Promise<object[]> {
  const expanded = await jsonld.expand(document, options);
  refuseInheritedNames(expanded);
  return jsonld.toRDF(expanded, { ...options, skipExpansion: true });
}

/** Throws `canon.term-undefined` for an expanded document with a name that every object has. */
export function refuseInheritedNames(expanded: unknown): void {
  if (Array.isArray(expanded)) for (const item of expanded) refuseInheritedNames(item);
  if (!isObject(expanded)) return;
  for (const [key, value] of Object.entries(expanded)) {
    refuseName(key);
    if (key === '@id' || key === '@type') for (const name of [value].flat()) refuseName(name);
    else if (key !== '@value') refuseInheritedNames(value);
  }
}

function refuseName(name: unknown): void {
  if (typeof name !== 'string' || !(name in {})) return;
  throw new BadgeError('canon.term-undefined', { reason: 'relative reference', term: name });
}
