import { spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { CannotStart } from '../cannot-start.ts';
import type { Owner } from './database-owner.ts';
import { plainEnvironment } from './initialize-cluster.ts';
import { readPostmasterFile } from './postmaster-file.ts';

export interface Launch {
  binaries: string;
  cluster: string;
  owner: Owner | undefined;
  settings: string[];
  logFile: string;
}

/** Bytes after which the log of the database is put aside at the next start. */
const longLog = 5_000_000;

/** Starts the postgres program and returns its process number once it takes connections. */
export async function launchPostgres(launch: Launch): Promise<number> {
  const deadline = performance.now() + 10_000;
  for (;;) {
    const outcome = await attempt(launch);
    if (typeof outcome === 'number') return outcome;
    // Backends of a killed postmaster need a moment to notice and go.
    const leftovers = outcome.includes('pre-existing shared memory block');
    if (!leftovers || performance.now() > deadline) throw new CannotStart(`The database did not start: ${outcome}`);
    await pause(50);
  }
}

async function attempt({ binaries, cluster, owner, settings, logFile }: Launch): Promise<number | string> {
  const log = openLog(logFile);
  const logStart = fstatSync(log).size;
  // A process group of its own, or the terminal's Ctrl-C would stop the database before the hub;
  // a file for its output, or a killed hub would take the database's log away.
  const child = spawn(join(binaries, 'bin/postgres'), ['-D', cluster, ...settings], {
    ...owner,
    cwd: '/',
    detached: true,
    env: plainEnvironment,
    stdio: ['ignore', log, log],
  });
  let failure: Error | undefined;
  child.once('error', (error) => {
    failure = error;
  });
  child.unref();
  closeSync(log);
  for (;;) {
    if (failure) throw new CannotStart(`The database could not be started: ${failure.message}`, { cause: failure });
    if (child.exitCode !== null || child.signalCode !== null) return lastFatal(logFile, logStart);
    const state = readPostmasterFile(cluster);
    if (child.pid !== undefined && state?.pid === child.pid && state.status === 'ready') return child.pid;
    await pause(5);
  }
}

function openLog(path: string): number {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > longLog) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}

function lastFatal(logFile: string, start: number): string {
  const lines = readFileSync(logFile).subarray(start).toString().trim().split('\n');
  const said = lines.findLast((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-1);
  return `${said?.replace(/^.*?(FATAL|PANIC): */, '') || 'it said nothing'} (${logFile})`;
}
