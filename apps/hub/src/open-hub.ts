import { type ComposedApp, composeApp } from './compose.ts';
import type { Config } from './kernel/config.ts';
import { closeDatabase, openDatabase, reachDatabase } from './platform/database.ts';
import { migrateJobs } from './platform/jobs.ts';
import { makeKeyStore } from './platform/key-store.ts';
import { checkSecret, loadSecret } from './platform/key-store-secret.ts';
import { makeLog } from './platform/log.ts';
import { migrate } from './platform/migrate.ts';
import { repositoryPath } from './platform/paths.ts';
import { DataFolderInUse, type DataFolderLock, lockDataFolder, startPostgres } from './platform/postgres/index.ts';

export interface OpenHub {
  app: ComposedApp;
  /** The database and the data folder are given back. */
  close(): Promise<void>;
}

export interface Opening {
  config: Config;
  /** The public address, or the one the hub listens on. */
  base: string;
  /** Hears in plain words what takes time. */
  say: (words: string) => void;
  /** Also while a hub works on this data folder; then nothing is migrated and the database is left running. */
  beside?: boolean;
}

/** Locks the data folder, starts the database, brings it up to date and puts the hub together. */
export async function openHub({ config, base, say, beside = false }: Opening): Promise<OpenHub> {
  const closers: (() => Promise<void> | void)[] = [];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const lock = beside ? lockIfFree(config.data) : lockDataFolder(config.data);
    if (lock) closers.push(() => lock.release());
    const connection = config.databaseUrl ?? (await ownDatabase(config.data, say, lock ? closers : undefined));
    const log = makeLog(config);
    const db = openDatabase({ connection, log });
    closers.push(() => closeDatabase(db));
    await reachDatabase(db);
    if (lock) await migrate(db, repositoryPath('apps/hub/migrations'));
    if (lock) await migrateJobs(db);
    const keys = makeKeyStore(await loadSecret(config));
    await checkSecret(db, keys);
    const app = composeApp({ config, db, keys, log, base });
    closers.push(() => app.live.close());
    return { app, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function lockIfFree(data: string): DataFolderLock | undefined {
  try {
    return lockDataFolder(data);
  } catch (error) {
    if (error instanceof DataFolderInUse) return undefined;
    throw error;
  }
}

/** Whoever holds the data folder also stops its database; others use it while it runs. */
async function ownDatabase(data: string, say: Opening['say'], closers?: (() => Promise<void> | void)[]) {
  const postgres = await startPostgres({ dataDirectory: data, log: closers ? say : undefined });
  closers?.push(() => postgres.stop());
  return postgres.connection;
}
