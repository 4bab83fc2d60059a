/**
 * A dataset in one flat list, four entries a quad: subject, predicate, object, graph.
 *
 * A string is a term as it stands in N-Quads (`<iri>`, `"text"^^<type>`, `"text"@en`), a number is a blank node, counted from 0;
 * `''` as graph is the default graph. No quad is in it twice.
 */
export interface Quads {
  terms: (string | number)[];
  blanks: number;
}
