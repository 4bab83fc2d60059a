import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

import {
  DataFolderInUse,
  lockDataFolder,
  type PostgresConnection,
  type RunningPostgres,
  startPostgres,
} from '../platform/postgres/index.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: PostgresConnection;
  }
}

const prefix = 'badge-alliance-test-';

// Nothing here has to outlive the run.
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  max_wal_size: '1GB',
};

/** Starts the one PostgreSQL that all tests of a run share; each test works on a database of its own in it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeLeftovers();
  const directory = mkdtempSync(join(tmpdir(), prefix));
  // The user of the database has to pass through.
  chmodSync(directory, 0o711);
  const lock = lockDataFolder(directory);
  const cluster = await startPostgres({ dataDirectory: directory, settings });
  project.provide('postgres', cluster.connection);
  return () => discard(cluster, lock.directory);
}

async function discard(cluster: RunningPostgres, directory: string): Promise<void> {
  await cluster.stop();
  rmSync(directory, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

/** Clears what test runs that were killed left behind: their database still runs. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const directory = join(tmpdir(), name);
    if (isAbandoned(directory)) await discard(await startPostgres({ dataDirectory: directory, settings }), directory);
  }
}

function isAbandoned(directory: string): boolean {
  // A run that begins makes its folder a moment before it locks it.
  const lock = statSync(join(directory, 'hub.lock'), { throwIfNoEntry: false });
  if (!lock || Date.now() - lock.mtimeMs < 60_000) return false;
  try {
    lockDataFolder(directory);
    return true;
  } catch (error) {
    if (error instanceof DataFolderInUse) return false;
    throw error;
  }
}
