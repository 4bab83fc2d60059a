// The reference of everything the library exports, out of its docstrings: `npm run docs -w openbadges` writes reference/.
// An export without one, or a link that leads nowhere, is an error. With --check nothing is written.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { packageRoot } from './places.mjs';

const main = createRequire(join(packageRoot, 'package.json')).resolve('typedoc');
const typedoc = join(dirname(dirname(main)), 'bin/typedoc');
const emit = process.argv.includes('--check') ? 'none' : 'both';
const { status } = spawnSync(process.execPath, [typedoc, '--emit', emit, '--logLevel', 'Warn'], {
  cwd: packageRoot,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
