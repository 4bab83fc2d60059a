import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as esbuild from 'esbuild';

import { licensesOf } from './licenses-of.mjs';
import { pageOptions } from './page-options.mjs';
import { dist, packageRoot } from './places.mjs';

/** The library for pages that have no build of their own, with the licences of everything in it. */
export async function bundlePage() {
  const { metafile } = await esbuild.build(pageOptions());
  await writeFile(
    join(dist, 'bundle/LICENSES.txt'),
    await licensesOf(Object.keys(metafile.inputs).map((path) => join(packageRoot, path))),
  );
  const maps = Object.keys(metafile.outputs).filter((path) => path.endsWith('.map'));
  await Promise.all(maps.map((path) => nameSources(join(packageRoot, path))));
}

/** Sources are named by package: where they lay on the machine that built them is nobody's business. */
async function nameSources(path) {
  const map = JSON.parse(await readFile(path, 'utf8'));
  const sources = map.sources.map((source) =>
    source.replace(/^.*node_modules\//, '').replace(/^(\.\.\/)+(?=src\/)/, ''),
  );
  await writeFile(path, JSON.stringify({ ...map, sources }));
}
