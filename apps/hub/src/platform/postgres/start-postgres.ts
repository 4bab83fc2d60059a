import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { CannotStart } from '../cannot-start.ts';
import { adoptPostgres } from './adopt-postgres.ts';
import { type Binaries, locateBinaries, reachableBinaries } from './binaries.ts';
import { databaseUser, initializeCluster } from './initialize-cluster.ts';
import { launchPostgres } from './launch-postgres.ts';
import { placeCluster } from './place-cluster.ts';
import { placeSocket, port } from './place-socket.ts';
import { prepareDataFolder } from './prepare-data-folder.ts';
import { settingArguments } from './settings.ts';
import { stopPostgres } from './stop-postgres.ts';

export interface PostgresConnection {
  /** The folder of the unix socket. */
  host: string;
  port: number;
  user: string;
  database: string;
}

export interface RunningPostgres {
  connection: PostgresConnection;
  /** True when a database that already ran on this data folder is used. */
  adopted: boolean;
  pid: number;
  /** Resolves when everything is written out and the process is gone. */
  stop(): Promise<void>;
}

export interface StartPostgres {
  dataDirectory: string;
  /** Hears in plain words what takes time. */
  log?: (words: string) => void;
  /** Settings on top of the usual ones; `fsync: 'off'` also makes the first start faster. */
  settings?: Record<string, string>;
}

/**
 * Starts the PostgreSQL that came with the program on the database of a data folder, making it at the first start.
 *
 * The caller holds the lock of the data folder. The database outlives a killed hub; the next one adopts it.
 * @throws CannotStart with a sentence for the person who started the program
 */
export async function startPostgres({ dataDirectory, log, settings = {} }: StartPostgres): Promise<RunningPostgres> {
  const directory = prepareDataFolder(dataDirectory);
  const { cluster, owner, initialized, remember } = placeCluster(directory);
  const running = initialized ? await adoptPostgres(cluster) : undefined;
  if (running) {
    log?.('Using the database that was still running');
    return present(running.pid, running.socketDirectory, true);
  }

  const binaries = reachableBinaries(locateBinaries(), owner);
  if (initialized) refuseOtherVersion(cluster, binaries);
  else {
    log?.('Making the database');
    await initializeCluster(binaries.directory, cluster, owner, settings.fsync !== 'off');
  }
  remember();
  const socketDirectory = placeSocket(cluster, owner);
  const pid = await launchPostgres({
    binaries: binaries.directory,
    cluster,
    owner,
    settings: settingArguments(socketDirectory, settings),
    logFile: join(directory, 'postgres.log'),
  });
  return present(pid, socketDirectory, false);
}

function present(pid: number, host: string, adopted: boolean): RunningPostgres {
  const connection = { host, port, user: databaseUser, database: 'postgres' };
  return { connection, adopted, pid, stop: () => stopPostgres(pid) };
}

function refuseOtherVersion(cluster: string, { version }: Binaries): void {
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  const [major] = version.split('.');
  if (found === major) return;
  throw new CannotStart(
    `The database in ${cluster} was made by PostgreSQL ${found}, this program brings ${major}: back up with the former program and restore with this one.`,
  );
}
