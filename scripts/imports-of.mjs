const statement =
  /^\s*(?:import|export)(\s+type)?\b([^'"`;]*?)\bfrom\s*(['"])([^'"]+)\3|^\s*import\s*(['"])([^'"]+)\5/gm;
const expression = /\bimport\(\s*(['"])([^'"]+)\1/g;

/** Everything a source file imports or exports again, lazily too: `specifier`, the names, and whether only types come. */
export function importsOf(text) {
  const statements = [...text.matchAll(statement)].map((match) => ({
    specifier: match[4] ?? match[6],
    typesOnly: match[1] !== undefined,
    values: match[1] === undefined ? valuesOf(match[2] ?? '') : [],
  }));
  const lazy = [...text.matchAll(expression)].map((match) => ({
    specifier: match[2],
    typesOnly: false,
    values: ['*'],
  }));
  return [...statements, ...lazy];
}

// `{ findAward, type Award, listAwards as all }` brings findAward and listAwards; anything but a list brings everything.
function valuesOf(clause) {
  const list = /\{([^}]*)\}/.exec(clause)?.[1];
  if (list === undefined) return ['*'];
  return list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '))
    .map((name) => name.split(/\s+as\s+/)[0]);
}
