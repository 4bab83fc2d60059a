const statement = /^\s*(?:import|export)(\s+type)?\b[^'"`;]*?\bfrom\s*(['"])([^'"]+)\2|^\s*import\s*(['"])([^'"]+)\4/gm;
const expression = /\bimport\(\s*(['"])([^'"]+)\1/g;

/** Everything a source file imports or exports again, lazily too: `specifier`, and whether only types come. */
export function importsOf(text) {
  const statements = [...text.matchAll(statement)].map((match) => ({
    specifier: match[3] ?? match[5],
    typesOnly: match[1] !== undefined,
  }));
  const lazy = [...text.matchAll(expression)].map((match) => ({ specifier: match[2], typesOnly: false }));
  return [...statements, ...lazy];
}
