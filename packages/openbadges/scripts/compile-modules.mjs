import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';

import { dist, packageRoot, staging } from './places.mjs';

/**
 * One module out of each source, with its types: bundlers then leave out what is not used, which they cannot in a file
 * that somebody else bundled. The command line is bundled apart; of its sources only the types are kept.
 */
export async function compileModules() {
  const tsc = createRequire(join(packageRoot, 'package.json')).resolve('typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], {
    cwd: packageRoot,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error('The sources do not compile');
  await Promise.all((await listStaged()).map(settle));
  await rm(staging, { recursive: true });
  await keepTypesOf(join(dist, 'cli'), 'main.d.ts');
}

/** Of the command line only the types of its entry are for others. */
async function keepTypesOf(folder, entry) {
  const kept = new Set();
  const keep = async (path) => {
    if (kept.has(path) || !path.startsWith(folder)) return;
    kept.add(path);
    const text = await readFile(path, 'utf8');
    const names = [...text.matchAll(/(?:from |import\()['"](\.[^'"]+)\.js['"]/g)].map(([, name]) => name);
    for (const name of names) await keep(join(dirname(path), `${name}.d.ts`));
  };
  await keep(join(folder, entry));
  const paths = (await readdir(folder, { recursive: true })).map((name) => join(folder, name));
  await Promise.all(paths.filter((path) => path.endsWith('.d.ts') && !kept.has(path)).map((path) => rm(path)));
}

async function listStaged() {
  const entries = await readdir(staging, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

async function settle(path) {
  const [area, ...rest] = relative(staging, path).split(sep);
  // The command line is bundled with what it takes from there.
  if ((area === 'cli' && !path.endsWith('.d.ts')) || rest[0] === 'testing') return;
  const place = join(dist, ...(area === 'cli' ? ['cli'] : []), ...rest);
  await mkdir(dirname(place), { recursive: true });
  await rename(path, place);
  if (path.endsWith('.d.ts')) await writeFile(place, builtTypes(await readFile(place, 'utf8')));
  if (path.endsWith('.map')) await writeFile(place, builtMap(await readFile(place, 'utf8'), rest));
}

// The compiler rewrites the endings of imports in the modules, not in their types. The command line lies one folder nearer.
function builtTypes(text) {
  return text
    .replace(/(from |import\()(['"])(\.[^'"]+)\.ts\2/g, '$1$2$3.js$2')
    .replace(/(from |import\()(['"])((?:\.\.\/)+)src\//g, '$1$2$3');
}

/** The source is in the map: its name is all that is said of where it was. */
function builtMap(text, rest) {
  const map = JSON.parse(text);
  const name = rest.join('/').replace(/\.js\.map$/, '.ts');
  return JSON.stringify({ ...map, sources: [`openbadges/src/${name}`] });
}
