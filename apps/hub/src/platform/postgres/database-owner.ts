import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

import { CannotStart } from '../cannot-start.ts';

export interface Owner {
  uid: number;
  gid: number;
}

/**
 * The user the database has to run as when the hub runs as root, because PostgreSQL refuses root:
 * whoever owns the cluster already, else postgres, else nobody. Undefined when the hub is not root.
 */
export function databaseOwner(cluster: string): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const existing = statSync(cluster, { throwIfNoEntry: false });
  if (existing && existing.uid !== 0) return { uid: existing.uid, gid: existing.gid };
  const owner = accountNamed('postgres') ?? accountNamed('nobody');
  if (!owner)
    throw new CannotStart('PostgreSQL does not run as root, and there is no user postgres or nobody to run it as.');
  return owner;
}

function accountNamed(name: string): Owner | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  // macOS writes nobody as -2.
  return uid && gid ? { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 } : undefined;
}

/** Whether this user can pass through the folder and all folders above it. */
export function canReach(owner: Owner, directory: string): boolean {
  const { mode, uid, gid } = statSync(directory);
  const bit = uid === owner.uid ? 0o100 : gid === owner.gid ? 0o010 : 0o001;
  if ((mode & bit) === 0) return false;
  const parent = dirname(directory);
  return parent === directory || canReach(owner, parent);
}
