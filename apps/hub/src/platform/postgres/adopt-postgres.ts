import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { socketPath } from './place-socket.ts';
import { isClusterBusy, isPostgresOn, type PostmasterFile, readPostmasterFile } from './postmaster-file.ts';
import { stopPostgres } from './stop-postgres.ts';

/** A database that a killed hub left running on this cluster, once it takes connections. */
export async function adoptPostgres(cluster: string): Promise<PostmasterFile | undefined> {
  for (;;) {
    const found = readPostmasterFile(cluster);
    if (!found) return undefined;
    if (!isPostgresOn(cluster, found.pid)) {
      forgetReusedNumber(cluster);
      return undefined;
    }
    if (found.status === 'ready') return reachableOrStopped(found);
    await pause(10);
  }
}

// After a crash of the machine the number in the file may belong to any process, and PostgreSQL would not start.
function forgetReusedNumber(cluster: string): void {
  if (!isClusterBusy(cluster)) rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

async function reachableOrStopped(found: PostmasterFile): Promise<PostmasterFile | undefined> {
  if (existsSync(socketPath(found.socketDirectory))) return found;
  await stopPostgres(found.pid);
  return undefined;
}
