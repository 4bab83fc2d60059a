import { join } from 'node:path';
import * as esbuild from 'esbuild';

import { dist, packageRoot } from './places.mjs';

/**
 * The command line in few files, because a hundred small ones take longer to load than most commands to run.
 * All lie in one folder: the pool of proofs looks for its thread beside the file it is in.
 */
export async function bundleCommandLine() {
  await esbuild.build({
    entryPoints: {
      main: join(packageRoot, 'cli/main.ts'),
      'proof-worker': join(packageRoot, 'src/node/proof-worker.ts'),
    },
    outdir: join(dist, 'cli'),
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    logLevel: 'warning',
  });
}
