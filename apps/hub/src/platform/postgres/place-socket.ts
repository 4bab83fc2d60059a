import { chownSync, existsSync, lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { CannotStart } from '../cannot-start.ts';
import type { Owner } from './database-owner.ts';
import { shortHash } from './place-cluster.ts';

export const port = 5432;

// unix(7): sun_path holds 108 bytes with the closing zero; macOS holds 104.
const longestAddress = 103;

export function socketPath(directory: string): string {
  return join(directory, `.s.PGSQL.${port}`);
}

/**
 * The folder of the database's socket: the cluster itself, or a short one when its path is too long for a socket.
 * Only the database's user (and root) may enter either, and that is what guards the database: it asks for no password.
 */
export function placeSocket(cluster: string, owner: Owner | undefined): string {
  if (Buffer.byteLength(socketPath(cluster)) <= longestAddress) return cluster;
  const directory = join(shortParent(), `badge-alliance-${shortHash(cluster)}`);
  const uid = owner?.uid ?? process.getuid?.();
  if (!existsSync(directory)) {
    mkdirSync(directory, { mode: 0o700 });
    if (owner) chownSync(directory, owner.uid, owner.gid);
  }
  const found = lstatSync(directory);
  if (!found.isDirectory() || found.uid !== uid || (found.mode & 0o077) !== 0) {
    throw new CannotStart(`The folder ${directory} is not the database's own; remove it and start again.`);
  }
  return directory;
}

function shortParent(): string {
  if (process.getuid?.() === 0 && existsSync('/run')) return '/run';
  return tmpdir().length <= 50 ? tmpdir() : '/tmp';
}
