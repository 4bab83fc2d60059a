import { BadgeError } from '../model/badge-error.ts';
import type { JsonObject } from '../model/json.ts';
import type { ActiveContext, Use } from './active-context.ts';
import { canonizeJson } from './canonize-json.ts';
import { datatypeSuffix, isOddType } from './context-uses.ts';
import { lowerCaseLanguage } from './define-terms.ts';
import { keywordOf } from './node-keys.ts';
import { uncovered } from './uncovered.ts';
import { nameOf, odd, type Walk } from './walk.ts';
import { writtenWord } from './written-iri.ts';
import { canonicalDouble, escapedText, writtenNumber, xsdBoolean, xsdDouble } from './written-literal.ts';

/** The term of a text, a number or a boolean under a property. */
export function scalar(walk: Walk, value: unknown, use: Use): string | number {
  const { mode, suffix, isTyped } = use;
  if (mode === 'double') return double(walk, value, suffix);
  if (typeof value !== 'string') return native(walk, value, isTyped ? suffix : undefined);
  if (mode === 'id') return nameOf(walk, value, use.scalars);
  if (mode === 'vocab') return writtenWord(value, use.scalars);
  const text = `"${escapedText(value)}"${suffix}`;
  return use.isOdd ? odd(walk, text) : text;
}

/** A value with its type or language (JSON-LD 1.1 §9.5). */
export function valueObject(walk: Walk, object: JsonObject, keys: readonly string[], active: ActiveContext): string {
  const found: Record<string, unknown> = {};
  for (const key of keys) {
    const keyword = keywordOf(key, active);
    if (!['@value', '@type', '@language'].includes(keyword) || keyword in found) throw uncovered;
    found[keyword] = object[key];
  }
  const { '@value': value, '@type': type, '@language': language } = found;
  if ('@language' in found && language !== null) {
    if (typeof value !== 'string' || '@type' in found) throw uncovered;
    return `"${escapedText(value)}"@${lowerCaseLanguage(language)}`;
  }
  if (!('@type' in found))
    return typeof value === 'string' ? `"${escapedText(value)}"` : native(walk, value, undefined);
  if (typeof type !== 'string' || active.terms.get(type)?.context !== undefined) throw uncovered;
  const written = writtenWord(type, active);
  const iri = active.terms.get(type)?.iri ?? written.slice(1, -1);
  if (written.includes('\\')) throw uncovered;
  const suffix = datatypeSuffix(iri);
  if (iri === xsdDouble) return double(walk, value, suffix);
  if (typeof value !== 'string') return native(walk, value, suffix);
  const text = `"${escapedText(value)}"${suffix}`;
  return isOddType(iri) ? odd(walk, text) : text;
}

/** JSON-LD 1.1 §4.2.2: the canonical form of whatever it is, as text. */
export function jsonLiteral(walk: Walk, value: unknown): string {
  return odd(walk, `"${escapedText(jsonText(value))}"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON>`);
}

function jsonText(value: unknown): string {
  try {
    return canonizeJson(value);
  } catch (reason) {
    if (reason instanceof BadgeError) throw uncovered;
    throw reason;
  }
}

function native(walk: Walk, value: unknown, type: string | undefined): string {
  if (typeof value === 'boolean') return odd(walk, `"${value}"${type ?? `^^<${xsdBoolean}>`}`);
  if (typeof value !== 'number' || !Number.isFinite(value)) throw uncovered;
  return odd(walk, writtenNumber(value, type));
}

/** XML Schema 1.1 part 2 §3.3.5, from a number or the text of one. */
function double(walk: Walk, value: unknown, suffix: string): string {
  if (typeof value !== 'string' && !(typeof value === 'number' && Number.isFinite(value)))
    return native(walk, value, suffix);
  return odd(walk, `"${canonicalDouble(typeof value === 'string' ? Number.parseFloat(value) : value)}"${suffix}`);
}
