const anywhere = new Set(['util', 'helper', 'manager', 'handler', 'processor', 'common', 'misc', 'impl', 'temp']);
// These mean something in front of another word (a data folder, the data integrity proof), but not as the thing itself.
const atTheEnd = new Set(['service', 'data', 'info', 'base']);

/** The word in a path that says nothing about what is there. Style sheets are named by the design. */
export function forbiddenWord(path) {
  if (path.endsWith('.css')) return undefined;
  return path.split('/').map(wordInName).find(Boolean);
}

function wordInName(name) {
  const words = name
    .replace(/\..*$/, '')
    .split(/[-_]|(?<=[a-z])(?=[A-Z])/)
    .map((word) => word.toLowerCase().replace(/s$/, ''));
  const last = words.at(-1);
  return words.find((word) => anywhere.has(word)) ?? (atTheEnd.has(last) ? last : undefined);
}
