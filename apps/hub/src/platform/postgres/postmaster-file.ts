import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

import { processIdentity } from './process-identity.ts';
import { readIfPresent } from './read-if-present.ts';

export interface PostmasterFile {
  pid: number;
  port: number;
  socketDirectory: string;
  /** starting, ready, stopping or standby; empty while the file is being written. */
  status: string;
}

/** What a running database wrote about itself (PostgreSQL, miscadmin.h: LOCK_FILE_LINE_*). */
export function readPostmasterFile(cluster: string): PostmasterFile | undefined {
  const lines = readIfPresent(join(cluster, 'postmaster.pid'))?.split('\n');
  const pid = Number(lines?.[0]);
  if (!lines || !Number.isSafeInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3]), socketDirectory: lines[4] ?? '', status: lines[7]?.trim() ?? '' };
}

/** Whether this process is a database on this cluster, and not a later process that got the same number. */
export function isPostgresOn(cluster: string, pid: number): boolean {
  if (!processIdentity(pid)) return false;
  if (existsSync('/proc/self/cwd')) return workingDirectory(pid) === cluster;
  return execFileSync('ps', ['-o', 'command=', '-p', `${pid}`], { encoding: 'utf8' }).includes(`-D ${cluster}`);
}

/** Whether any process works in this cluster, also one whose postmaster was killed. */
export function isClusterBusy(cluster: string): boolean {
  if (!existsSync('/proc/self/cwd')) return false;
  return readdirSync('/proc').some((name) => /^\d+$/.test(name) && workingDirectory(Number(name)) === cluster);
}

function workingDirectory(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH' || code === 'EACCES') return undefined;
    throw error;
  }
}
