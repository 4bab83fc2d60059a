import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from './paths.mjs';

const lockFile = join(root, 'package-lock.json');
const stamp = join(root, 'node_modules/.installed');

/** Installs what the lock file names, when that has not been done yet. */
export async function ensureInstalled() {
  const wanted = describeInstallation();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (!isInstalledByHand()) install();
  writeFileSync(stamp, wanted);
}

function describeInstallation() {
  const lock = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  return `${process.platform} ${process.arch} ${lock}\n`;
}

// npm writes this file last; an installation newer than the lock file needs no second one.
function isInstalledByHand() {
  const made = statSync(join(root, 'node_modules/.package-lock.json'), { throwIfNoEntry: false });
  return !existsSync(stamp) && made !== undefined && made.mtimeMs >= statSync(lockFile).mtimeMs;
}

function install() {
  const start = performance.now();
  console.error('Installing what the hub needs (only now and after updates, about a minute) …');
  // The build needs the development dependencies too, whatever NODE_ENV says.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const [command, prefix] = npm ? [process.execPath, [npm]] : ['npm', []];
  const result = spawnSync(command, [...prefix, ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (result.status !== 0) {
    console.error(result.error?.message ?? `${result.stdout}${result.stderr}`);
    console.error('Installing failed. Is there a connection to the npm registry?');
    process.exit(1);
  }
  console.error(`Installed in ${Math.round((performance.now() - start) / 1000)} s.`);
}
