export { DataFolderInUse, type DataFolderLock, lockDataFolder } from './lock-data-folder.ts';
export { type PostgresConnection, type RunningPostgres, type StartPostgres, startPostgres } from './start-postgres.ts';
