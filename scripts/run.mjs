import module from 'node:module';
import { pathToFileURL } from 'node:url';

import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { program } from './paths.mjs';

/**
 * Runs the program in this process with these arguments; `--dev` watches the sources instead.
 * `--command doctor` (from `npm run hub -- doctor`) reaches the program as `doctor`.
 */
export async function run(given) {
  refuseSwallowedOptions();
  const args = given.filter((arg) => arg !== '--command' && arg !== '--dev');
  await ensureInstalled();
  if (given.includes('--dev')) {
    const { watch } = await import('./watch.mjs');
    return watch(args);
  }
  await ensureBuilt();
  // Node 22 keeps the compiled program for the next start.
  module.enableCompileCache?.();
  process.argv.splice(1, process.argv.length, program, ...args);
  await import(pathToFileURL(program).href);
}

// `npm start --demo` gives the option to npm, which keeps it: starting without it would be a surprise.
function refuseSwallowedOptions() {
  const swallowed = ['demo', 'port', 'data', 'host', 'allow', 'help'].filter(
    (name) => process.env[`npm_config_${name}`],
  );
  if (swallowed.length === 0 || process.env.npm_lifecycle_event === undefined) return;
  console.error(`Options for the hub come after two dashes: npm start -- --${swallowed[0]}`);
  process.exit(1);
}
