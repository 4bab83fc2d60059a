import rdfCanonize from 'rdf-canonize';
import type { Quads } from '../canon/quads.ts';

interface Term {
  termType: 'NamedNode' | 'BlankNode' | 'Literal' | 'DefaultGraph';
  value: string;
  language?: string;
  datatype?: { value: string };
}
type Quad = Record<'subject' | 'predicate' | 'object' | 'graph', Term>;

/** A dataset written as N-Quads, read by the reference implementation. */
export function quadsOfNQuads(nquads: string): Quads & { names: string[] } {
  const dataset = rdfCanonize.NQuads.parse(nquads) as Quad[];
  const names: string[] = [];
  const term = (value: Term): string | number => {
    if (value.termType !== 'BlankNode') return written(value);
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

function written({ termType, value, language, datatype }: Term): string {
  if (termType === 'DefaultGraph') return '';
  if (termType === 'NamedNode') return `<${value}>`;
  const text = `"${escaped(value)}"`;
  if (language) return `${text}@${language}`;
  const isString = datatype?.value === 'http://www.w3.org/2001/XMLSchema#string';
  return isString ? text : `${text}^^<${datatype?.value}>`;
}

/** N-Quads §4, canonical form: control characters as escapes, everything else as it is. */
function escaped(text: string): string {
  const short: Record<string, string> = {
    '\t': '\\t',
    '\b': '\\b',
    '\n': '\\n',
    '\r': '\\r',
    '\f': '\\f',
    '"': '\\"',
    '\\': '\\\\',
  };
  return [...text]
    .map((character) => {
      const code = character.charCodeAt(0);
      const isControl = code < 0x20 || code === 0x7f;
      return short[character] ?? (isControl ? `\\u${code.toString(16).toUpperCase().padStart(4, '0')}` : character);
    })
    .join('');
}
