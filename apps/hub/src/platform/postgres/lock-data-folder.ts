import { linkSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { CannotStart } from '../cannot-start.ts';
import { prepareDataFolder } from './prepare-data-folder.ts';
import { processIdentity } from './process-identity.ts';
import { readIfPresent } from './read-if-present.ts';

/** Another hub works on this data folder. */
export class DataFolderInUse extends CannotStart {
  override readonly name = 'DataFolderInUse';

  constructor(
    readonly directory: string,
    readonly pid: number,
  ) {
    super(`The data folder ${directory} is in use by another hub (process ${pid}).`);
  }
}

export interface DataFolderLock {
  /** The real path of the folder, which exists now. */
  directory: string;
  release(): void;
}

/**
 * Keeps every other hub out of this data folder until released or until this process ends, however it ends.
 *
 * The lock file names the process and its start, so what a killed hub left behind is recognised.
 * @throws DataFolderInUse
 */
export function lockDataFolder(requested: string): DataFolderLock {
  const directory = prepareDataFolder(requested);
  const path = join(directory, 'hub.lock');
  const own = `${process.pid}\n${processIdentity(process.pid)}\n`;
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, own);
  try {
    while (!linkIfFree(draft, path)) clearDeadHolder(path, directory);
  } finally {
    rmSync(draft, { force: true });
  }
  return { directory, release: () => releaseLock(path, own) };
}

function linkIfFree(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function clearDeadHolder(path: string, directory: string): void {
  const holder = readIfPresent(path);
  if (holder === undefined) return;
  const [pid, identity] = holder.split('\n');
  if (processIdentity(Number(pid)) === identity) throw new DataFolderInUse(directory, Number(pid));

  // Two starters may both have seen the dead holder: whoever moved a living one's lock away puts it back.
  const aside = `${path}.${process.pid}.stale`;
  if (!renameIfPresent(path, aside)) return;
  if (readIfPresent(aside) !== holder) linkIfFree(aside, path);
  rmSync(aside);
}

function renameIfPresent(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

function releaseLock(path: string, own: string): void {
  if (readIfPresent(path) === own) rmSync(path, { force: true });
}
