// Runs every test and ends with one line: `N passed, N failed`. `npm test -- <filter>` runs the files that match.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { root } from './paths.mjs';
import { addTallies, tallyLine, tallyOf } from './tally.mjs';

const filters = process.argv.slice(2);
const reports = mkdtempSync(join(tmpdir(), 'badge-alliance-reports-'));

await ensureInstalled();
await ensureBuilt();
const tallies = ['packages/openbadges', 'apps/hub'].map(runTests);
rmSync(reports, { recursive: true, force: true });
const total = addTallies(tallies);
if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
console.log(`\n${tallyLine(total)}`);

function runTests(folder, number) {
  const report = join(reports, `${number}.json`);
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { status } = spawnSync(process.execPath, [vitest, 'run', '--passWithNoTests', ...reporters, ...filters], {
    cwd: join(root, folder),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return tallyOf(readReport(report), status);
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    // Without a report, the status alone counts.
    if (error.code === 'ENOENT') return { testResults: [] };
    throw error;
  }
}
