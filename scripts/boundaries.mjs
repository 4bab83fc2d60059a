import { posix } from 'node:path';
import { forbiddenWord } from './forbidden-word.mjs';
import { importsOf } from './imports-of.mjs';
import { describePlace } from './place.mjs';

/**
 * The sentences that say what breaks the rules; none when all is well.
 * `files`: { path, text }[] of the repository · `order`: the modules, each may use those above it.
 */
export function findViolations({ files, order, libraryDependencies }) {
  const imports = new Map(files.map(({ path, text }) => [path, importsOf(text)]));
  const pure = findPureFiles(imports);
  return files.flatMap(({ path, text }) => [
    ...nameViolations(path),
    ...emptyCatches(path, text),
    ...importViolations(path, imports.get(path), { order, libraryDependencies, pure }),
    ...ambientWorld(path, text),
  ]);
}

/** Files of a module that use nothing but models and each other: the smaller parts of a model, whatever their name. */
function findPureFiles(imports) {
  const pure = new Set([...imports.keys()].filter((path) => describePlace(path).kind === 'use-case'));
  const staysPure = (path) =>
    imports.get(path).every(({ specifier }) => {
      const target = specifier.startsWith('.') ? resolveFrom(path, specifier) : '';
      const { area, module, kind } = describePlace(target);
      return area !== 'module' || (module === describePlace(path).module && (kind === 'model' || pure.has(target)));
    });
  for (let size = -1; size !== pure.size; ) {
    size = pure.size;
    for (const path of pure) if (!staysPure(path)) pure.delete(path);
  }
  return pure;
}

function nameViolations(path) {
  const word = forbiddenWord(path);
  return word ? [`${path}: "${word}" says nothing; name the file after what it holds`] : [];
}

function emptyCatches(path, text) {
  const empty = /\bcatch\s*(\([^)]*\)\s*)?\{(\s|\/\/[^\n]*|\/\*.*?\*\/)*\}/s.test(text);
  return empty ? [`${path}: an empty catch hides what went wrong`] : [];
}

function importViolations(path, imports, rules) {
  const from = describePlace(path);
  return imports.flatMap(({ specifier, typesOnly, values }) => {
    const reason = whyNotImport(from, targetOf(path, specifier, rules.pure), { typesOnly, values }, rules);
    return reason ? [`${path}: imports ${specifier}, but ${reason}`] : [];
  });
}

function targetOf(path, specifier, pure) {
  if (specifier.startsWith('.')) {
    const target = resolveFrom(path, specifier);
    return pure.has(target) ? { ...describePlace(target), kind: 'model' } : describePlace(target);
  }
  if (specifier.startsWith('node:')) return { area: 'node' };
  if (/^openbadges(\/|$)/.test(specifier)) return { area: 'library' };
  return { area: 'npm', package: specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/') };
}

function resolveFrom(path, specifier) {
  return posix.join(posix.dirname(path), specifier);
}

// Which areas a file may import. Own-module and cross-module imports have rules of their own below.
const everyday = ['kernel', 'library', 'messages', 'npm', 'node'];
const reach = {
  library: ['library', 'npm'],
  'library-node': ['library', 'npm', 'node'],
  'library-browser': ['library', 'npm'],
  kernel: everyday,
  platform: ['platform', 'pictures', ...everyday],
  pictures: ['platform', 'pictures', ...everyday],
  web: ['web', 'island', ...everyday],
  island: ['island', 'library', 'npm'],
  model: everyday,
  store: everyday,
  'use-case': everyday,
  page: ['web', ...everyday],
  face: [],
};

const bound = { 'library-node': 'Node', 'library-browser': 'browsers' };

const ownModule = {
  model: ['model'],
  store: ['model', 'store'],
  'use-case': ['model', 'store', 'use-case'],
  page: ['model', 'use-case', 'page'],
  face: ['model', 'store', 'use-case', 'page'],
};

function whyNotImport(from, to, taken, rules) {
  if (from.area === 'free' || from.area === 'messages') return undefined;
  if (from.area === 'library' && to.area === 'npm' && !rules.libraryDependencies.includes(to.package)) {
    return `${to.package} is not a dependency of the library`;
  }
  if (from.area === 'library' && from.kind !== to.kind && to.kind in bound) {
    return `what is bound to ${bound[to.kind]} stays behind its entry`;
  }
  if (from.area === 'module' && to.area === 'module') return whyNotModule(from, to, taken, rules.order);
  const kind = from.kind ?? from.area;
  if (to.area === 'pictures' && ['use-case', 'page'].includes(kind)) return undefined;
  return reach[kind].includes(to.area) ? undefined : `${nameOf(kind)} may not use ${nameOf(to.area)}`;
}

// A page may read with its module's store; what changes something goes through a use case.
const reading = /^(find|list|count|is|has|read)[A-Z]/;

function whyNotModule(from, to, { typesOnly, values }, order) {
  if (from.module === to.module) {
    if (from.kind === 'page' && to.kind === 'store' && values.every((name) => reading.test(name))) return undefined;
    return ownModule[from.kind].includes(to.kind) ? undefined : `${nameOf(from.kind)} may not use ${nameOf(to.kind)}`;
  }
  const [own, other] = [order.indexOf(from.module), order.indexOf(to.module)];
  if (own < 0 || other < 0) return `order.json does not list ${own < 0 ? from.module : to.module}`;
  if (other >= own) return `${to.module} comes after ${from.module} in order.json`;
  if (to.kind !== 'face') return `only index.ts of ${to.module} is for others`;
  const actsItself = ['use-case', 'page'].includes(from.kind);
  return actsItself || typesOnly ? undefined : `${nameOf(from.kind)} may use only types of another module`;
}

const names = {
  'library-node': 'the library',
  'library-browser': 'the library',
  library: 'the library',
  island: 'an island',
  model: 'a model or policy',
  store: 'a store',
  'use-case': 'a use case',
  page: 'a route or view',
  face: 'the face of a module',
  module: 'a module',
  node: 'Node',
  free: 'the composition, tests or tools',
};

function nameOf(kind) {
  return names[kind] ?? `the ${kind}`;
}

// The library gets network, clock and dice passed in; a parameter that is called fetch is how.
function ambientWorld(path, text) {
  const { area, kind } = describePlace(path);
  if (area !== 'library' || kind in bound) return [];
  const code = withoutComments(text);
  const clock = /(?<![\w.])(?:globalThis\.)?(Date\.now\(|new Date\(\)|Math\.random\()/.exec(code)?.[1];
  const network = /globalThis\.fetch|(?<![\w.])fetch\(/.exec(code)?.[0];
  const passedIn = /[{(,]\s*fetch\s*[,}:)]/.test(code);
  const found = clock ?? (passedIn ? undefined : network);
  return found ? [`${path}: ${found} is ambient; the library gets network, clock and dice passed in`] : [];
}

function withoutComments(text) {
  return text.replace(/\/\*.*?\*\/|(?<=^|\s)\/\/[^\n]*/gs, '');
}
