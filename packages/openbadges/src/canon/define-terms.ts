import { isObject, type JsonObject } from '../model/json.ts';
import type { LocalContext, Term } from './active-context.ts';
import { canonizeJson } from './canonize-json.ts';
import { uncovered } from './uncovered.ts';
import { isAbsoluteIri, writtenIri } from './written-iri.ts';

/** A context while the terms of a local one are added to it. */
export interface Definitions {
  local: JsonObject;
  terms: Map<string, Term>;
  vocab: string | undefined;
  /** Whether terms of the local context are protected unless they say otherwise. */
  protectsAll: boolean;
  protects: boolean;
  /** False while a term is being defined: it must not be needed for its own definition. */
  defined: Map<string, boolean>;
}

const languageTag = /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/;
const membersOfTerms = ['@id', '@type', '@container', '@context', '@language', '@prefix', '@protected'];
/** What an alias may stand for here; the others are rare enough for jsonld. */
const keywords = ['@id', '@type', '@value', '@language', '@list', '@set', '@none'];
const containers = ['', '@set', '@list', '@language', '@graph', '@language @set', '@graph @set'];

/** A language tag as jsonld takes it, in lower case. Throws `uncovered` for others. */
export function lowerCaseLanguage(tag: unknown): string {
  if (typeof tag !== 'string' || !languageTag.test(tag)) throw uncovered;
  return tag.toLowerCase();
}

/**
 * JSON-LD 1.1 API §4.2, for what contexts of credentials use. Throws `uncovered` for the rest and for every error.
 *
 * `overrides`: whether protected terms may be redefined. Under a property they may, unless another term needs them first.
 */
export function defineTerm(name: string, into: Definitions, overrides = false): void {
  const state = into.defined.get(name);
  if (state === true) return;
  if (state === false || /^$|^@|^__proto__$|[:/]/.test(name)) throw uncovered;
  into.defined.set(name, false);
  const value = into.local[name];
  const isSimple = typeof value === 'string' || value === null;
  const definition = isSimple ? { '@id': value } : value;
  if (!isObject(definition) || Object.keys(definition).some((key) => !membersOfTerms.includes(key))) throw uncovered;
  const before = into.terms.get(name);
  into.terms.delete(name);
  const named = identify(name, definition, isSimple, into);
  into.terms.set(name, named);
  into.defined.set(name, true);
  const term: Term = { ...named, ...coercions(definition, into) };
  // Neither a keyword nor what means nothing may be a prefix.
  if (term.written === '' && '@prefix' in definition) throw uncovered;
  if (before?.isProtected && !overrides) {
    term.isProtected = true;
    if (!isSameTerm(before, term)) throw uncovered;
  }
  if (term.isProtected) into.protects = true;
  into.terms.set(name, term);
}

/** What the text stands for, by the terms defined so far and those of the local context. */
export function expandWord(text: string, into: Definitions): string {
  if (/^@|^_:/.test(text)) throw uncovered;
  if (Object.hasOwn(into.local, text)) defineTerm(text, into);
  const term = into.terms.get(text);
  if (term) return term.iri;
  const colon = text.indexOf(':');
  if (colon > 0) {
    const prefix = text.slice(0, colon);
    if (text.startsWith('//', colon + 1)) return text;
    if (Object.hasOwn(into.local, prefix)) defineTerm(prefix, into);
    const known = into.terms.get(prefix);
    if (known?.isPrefix) return known.iri + text.slice(colon + 1);
    if (isAbsoluteIri(text)) return text;
  }
  return into.vocab === undefined ? text : into.vocab + text;
}

function identify(name: string, definition: JsonObject, isSimple: boolean, into: Definitions): Term {
  const { '@protected': isProtected = into.protectsAll, '@id': id = name } = definition;
  if (typeof isProtected !== 'boolean') throw uncovered;
  const unnamed = { written: '', keyword: '', isPrefix: undefined, isProtected, isShared: false, ...withoutCoercion };
  if (id === null) return { ...unnamed, iri: '' };
  if (typeof id !== 'string' || id === '') throw uncovered;
  if (keywords.includes(id)) return { ...unnamed, iri: id, keyword: id, isPrefix: false };
  const iri = id === name ? inVocabulary(name, into) : expandWord(id, into);
  // An alias of an alias is one too.
  if (keywords.includes(iri)) return { ...unnamed, iri, keyword: iri, isPrefix: false };
  const isPrefix = id === name ? undefined : isSimple && /[:/?#[\]@]$/.test(iri);
  return { ...unnamed, iri, written: writtenIri(iri), isPrefix };
}

const withoutCoercion = { type: '', container: undefined, context: undefined, language: undefined };

function inVocabulary(name: string, { vocab }: Definitions): string {
  if (vocab === undefined) throw uncovered;
  return vocab + name;
}

function coercions(definition: JsonObject, into: Definitions): Partial<Term> {
  const given: Partial<Term> = {};
  if ('@type' in definition) given.type = coercedType(definition['@type'], into);
  if ('@container' in definition) given.container = containersOf(definition['@container']);
  if ('@context' in definition) given.context = localContext(definition['@context']);
  if ('@language' in definition && !('@type' in definition)) {
    const language = definition['@language'];
    given.language = language === null ? null : lowerCaseLanguage(language);
  }
  if ('@prefix' in definition) {
    if (typeof definition['@prefix'] !== 'boolean') throw uncovered;
    given.isPrefix = definition['@prefix'];
  }
  return given;
}

function coercedType(type: unknown, into: Definitions): string {
  if (typeof type !== 'string') throw uncovered;
  if (['@id', '@vocab', '@json', '@none'].includes(type)) return type;
  const iri = expandWord(type, into);
  if (!isAbsoluteIri(iri)) throw uncovered;
  return iri;
}

function containersOf(container: unknown): string[] {
  const all: unknown[] = Array.isArray(container) ? container : [container];
  const names = all.filter((each) => typeof each === 'string').sort();
  if (names.length !== all.length || !containers.includes(names.join(' '))) throw uncovered;
  return names;
}

/** A scoped context: contexts in place. One that is an address may lead in a circle, which jsonld watches. */
function localContext(context: unknown): LocalContext {
  if (context === null || isObject(context)) return context;
  if (!Array.isArray(context)) throw uncovered;
  return context.map((part: unknown) => {
    if (part !== null && !isObject(part)) throw uncovered;
    return part;
  });
}

/** Whether a protected term is merely repeated (JSON-LD 1.1 §4.1.11). */
function isSameTerm(a: Term, b: Term): boolean {
  const isSame = (['iri', 'isPrefix', 'type', 'language'] as const).every((part) => a[part] === b[part]);
  if (!isSame || a.container?.join() !== b.container?.join()) return false;
  if (a.context === undefined || b.context === undefined) return a.context === b.context;
  return canonizeJson(a.context) === canonizeJson(b.context);
}
