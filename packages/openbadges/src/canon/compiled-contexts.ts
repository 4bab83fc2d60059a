import { isObject, type JsonObject } from '../model/json.ts';
import {
  type ActiveContext,
  activeContext,
  type LocalContext,
  type Memory,
  mostRemembered,
  remember,
} from './active-context.ts';
import { type Definitions, defineTerm, lowerCaseLanguage } from './define-terms.ts';
import { uncovered } from './uncovered.ts';
import { writtenWord } from './written-iri.ts';

/** Contexts that are compiled when a document first names them, and remembered. */
export interface CompiledContexts {
  /** Where every document begins: the context without terms. */
  root(): ActiveContext;
  /** What the context at this place of the document makes of the active one. Throws `uncovered`. */
  extended(active: ActiveContext, local: unknown): ActiveContext;
}

/** Contexts in a document itself are remembered by their JSON up to this length. */
const longestInline = 16_384;
/** No badge names more. Each is a context of its own on top of the one before. */
const mostAtOnce = 12;

/** Compiles contexts from the documents they are in, by address. */
export function compiledContexts(documents: ReadonlyMap<string, JsonObject>): CompiledContexts {
  let root = emptyContext({ terms: 0 });
  const extend = (active: ActiveContext, part: unknown): ActiveContext => {
    if (typeof part !== 'string') return extendedInPlace(active, part);
    const known = active.extensions.get(part);
    if (known) return known;
    const made = applyContexts(active, contextOf(part, documents), false);
    return remember(active.memory, active.extensions, part, made, made.terms.size);
  };
  return {
    root() {
      if (root.memory.terms > mostRemembered / 2) root = emptyContext({ terms: 0 });
      return root;
    },
    extended(active, local) {
      if (!Array.isArray(local)) return extend(active, local);
      if (local.length > mostAtOnce) throw uncovered;
      let made = active;
      for (const part of local) made = extend(made, part);
      return made;
    },
  };
}

function extendedInPlace(active: ActiveContext, local: unknown): ActiveContext {
  if (local === null) return forget(active, false);
  if (!isObject(local) || '@propagate' in local || '@context' in local) throw uncovered;
  const json = JSON.stringify(local);
  const known = active.inlineExtensions.get(json);
  if (known) return known;
  if (json.length > longestInline) throw uncovered;
  // From its text: what is remembered must not change with the document.
  const made = applyContexts(active, JSON.parse(json), false);
  return remember(active.memory, active.inlineExtensions, json, made, made.terms.size);
}

/** JSON-LD 1.1 API §4.1. `overrides`: under a property protected terms may be redefined. */
export function applyContexts(
  active: ActiveContext,
  local: LocalContext,
  overrides: boolean,
  propagates = true,
): ActiveContext {
  const parts: readonly (JsonObject | null)[] = Array.isArray(local) ? local : [local];
  const [first] = parts;
  if (first === undefined) return active;
  const reach = first?.['@propagate'] ?? propagates;
  let made = reach || active.previous ? active : activeContext({ ...active, previous: active });
  for (const part of parts) made = part === null ? forget(made, overrides) : extendBy(made, part, overrides);
  return made;
}

function emptyContext(memory: Memory): ActiveContext {
  const nothing = { vocab: undefined, language: undefined, previous: undefined };
  return activeContext({ ...nothing, terms: new Map(), protects: false, memory });
}

function forget({ protects, memory }: ActiveContext, overrides: boolean): ActiveContext {
  if (protects && !overrides) throw uncovered;
  return emptyContext(memory);
}

function extendBy(active: ActiveContext, local: JsonObject, overrides: boolean): ActiveContext {
  const into: Definitions = {
    local,
    terms: new Map(active.terms),
    vocab: vocabularyOf(local, active),
    protectsAll: false,
    protects: active.protects,
    defined: new Map(),
  };
  const language = defaultLanguage(local, active);
  const { previous, memory } = active;
  const meaning = () => activeContext({ ...into, terms: new Map(into.terms), language, previous, memory });
  readKeywords(local, into);
  for (const [name, definition] of Object.entries(local)) {
    if (name.startsWith('@')) continue;
    defineTerm(name, into, overrides);
    // A scoped context has to be a good one even where nobody uses it.
    const scoped = isObject(definition) ? into.terms.get(name)?.context : undefined;
    if (scoped !== undefined) applyContexts(meaning(), scoped, true);
  }
  return meaning();
}

function readKeywords(local: JsonObject, into: Definitions): void {
  for (const [key, value] of Object.entries(local)) {
    if (!key.startsWith('@') || key === '@vocab' || key === '@language') continue;
    if (key === '@version' && value === 1.1) continue;
    // An express `"@protected": false` is an error to jsonld.
    if (key === '@propagate' ? typeof value !== 'boolean' : key !== '@protected' || value !== true) throw uncovered;
  }
  into.protectsAll = local['@protected'] === true;
}

function vocabularyOf(local: JsonObject, active: ActiveContext): string | undefined {
  if (!('@vocab' in local)) return active.vocab;
  const vocabulary = local['@vocab'];
  if (vocabulary === null) return undefined;
  // Only one that is written as it is; any other is for jsonld to judge.
  if (typeof vocabulary !== 'string' || writtenWord(vocabulary, active) !== `<${vocabulary}>`) throw uncovered;
  return vocabulary;
}

function defaultLanguage(local: JsonObject, active: ActiveContext): string | undefined {
  if (!('@language' in local)) return active.language;
  return local['@language'] === null ? undefined : lowerCaseLanguage(local['@language']);
}

function contextOf(url: string, documents: ReadonlyMap<string, JsonObject>): LocalContext {
  const context = documents.get(url)?.['@context'];
  const parts: unknown[] = Array.isArray(context) ? context : [context];
  if (!parts.every((part) => part === null || (isObject(part) && !('@propagate' in part)))) throw uncovered;
  return parts as (JsonObject | null)[];
}
