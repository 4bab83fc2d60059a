// Makes a folder of three files that need no server: `node examples/verify-page/build.mjs [FOLDER]`.
import { copyFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));

const folder = resolve(process.argv[2] ?? 'verify-page');

mkdirSync(folder, { recursive: true });
for (const name of ['index.html', 'verify-page.css']) copyFileSync(join(here, name), join(folder, name));
await esbuild.build({
  entryPoints: [join(here, 'verify-page.ts')],
  outdir: folder,
  bundle: true,
  minify: true,
  // Browsers load no modules from files, and only modules know their own address.
  format: 'iife',
  define: { 'import.meta.url': 'document.baseURI' },
  // In this repository the library's sources; elsewhere there is no such condition.
  conditions: ['openbadges-source'],
  legalComments: 'linked',
  logLevel: 'warning',
});
console.log(join(folder, 'index.html'));
