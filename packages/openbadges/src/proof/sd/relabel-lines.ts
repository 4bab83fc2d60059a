const blankNode = /^_:c14n\d+$/;

/**
 * Canonical N-Quads with each blank node under the label it was signed with, sorted anew.
 *
 * `labels` are by the number in the canonical label. Undefined unless they are for these blank nodes and no others, each
 * its own: two nodes under one label would be one node to whoever signed them.
 */
export function relabelLines(nquads: string, labels: ReadonlyMap<number, string>): string[] | undefined {
  const used = new Set<number>();
  const named = (term: string): string => {
    if (!blankNode.test(term)) return term;
    const number = Number(term.slice('_:c14n'.length));
    used.add(number);
    return `_:${labels.get(number)}`;
  };
  const lines = nquads.split('\n').slice(0, -1);
  const relabelled = lines.map((line) => relabelLine(line, named)).sort();
  const areTheirs = used.size === labels.size && [...used].every((number) => labels.has(number));
  const areDistinct = new Set(labels.values()).size === labels.size;
  return areTheirs && areDistinct ? relabelled : undefined;
}

/** Only whole terms are labels: a literal may say anything between its quotes, spaces and labels too. */
function relabelLine(line: string, named: (term: string) => string): string {
  const predicateAt = line.indexOf(' ') + 1;
  const objectAt = line.indexOf(' ', predicateAt) + 1;
  const subject = named(line.slice(0, predicateAt - 1));
  const predicate = line.slice(predicateAt, objectAt);
  const lastAt = line.lastIndexOf(' ', line.length - 3) + 1;
  const last = named(line.slice(lastAt, -2));
  if (lastAt <= objectAt) return `${subject} ${predicate}${last} .\n`;
  const between = line.slice(objectAt, lastAt - 1);
  return `${subject} ${predicate}${named(between)} ${last} .\n`;
}
