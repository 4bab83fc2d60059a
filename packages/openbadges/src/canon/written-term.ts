import { escapedIri } from './written-iri.ts';
import { escapedText, xsdString } from './written-literal.ts';

/** A term of a dataset as jsonld and rdf-canonize hold it. */
export interface RdfTerm {
  termType: 'NamedNode' | 'BlankNode' | 'Literal' | 'DefaultGraph';
  value: string;
  language?: string;
  datatype?: { value: string };
}

export type RdfQuad = Record<'subject' | 'predicate' | 'object' | 'graph', RdfTerm>;

/** An IRI or a literal as it stands in canonical N-Quads; empty for the default graph. */
export function writtenTerm({ termType, value, language, datatype }: RdfTerm): string {
  if (termType === 'DefaultGraph') return '';
  if (termType === 'NamedNode') return escapedIri(value);
  const text = `"${escapedText(value)}"`;
  if (language) return `${text}@${language}`;
  return datatype?.value === xsdString ? text : `${text}^^<${datatype?.value}>`;
}
