// Makes dist/ out of src/ and cli/: `node scripts/build.mjs` in the package's folder, or `npm run build -w openbadges`.
import { rm } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { bundleCommandLine } from './bundle-command-line.mjs';
import { bundlePage } from './bundle-page.mjs';
import { compileModules } from './compile-modules.mjs';
import { dist } from './places.mjs';

export async function build() {
  await rm(dist, { recursive: true, force: true });
  await compileModules();
  await Promise.all([bundleCommandLine(), bundlePage()]);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await build();
