import type { ActiveContext, Use } from './active-context.ts';
import type { BlankNumbers } from './blank-numbers.ts';
import { deepest, mostValues } from './bound-document.ts';
import type { CompiledContexts } from './compiled-contexts.ts';
import type { Quads } from './quads.ts';
import { uncovered } from './uncovered.ts';
import { writtenId } from './written-iri.ts';

/** The name of a graph, empty for the default one. */
export type Graph = number | '';

/** One walk over one document. */
export interface Walk {
  contexts: CompiledContexts;
  terms: Quads['terms'];
  blanks: number;
  names: Map<string, number> | undefined;
  /** Where blank nodes keep their numbers from walk to walk. */
  numbers: BlankNumbers | undefined;
  /** Named nodes so far, until there are many. */
  subjects: (string | number)[];
  values: number;
  /** Something was found that may have said the same twice. */
  mayRepeat: boolean;
  /** Terms that different JSON values are written as: jsonld does not see that two of them are the same. */
  odd: Set<string | number> | undefined;
}

/** Up to so many values of a property, and named nodes, are compared one by one; among more, a set looks for repetitions. */
export const few = 16;

/** Counts what is about to be visited, never less than `boundDocument` does. */
export function enter(walk: Walk, inside: number, depth: number): void {
  walk.values += inside;
  if (walk.values > mostValues || depth >= deepest - 2) throw uncovered;
}

/** A node by its identifier: an IRI, or the number of a blank node. */
export function nameOf(walk: Walk, id: unknown, active: ActiveContext): string | number {
  if (typeof id !== 'string') throw uncovered;
  if (!id.startsWith('_:')) return writtenId(id, active);
  if (/\s/.test(id)) throw uncovered;
  walk.names ??= new Map();
  const known = walk.names.get(id);
  if (known !== undefined) return known;
  walk.names.set(id, walk.blanks);
  return walk.blanks++;
}

/** A node that has no name: the object it is in, the graph around that, or the cell of a list. */
export function blankNode(walk: Walk, owner: object, at: number): number {
  if (walk.numbers === undefined) return walk.blanks++;
  const own = walk.numbers.byOwner.get(owner) ?? [];
  walk.numbers.byOwner.set(owner, own);
  own[at] ??= walk.blanks++;
  return own[at];
}

/** Adds a statement, unless a value of the same array said it: `from` is where they begin. */
export function add(
  walk: Walk,
  subject: string | number,
  { term }: Use,
  object: string | number,
  graph: Graph,
  from: number,
): void {
  const { terms } = walk;
  if (from >= 0) {
    for (let at = from; at < terms.length; at += 4) {
      if (terms[at + 2] !== object || terms[at] !== subject || terms[at + 3] !== graph) continue;
      if (terms[at + 1] !== term.written) continue;
      if (walk.odd?.has(object)) throw uncovered;
      return;
    }
  }
  terms.push(subject, term.written, object, graph);
}

/** Notes a term that is not written for one JSON value only. */
export function odd(walk: Walk, term: string): string {
  walk.odd ??= new Set();
  walk.odd.add(term);
  return term;
}

/** A named node again, which may say again what it said. */
export function noticeSubject(walk: Walk, subject: string | number): void {
  if (walk.mayRepeat) return;
  if (walk.subjects.includes(subject) || walk.subjects.length >= few) walk.mayRepeat = true;
  else walk.subjects.push(subject);
}

/** The same property under two names. */
export function noticePredicate(walk: Walk, predicate: string, from: number): void {
  for (let at = from + 1; at < walk.terms.length; at += 4) if (walk.terms[at] === predicate) walk.mayRepeat = true;
}

/** A dataset is a set. Throws `uncovered` where jsonld would see two things in one. */
export function withoutRepetitions({ terms, odd }: Walk): Quads['terms'] {
  const seen = new Set<string>();
  const unique: Quads['terms'] = [];
  for (let at = 0; at < terms.length; at += 4) {
    const [subject, predicate, object, graph] = terms.slice(at, at + 4) as [string, string, string | number, Graph];
    // Unambiguous: only an object has spaces in it, and then it ends in a quote, a bracket or a language.
    const name = `${subject} ${predicate} ${object} ${graph}`;
    if (!seen.has(name)) unique.push(subject, predicate, object, graph);
    else if (odd?.has(object)) throw uncovered;
    seen.add(name);
  }
  return unique;
}
