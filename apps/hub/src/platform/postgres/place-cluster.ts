import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { CannotStart } from '../cannot-start.ts';
import { canReach, databaseOwner, type Owner } from './database-owner.ts';
import { readIfPresent } from './read-if-present.ts';

/** Where things go that the user of the database could not reach beside the hub. */
export const outsideDirectory = '/var/lib/badge-alliance';

export interface Place {
  cluster: string;
  owner: Owner | undefined;
  initialized: boolean;
  /** Writes down where the cluster is, once it is there. */
  remember(): void;
}

/**
 * Decides where the database files of a data folder are: in it, or, when the hub runs as root and the folder is
 * closed to every other user, under /var/lib with a file in the data folder that says so.
 */
export function placeCluster(dataDirectory: string): Place {
  const inside = join(dataDirectory, 'postgres');
  const pointer = join(dataDirectory, 'postgres.location');
  const recorded = readIfPresent(pointer)?.trim();
  if (recorded) return recordedPlace(recorded, dataDirectory);

  refuseForeignCluster(inside);
  const owner = databaseOwner(inside);
  const initialized = existsSync(join(inside, 'PG_VERSION'));
  if (!owner || canReach(owner, dataDirectory)) return { cluster: inside, owner, initialized, remember() {} };
  if (initialized)
    throw new CannotStart(`The user of the database cannot enter ${dataDirectory} any more; open it with chmod o+x.`);

  const home = join(outsideDirectory, shortHash(dataDirectory));
  const cluster = join(home, 'postgres');
  mkdirSync(home, { recursive: true, mode: 0o755 });
  const remember = () => {
    writeFileSync(join(home, 'belongs-to'), dataDirectory);
    writeFileSync(pointer, `${cluster}\n`);
  };
  return { cluster, owner, initialized: existsSync(join(cluster, 'PG_VERSION')), remember };
}

function recordedPlace(cluster: string, dataDirectory: string): Place {
  refuseForeignCluster(cluster);
  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    throw new CannotStart(`The database of ${dataDirectory} was kept in ${cluster} and is not there any more.`);
  }
  // The data folder may have been moved (it takes its database along) or copied (two hubs must not share one).
  const note = join(dirname(cluster), 'belongs-to');
  const former = readIfPresent(note);
  if (former !== dataDirectory) {
    if (former && readIfPresent(join(former, 'postgres.location'))?.trim() === cluster) {
      throw new CannotStart(
        `${dataDirectory} is a copy: its database belongs to ${former}; use backup and restore instead.`,
      );
    }
    writeFileSync(note, dataDirectory);
  }
  return { cluster, owner: databaseOwner(cluster), initialized: true, remember() {} };
}

function refuseForeignCluster(cluster: string): void {
  const uid = process.getuid?.();
  const found = statSync(cluster, { throwIfNoEntry: false });
  if (uid && found && found.uid !== uid) {
    throw new CannotStart(
      `The database in ${cluster} belongs to another user (uid ${found.uid}); start the hub as that user or as root.`,
    );
  }
}

/** A short name for a folder that stays the same as long as the folder does. */
export function shortHash(directory: string): string {
  return createHash('sha256').update(realpathSync(directory)).digest('hex').slice(0, 16);
}
