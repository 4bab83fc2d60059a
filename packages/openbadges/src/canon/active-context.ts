import type { JsonObject } from '../model/json.ts';
import { uncovered } from './uncovered.ts';

/** What a name means in a context: its definition of JSON-LD 1.1 §4.1, in the form the walk needs. */
export interface Term {
  /** The IRI it stands for; a keyword for its alias; empty where the context says that it means nothing. */
  iri: string;
  /** The IRI as it stands in N-Quads. */
  written: string;
  /** `@id`, `@type`… for an alias, empty for a property. */
  keyword: string;
  /** Whether it may begin a compact IRI. Undefined where the definition leaves that open, which counts when it is repeated. */
  isPrefix: boolean | undefined;
  /** `@id`, `@vocab`, `@json`, `@none` or the IRI of a datatype; empty without coercion. */
  type: string;
  /** Sorted; undefined where nothing is said. */
  container: readonly string[] | undefined;
  /** The context for what stands under this name. Null is one too: it forgets everything. */
  context: LocalContext | undefined;
  /** Null: expressly without a language. */
  language: string | null | undefined;
  isProtected: boolean;
  /** Whether another name of the same context stands for the same IRI, so that a value can be said twice. */
  isShared: boolean;
}

/** A context as it stands in a document, unless it is an address. */
export type LocalContext = JsonObject | null | readonly (JsonObject | null)[];

/** What a key of a node means, with all that its values need. */
export interface Use {
  key: string;
  term: Term;
  /** How values that are texts become terms. */
  mode: 'text' | 'id' | 'vocab' | 'double';
  /** What follows a text: `^^<type>`, `@en` or nothing. */
  suffix: string;
  /** Whether numbers and booleans take `suffix` too. */
  isTyped: boolean;
  /** Whether jsonld could take a text under this key for another one that is written the same way. */
  isOdd: boolean;
  /** For scalars, and for nodes that only name or hold a value. */
  kept: ActiveContext;
  scalars: ActiveContext;
  /** For other nodes: without what was for the type of the node around them only. */
  reverted: ActiveContext;
}

/** The types of a node in N-Quads, and the context that they bring. */
export interface TypeScope {
  written: readonly string[];
  context: ActiveContext;
}

/** Remembered scopes: of the types that lead here, and of those with one more. */
export interface TypeBranch {
  scope: TypeScope | undefined;
  next: Map<string, TypeBranch>;
}

/** A context as processed; never changed but for what it remembers. */
export interface ActiveContext {
  terms: ReadonlyMap<string, Term>;
  vocab: string | undefined;
  language: string | undefined;
  /** What holds again in nodes below the present one (JSON-LD 1.1 §4.1.9, propagation). */
  previous: ActiveContext | undefined;
  /** Whether something in it may not be redefined. */
  protects: boolean;
  prefixes: ReadonlyMap<string, string>;
  idKeys: readonly string[];
  typeKeys: readonly string[];
  valueKeys: readonly string[];
  uses: Map<string, Use>;
  innerUses: Map<string, Use>;
  types: TypeBranch;
  /** Contexts that documents put on top of this one by address, and in place by their JSON. */
  extensions: Map<string, ActiveContext>;
  inlineExtensions: Map<string, ActiveContext>;
  memory: Memory;
}

/** How much contexts remember that have grown from one: in terms, roughly. */
export interface Memory {
  terms: number;
}

type Meaning = Pick<ActiveContext, 'terms' | 'vocab' | 'language' | 'previous' | 'protects' | 'memory'>;

/** Beyond this nothing more is remembered: whoever sends thousands of contexts cannot fill the memory. */
export const mostRemembered = 1_000_000;

/** A context with nothing remembered yet. */
export function activeContext({ terms, vocab, language, previous, protects, memory }: Meaning): ActiveContext {
  const prefixes = new Map<string, string>();
  const keys = { '@id': ['@id'], '@type': ['@type'], '@value': ['@value'] };
  for (const [name, { isPrefix, iri, keyword }] of terms) {
    if (isPrefix) prefixes.set(name, iri);
    if (keyword === '@id' || keyword === '@type' || keyword === '@value') keys[keyword].unshift(name);
  }
  return {
    terms: withShared(terms),
    vocab,
    language,
    previous,
    protects,
    prefixes,
    idKeys: keys['@id'],
    typeKeys: keys['@type'],
    valueKeys: keys['@value'],
    uses: new Map(),
    innerUses: new Map(),
    types: { scope: undefined, next: new Map() },
    extensions: new Map(),
    inlineExtensions: new Map(),
    memory,
  };
}

/** Keeps what was made, `weight` terms of it. Throws `uncovered` when too much is remembered already. */
export function remember<T>(memory: Memory, place: Map<string, T>, name: string, made: T, weight: number): T {
  memory.terms += weight;
  if (memory.terms > mostRemembered) throw uncovered;
  place.set(name, made);
  return made;
}

function withShared(terms: ReadonlyMap<string, Term>): ReadonlyMap<string, Term> {
  const once = new Set<string>();
  const often = new Set<string>();
  for (const { iri, keyword } of terms.values()) {
    if (keyword !== '' || iri === '') continue;
    if (once.has(iri)) often.add(iri);
    once.add(iri);
  }
  const isNew = (term: Term) => !term.isShared && often.has(term.iri);
  if (often.size === 0 || ![...terms.values()].some(isNew)) return terms;
  return new Map([...terms].map(([name, term]) => [name, isNew(term) ? { ...term, isShared: true } : term]));
}
