import { join } from 'node:path';

import { dist, packageRoot } from './places.mjs';

/** How the library is bundled for pages: small, and what is seldom needed in files of its own. */
export function pageOptions() {
  return {
    absWorkingDir: packageRoot,
    entryPoints: { openbadges: join(packageRoot, 'src/browser.ts') },
    outdir: join(dist, 'bundle'),
    chunkNames: 'openbadges-[name]-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: ['es2022', 'chrome123', 'firefox130', 'safari17.5'],
    sourcemap: true,
    sourceRoot: 'openbadges/',
    legalComments: 'linked',
    logLevel: 'warning',
    metafile: true,
  };
}
