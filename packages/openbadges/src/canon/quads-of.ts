import { isObject, type JsonObject } from '../model/json.ts';
import type { ActiveContext, Use } from './active-context.ts';
import { addLanguageMap } from './add-language-map.ts';
import type { BlankNumbers } from './blank-numbers.ts';
import { countValues, mostValues } from './bound-document.ts';
import type { CompiledContexts } from './compiled-contexts.ts';
import { innerUseOf, typeScopeOf, useOf } from './context-uses.ts';
import { isPlain, isPlainJson } from './is-plain-json.ts';
import { jsonLiteral, scalar, valueObject } from './literal-terms.ts';
import { contextFor, keyAmong, keywordOf } from './node-keys.ts';
import type { Quads } from './quads.ts';
import { uncovered } from './uncovered.ts';
import {
  add,
  blankNode,
  enter,
  few,
  type Graph,
  nameOf,
  noticePredicate,
  noticeSubject,
  odd,
  type Walk,
  withoutRepetitions,
} from './walk.ts';

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const rdfType = `<${rdf}type>`;
const rdfFirst = `<${rdf}first>`;
const rdfRest = `<${rdf}rest>`;
const rdfNil = `<${rdf}nil>`;

/**
 * The statements of a JSON-LD document, in one walk over it: what `toRDF` of JSON-LD 1.1 API §8 makes of its expansion
 * in safe mode, with no base address.
 *
 * Undefined when there is anything in it that the compiled contexts do not cover, or an error: then jsonld decides.
 * `numbers`: what walks over parts of one document have in common.
 */
export function quadsOf(document: JsonObject, contexts: CompiledContexts, numbers?: BlankNumbers): Quads | undefined {
  if (!isObject(document)) return undefined;
  const walk: Walk = {
    contexts,
    terms: [],
    blanks: numbers?.count ?? 0,
    names: numbers?.names,
    numbers,
    subjects: [],
    values: 1,
    mayRepeat: false,
    odd: undefined,
  };
  try {
    addNode(walk, document, Object.keys(document), contexts.root(), undefined, '', 0);
    if (numbers) numbers.count = walk.blanks;
    return { terms: walk.mayRepeat ? withoutRepetitions(walk) : walk.terms, blanks: walk.blanks };
  } catch (reason) {
    if (reason === uncovered) return undefined;
    throw reason;
  }
}

/**
 * Adds a node, and gives its name. `place`: the use of the property it is a value of, undefined where nothing may be
 * lost: at the top and in a graph of its own.
 */
function addNode(
  walk: Walk,
  node: JsonObject,
  keys: readonly string[],
  around: ActiveContext,
  place: Use | undefined,
  graph: Graph,
  depth: number,
): string | number {
  enter(walk, keys.length, depth);
  if (!isPlain(node)) throw uncovered;
  const active = node['@context'] === undefined ? around : localContext(walk, node['@context'], around, depth);
  const typeKey = keyAmong(active.typeKeys, node);
  const scope = typeKey === undefined ? undefined : typeScopeOf(active, typesIn(walk, node[typeKey]));
  const within = scope === undefined ? active : scope.context;
  const idKey = keyAmong(within.idKeys, node);
  const subject = idKey === undefined ? blankNode(walk, node, 0) : nameOf(walk, node[idKey], within);
  if (idKey !== undefined && keys.length > 1) noticeSubject(walk, subject);
  const before = walk.terms.length;
  let said = 0;
  for (const key of keys) {
    if (key === '@context' && node[key] !== undefined) continue;
    const use = within.uses.get(key) ?? useOf(within, key);
    const { keyword } = use.term;
    if (keyword === '') {
      if (use.term.isShared) noticePredicate(walk, use.term.written, before);
      said += addProperty(walk, subject, node[key], use, graph, depth + 1);
    } else if (keyword === '@type' && key === typeKey && scope !== undefined) {
      for (const type of scope.written) walk.terms.push(subject, rdfType, type, graph);
      said += scope.written.length;
    } else if (keyword !== '@id' || key !== idKey) throw uncovered;
  }
  if (said === 0 && mayBeLost(place, within)) throw uncovered;
  // Nothing would have its number: the algorithm for labels would count one node too many.
  if (place === undefined && typeof subject === 'number' && walk.terms.length === before) throw uncovered;
  return subject;
}

