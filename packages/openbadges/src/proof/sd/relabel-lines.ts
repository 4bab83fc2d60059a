/**
 * Canonical N-Quads with each blank node under the label it was signed with, sorted anew.
 *
 * `labels` are by the number in the canonical label. Undefined unless they are for these blank nodes and no others, each its own.
 */
export function relabelLines(nquads: string, labels: ReadonlyMap<number, string>): string[] | undefined {
  const used = new Set<number>();
  const named = (blank: string): string => {
    const number = Number(blank.slice('_:c14n'.length));
    used.add(number);
    return `_:${labels.get(number)}`;
  };
  const lines = nquads.split('\n').slice(0, -1);
  const relabelled = lines.map((line) => relabelLine(line, named)).sort();
  // Two nodes under one label would be one node to whoever signed them.
  const areDistinct = new Set(labels.values()).size === labels.size;
  const fits = used.size === labels.size && [...used].every((number) => labels.has(number));
  return fits && areDistinct ? relabelled : undefined;
}

/** What looks like a label within a literal is none: only a whole term is one. */
function relabelLine(line: string, named: (blank: string) => string): string {
  const predicateAt = line.indexOf(' ') + 1;
  const objectAt = line.indexOf(' ', predicateAt) + 1;
  const subject = line.slice(0, predicateAt - 1);
  const predicate = line.slice(predicateAt, objectAt - 1);
  const rest = line
    .slice(objectAt)
    .replace(/^_:c14n\d+(?= )/, named)
    .replace(/(?<= )_:c14n\d+(?= \.$)/, named);
  return `${subject.startsWith('_:') ? named(subject) : subject} ${predicate} ${rest}\n`;
}
