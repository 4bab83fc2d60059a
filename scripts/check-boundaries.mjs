// Says which imports, names and catches break the rules of ARCHITECTURE.md ("Directions") and of the style guide.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { findViolations } from './boundaries.mjs';
import { root } from './paths.mjs';

const folders = ['apps', 'packages', 'bench', 'scripts', 'docs'];
const passedOver = new Set(['node_modules', 'dist', 'coverage', 'reference']);

function listFiles(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (passedOver.has(entry.name)) return [];
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? listFiles(path) : [path];
  });
}

function readRepository() {
  const sources = /\.(ts|tsx|mjs)$/;
  const files = folders.flatMap(listFiles).map((path) => ({
    path,
    text: sources.test(path) ? readFileSync(join(root, path), 'utf8') : '',
  }));
  const order = JSON.parse(readFileSync(join(root, 'apps/hub/src/modules/order.json'), 'utf8'));
  const { dependencies } = JSON.parse(readFileSync(join(root, 'packages/openbadges/package.json'), 'utf8'));
  return { files, order, libraryDependencies: Object.keys(dependencies) };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const violations = findViolations(readRepository());
  for (const violation of violations) console.error(violation);
  process.exitCode = violations.length > 0 ? 1 : 0;
}
