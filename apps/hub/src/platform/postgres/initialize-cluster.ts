import { execFile } from 'node:child_process';
import { chownSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { CannotStart } from '../cannot-start.ts';
import type { Owner } from './database-owner.ts';

export const databaseUser = 'badges';

const options = [
  `--username=${databaseUser}`,
  '--auth=trust',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--no-instructions',
];

/** Makes an empty database. It gets its name last, so a first start that was interrupted leaves nothing half made. */
export async function initializeCluster(binaries: string, cluster: string, owner: Owner | undefined, sync: boolean) {
  const draft = `${cluster}.unfinished`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  if (owner) chownSync(draft, owner.uid, owner.gid);
  const initdb = join(binaries, 'bin/initdb');
  const durability = sync ? [] : ['--no-sync'];
  try {
    await promisify(execFile)(initdb, ['-D', draft, ...options, ...durability], {
      ...owner,
      cwd: '/',
      env: plainEnvironment,
    });
  } catch (cause) {
    throw new CannotStart(`A database could not be made in ${cluster}: ${lastLine(cause)}`, { cause });
  }
  giveName(draft, cluster);
}

function giveName(draft: string, cluster: string): void {
  try {
    // Replaces an empty folder at most.
    renameSync(draft, cluster);
  } catch (cause) {
    throw new CannotStart(`The folder ${cluster} holds something that is not a database.`, { cause });
  }
}

/** What PostgreSQL sees of the environment: nothing that could change where it connects or how it sorts. */
export const plainEnvironment = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

function lastLine(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string };
  return (stderr || message).trim().split('\n').at(-1) ?? '';
}
