import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Sources lie deeper in the repository than the bundle made of them, so the root is looked for and not counted.
function findRoot(start: string): string {
  if (existsSync(join(start, 'apps/hub/package.json'))) return start;
  const parent = dirname(start);
  if (parent === start) throw new Error('The folder that holds apps/hub was not found above the program');
  return findRoot(parent);
}

const root = findRoot(dirname(fileURLToPath(import.meta.url)));

/** The absolute path of something in the repository, from sources and from the bundle alike. */
export function repositoryPath(...segments: string[]): string {
  return join(root, ...segments);
}
