import type { Quads } from './quads.ts';
import { type RdfQuad, type RdfTerm, writtenTerm } from './written-term.ts';

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const first = `${rdf}first`;
const rest = `${rdf}rest`;

/**
 * A dataset with a number for every node whose name begins with the prefix, and for the cells of lists, which have no
 * names: they are known by whose list it is and what is in it. `numbers` is shared by the parts of one document.
 */
export function numberedQuads(dataset: readonly RdfQuad[], prefix: string, numbers: Map<string, number>): Quads {
  const cells = cellNames(dataset);
  const numberOf = (name: string): number => {
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  };
  const term = (value: RdfTerm): string | number => {
    if (value.termType === 'BlankNode') return numberOf(cells.get(value.value) ?? value.value);
    const isNumbered = value.termType === 'NamedNode' && value.value.startsWith(prefix);
    return isNumbered ? numberOf(value.value) : writtenTerm(value);
  };
  const terms = dataset.flatMap(({ subject, predicate, object, graph }) => [
    term(subject),
    term(predicate),
    term(object),
    term(graph),
  ]);
  return { terms, blanks: numbers.size };
}

/** Names of list cells by their labels. A second list that is the same in every way gets another name. */
function cellNames(dataset: readonly RdfQuad[]): Map<string, string> {
  const firsts = new Map<string, RdfTerm>();
  const rests = new Map<string, RdfTerm>();
  for (const { subject, predicate, object } of dataset) {
    if (predicate.value === first) firsts.set(subject.value, object);
    if (predicate.value === rest) rests.set(subject.value, object);
  }
  const content = (head: RdfTerm): string => {
    if (head.termType !== 'BlankNode') return JSON.stringify(writtenTerm(head));
    const items: string[] = [];
    for (let cell: RdfTerm | undefined = head; cell?.termType === 'BlankNode'; cell = rests.get(cell.value)) {
      const item = firsts.get(cell.value);
      if (item) items.push(content(item));
    }
    return `(${items.join(' ')})`;
  };
  const names = new Map<string, string>();
  const alike = new Map<string, number>();
  for (const { subject, predicate, object } of dataset) {
    if (object.termType !== 'BlankNode' || predicate.value === rest) continue;
    const place = `${names.get(subject.value) ?? subject.value} ${predicate.value} ${content(object)}`;
    const count = alike.get(place) ?? 0;
    alike.set(place, count + 1);
    for (let cell: RdfTerm | undefined = object, at = 0; cell?.termType === 'BlankNode'; at += 1) {
      names.set(cell.value, `${place} ${count} ${at}`);
      cell = rests.get(cell.value);
    }
  }
  return names;
}
