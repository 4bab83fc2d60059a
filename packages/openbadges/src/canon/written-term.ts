/** A term of a dataset as jsonld and rdf-canonize hold it. */
export interface RdfTerm {
  termType: 'NamedNode' | 'BlankNode' | 'Literal' | 'DefaultGraph';
  value: string;
  language?: string;
  datatype?: { value: string };
}

export type RdfQuad = Record<'subject' | 'predicate' | 'object' | 'graph', RdfTerm>;

const xsdString = 'http://www.w3.org/2001/XMLSchema#string';
const short: Record<string, string> = {
  '\t': '\\t',
  '\b': '\\b',
  '\n': '\\n',
  '\r': '\\r',
  '\f': '\\f',
  '"': '\\"',
  '\\': '\\\\',
};

/** An IRI or a literal as it stands in canonical N-Quads; empty for the default graph. */
export function writtenTerm({ termType, value, language, datatype }: RdfTerm): string {
  if (termType === 'DefaultGraph') return '';
  if (termType === 'NamedNode') return `<${value}>`;
  const text = `"${escaped(value)}"`;
  if (language) return `${text}@${language}`;
  return datatype?.value === xsdString ? text : `${text}^^<${datatype?.value}>`;
}

/** RDFC-1.0 §5: control characters as escapes, everything else as it is. */
function escaped(text: string): string {
  return [...text]
    .map((character) => {
      const code = character.charCodeAt(0);
      const isControl = code < 0x20 || code === 0x7f;
      return short[character] ?? (isControl ? `\\u${code.toString(16).toUpperCase().padStart(4, '0')}` : character);
    })
    .join('');
}
