// Types, style and import directions, side by side; prints only what is wrong.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { root } from './paths.mjs';

const checks = {
  types: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'],
  style: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '.'],
  boundaries: ['scripts/check-boundaries.mjs'],
};

const results = await Promise.all(Object.entries(checks).map(runCheck));
for (const { output, good } of results) if (!good) console.error(`${output.trim()}\n`);
console.log(results.map(({ name, good }) => `${name} ${good ? 'ok' : 'FAILED'}`).join(' · '));
process.exitCode = results.every(({ good }) => good) ? 0 : 1;

async function runCheck([name, [script, ...args]]) {
  const child = spawn(process.execPath, [join(root, script), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => {
    child.once('close', resolve);
  });
  const [out, err, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { name, good: status === 0, output: out + err };
}
