// Feeds every parser of the library with inputs that are wrong on purpose; `npm run fuzz -- --help` says more.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

import { librarySource } from './paths.mjs';

const tsx = createRequire(import.meta.url).resolve('tsx');
const program = fileURLToPath(new URL('../packages/openbadges/fuzz/main.ts', import.meta.url));
const { status } = spawnSync(
  process.execPath,
  ['--expose-gc', `--conditions=${librarySource}`, '--import', tsx, program, ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
