import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';

import { pageOptions } from './page-options.mjs';
import { packageRoot } from './places.mjs';

/**
 * How large the library is in a page, in bytes: `first`, compressed, is what a page loads to verify anything; `later`
 * are files that it loads when a document asks for it; `parts` of the first are not compressed.
 */
export async function pageSize() {
  const { outputFiles, metafile } = await esbuild.build({ ...pageOptions(), write: false, sourcemap: false });
  const outputs = Object.entries(metafile.outputs).filter(([path]) => path.endsWith('.js'));
  const first = firstFiles(Object.fromEntries(outputs));
  const compressed = (path) =>
    gzipSync(outputFiles.find((file) => file.path === join(packageRoot, path)).contents, { level: 9 }).length;
  const sizes = outputs.map(([path]) => ({ path, bytes: compressed(path) }));
  return {
    first: sizes.filter(({ path }) => first.has(path)).reduce((sum, { bytes }) => sum + bytes, 0),
    later: sizes.filter(({ path }) => !first.has(path)),
    parts: partsOf(outputs.filter(([path]) => first.has(path))),
  };
}

/** The entry, and whatever is imported before it can begin. */
function firstFiles(outputs) {
  const first = new Set();
  const add = (path) => {
    if (first.has(path) || !outputs[path]) return;
    first.add(path);
    for (const { path: next, kind } of outputs[path].imports) if (kind === 'import-statement') add(next);
  };
  add(Object.keys(outputs).find((path) => outputs[path].entryPoint));
  return first;
}

function partsOf(outputs) {
  const parts = {};
  for (const [, { inputs }] of outputs)
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const name = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? /src\/([^/]+)/.exec(path)?.[1] ?? path;
      parts[name] = (parts[name] ?? 0) + bytesInOutput;
    }
  return Object.entries(parts).sort(([, a], [, b]) => b - a);
}
