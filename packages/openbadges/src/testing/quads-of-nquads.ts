import rdfCanonize from 'rdf-canonize';
import type { Quads } from '../canon/quads.ts';
import { type RdfQuad, type RdfTerm, writtenTerm } from '../canon/written-term.ts';

/** A dataset written as N-Quads, read by the reference implementation. */
export function quadsOfNQuads(nquads: string): Quads & { names: string[] } {
  const dataset = rdfCanonize.NQuads.parse(nquads) as RdfQuad[];
  const names: string[] = [];
  const term = (value: RdfTerm): string | number => {
    if (value.termType !== 'BlankNode') return writtenTerm(value);
    const known = names.indexOf(value.value);
    return known < 0 ? names.push(value.value) - 1 : known;
  };
  const terms = dataset.flatMap(({ subject, predicate, object, graph }) => [
    term(subject),
    term(predicate),
    term(object),
    term(graph),
  ]);
  return { terms, blanks: names.length, names };
}