/** JSON-LD 1.1 API §5.1.2 step 19: what says nothing is dropped at the top and in a graph. */
function mayBeLost(place: Use | undefined, within: ActiveContext): boolean {
  return place === undefined || within.terms.get(place.key)?.container?.includes('@graph') === true;
}

/** Adds what a property says; zero when that is nothing at all. */
function addProperty(
  walk: Walk,
  subject: string | number,
  value: unknown,
  use: Use,
  graph: Graph,
  depth: number,
): number {
  const { container, type } = use.term;
  if (type === '@json') return addJson(walk, subject, value, use, graph, depth);
  if (value === null || value === undefined) return 0;
  if (container !== undefined && container.length > 0) {
    if (container.includes('@language') && isObject(value)) addLanguageMap(walk, subject, value, use, graph, depth);
    else if (container.includes('@graph')) return addGraphs(walk, subject, value, use, graph, depth);
    else if (container.includes('@list')) addListOf(walk, subject, value, use, graph, depth);
    else addValue(walk, subject, value, use, graph, depth, -1);
  } else addValue(walk, subject, value, use, graph, depth, -1);
  return 1;
}

/** `from`: where in the terms the values of the same array begin, negative for a value alone. */
function addValue(
  walk: Walk,
  subject: string | number,
  value: unknown,
  use: Use,
  graph: Graph,
  depth: number,
  from: number,
): void {
  if (typeof value !== 'object') add(walk, subject, use, scalar(walk, value, use), graph, from);
  else if (value === null) return;
  else if (Array.isArray(value)) addItems(walk, subject, value, use, graph, depth, from);
  else addObject(walk, subject, value as JsonObject, use, graph, depth, from);
}

function addItems(
  walk: Walk,
  subject: string | number,
  items: readonly unknown[],
  use: Use,
  graph: Graph,
  depth: number,
  from: number,
): void {
  enter(walk, items.length, depth);
  const isCompared = from < 0 && items.length <= few;
  if (!isCompared) walk.mayRepeat = true;
  const start = isCompared && items.length > 1 ? walk.terms.length : -1;
  for (const item of items) if (item !== undefined) addValue(walk, subject, item, use, graph, depth + 1, start);
}

function addObject(
  walk: Walk,
  subject: string | number,
  value: JsonObject,
  use: Use,
  graph: Graph,
  depth: number,
  from: number,
): void {
  const keys = Object.keys(value);
  const around = contextFor(use, keys);
  const collection = keys.length === 1 ? keywordOf(keys[0] as string, around) : '';
  if (collection === '@list' || collection === '@set') {
    enter(walk, 1, depth);
    const inner = innerUseOf(around, use.key);
    const content = value[keys[0] as string];
    if (content === null || content === undefined || mayBeLost(use, around)) throw uncovered;
    walk.mayRepeat = true;
    if (collection === '@list') addListItems(walk, subject, content, inner, use, graph, depth + 1);
    else if (inner.term.container?.includes('@list')) throw uncovered;
    else addValue(walk, subject, content, { ...inner, term: use.term }, graph, depth + 1, -1);
    return;
  }
  add(walk, subject, use, objectTerm(walk, value, keys, around, use, graph, depth), graph, from);
}

/** The term of a value object or of a node. */
function objectTerm(
  walk: Walk,
  value: JsonObject,
  keys: readonly string[],
  around: ActiveContext,
  use: Use,
  graph: Graph,
  depth: number,
): string | number {
  if (keyAmong(around.valueKeys, value) === undefined) return addNode(walk, value, keys, around, use, graph, depth);
  enter(walk, keys.length, depth);
  if (mayBeLost(use, around)) throw uncovered;
  return valueObject(walk, value, keys, around);
}

