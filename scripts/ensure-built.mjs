import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { dist, program, root } from './paths.mjs';

const stamp = join(dist, '.built');
const watched = ['apps/hub/src', 'packages/openbadges/src', 'packages/openbadges/types', 'scripts'];
const singles = ['package-lock.json', 'tsconfig.json', 'apps/hub/package.json', 'packages/openbadges/package.json'];

/** Builds when a source is other than at the last build. */
export async function ensureBuilt() {
  const wanted = describeSources();
  if (existsSync(program) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const start = performance.now();
  const { build } = await import('./build.mjs');
  await build().catch(giveUp);
  mkdirSync(dist, { recursive: true });
  writeFileSync(stamp, wanted);
  console.error(`Built in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
}

/** Names, sizes and times of all sources in one hash: reading 600 files would take longer. */
function describeSources() {
  const hash = createHash('sha256');
  for (const file of singles) note(hash, join(root, file));
  for (const folder of watched) noteFolder(hash, join(root, folder));
  return hash.digest('hex');
}

function noteFolder(hash, folder) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) noteFolder(hash, path);
    else if (!/\.test\.\w+$/.test(entry.name)) note(hash, path);
  }
}

function note(hash, path) {
  const { size, mtimeMs } = statSync(path);
  hash.update(`${path} ${size} ${mtimeMs}\n`);
}

function giveUp(error) {
  // What is wrong in the sources, esbuild has printed itself.
  if (!error.errors) throw error;
  process.exit(1);
}