function addJson(walk: Walk, subject: string | number, value: unknown, use: Use, graph: Graph, depth: number): number {
  if (use.term.container?.some((each) => each !== '@set')) throw uncovered;
  walk.values += countValues(value, depth);
  if (walk.values > mostValues || !isPlainJson(value)) throw uncovered;
  walk.terms.push(subject, use.term.written, jsonLiteral(walk, value), graph);
  return 1;
}

/** Each value is a graph of its own, which gets a name (JSON-LD 1.1 §4.9). */
function addGraphs(
  walk: Walk,
  subject: string | number,
  value: unknown,
  use: Use,
  graph: Graph,
  depth: number,
): number {
  if (value === null) return 0;
  if (Array.isArray(value)) {
    enter(walk, value.length, depth);
    let graphs = 0;
    for (const item of value) graphs += addGraphs(walk, subject, item, use, graph, depth + 1);
    return graphs;
  }
  if (!isObject(value)) throw uncovered;
  const name = blankNode(walk, value, 1);
  walk.terms.push(subject, use.term.written, name, graph);
  const keys = Object.keys(value);
  addNode(walk, value, keys, contextFor(use, keys), undefined, name, depth);
  return 1;
}

function addListOf(walk: Walk, subject: string | number, value: unknown, use: Use, graph: Graph, depth: number): void {
  const keys = isObject(value) ? Object.keys(value) : [];
  const isList = keys.length === 1 && keywordOf(keys[0] as string, contextFor(use, keys)) === '@list';
  if (isList) addObject(walk, subject, value as JsonObject, use, graph, depth, -1);
  else addListItems(walk, subject, value, use, use, graph, depth);
}

/** RDF collections: JSON-LD 1.1 API §8.3. */
function addListItems(
  walk: Walk,
  subject: string | number,
  value: unknown,
  use: Use,
  { term }: Use,
  graph: Graph,
  depth: number,
): void {
  const items: unknown[] = Array.isArray(value) ? value : [value];
  // A list without an array around it could not be found again.
  if (walk.numbers !== undefined && items !== value) throw uncovered;
  enter(walk, items.length, depth);
  const objects = items
    .filter((item) => item !== null && item !== undefined)
    .map((item) => listItem(walk, item, use, graph, depth + 1));
  let link: string | number = objects.length === 0 ? odd(walk, rdfNil) : blankNode(walk, items, 0);
  walk.terms.push(subject, term.written, link, graph);
  for (let at = 0; at < objects.length; at += 1) {
    const next: string | number = at + 1 < objects.length ? blankNode(walk, items, at + 1) : rdfNil;
    walk.terms.push(link, rdfFirst, objects[at] as string | number, graph, link, rdfRest, next, graph);
    link = next;
  }
}

function listItem(walk: Walk, item: unknown, use: Use, graph: Graph, depth: number): string | number {
  if (!isObject(item)) return Array.isArray(item) ? fail() : scalar(walk, item, use);
  const keys = Object.keys(item);
  const around = contextFor(use, keys);
  const collection = keys.length === 1 ? keywordOf(keys[0] as string, around) : '';
  if (collection === '@list' || collection === '@set') throw uncovered;
  return objectTerm(walk, item, keys, around, use, graph, depth);
}

function localContext(walk: Walk, local: unknown, around: ActiveContext, depth: number): ActiveContext {
  walk.values += countValues(local, depth + 1);
  if (walk.values > mostValues || !isPlainJson(local)) throw uncovered;
  return walk.contexts.extended(around, local);
}

function typesIn(walk: Walk, value: unknown): string | readonly unknown[] {
  if (typeof value === 'string') return value;
  // Attackers' nodes may have thousands of types; badges have three.
  if (!Array.isArray(value) || value.length > few) throw uncovered;
  walk.values += value.length;
  return value;
}

function fail(): never {
  throw uncovered;
}
