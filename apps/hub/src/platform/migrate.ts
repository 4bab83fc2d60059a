import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import type { Db } from '../kernel/tables.ts';
import { CannotStart } from './cannot-start.ts';
import { poolOf } from './database.ts';

export interface Migration {
  name: string;
  sql: string;
  sha256: string;
}

const oldestServer = 15;

/** Brings the schema up to date, one transaction for each file, and returns the names of what was applied. */
export async function migrate(db: Db, folder: string): Promise<string[]> {
  const migrations = await readMigrations(folder);
  return underLock(db, async (client) => {
    await checkServer(client);
    await client.query(
      `create table if not exists migration (name text primary key, sha256 text not null, applied_at timestamptz not null)`,
    );
    const pending = findPending(migrations, await readApplied(client));
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  });
}

/** Names of the files that the database has not seen. Throws as `migrate` does when the two do not fit together. */
export async function pendingMigrations(db: Db, folder: string): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = await poolOf(db).connect();
  try {
    const { rows } = await client.query(`select to_regclass('migration') is not null as known`);
    return findPending(migrations, rows[0]?.known ? await readApplied(client) : []).map(({ name }) => name);
  } finally {
    client.release();
  }
}

export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const odd = names.find((name, index) => Number(/^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1]) !== index + 1);
  if (odd)
    throw new CannotStart(`Migrations are numbered 0001-name.sql, 0002-name.sql and so on; ${odd} is out of line.`);
  return Promise.all(
    names.map(async (name) => {
      // A checkout on Windows may have other line ends.
      const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

type Applied = Pick<Migration, 'name' | 'sha256'>;

async function readApplied(client: PoolClient): Promise<Applied[]> {
  return (await client.query<Applied>('select name, sha256 from migration order by name')).rows;
}

function findPending(migrations: Migration[], applied: Applied[]): Migration[] {
  for (const { name, sha256 } of applied) {
    const file = migrations.find((migration) => migration.name === name);
    if (!file) {
      throw new CannotStart(
        `The database is newer than this program: it has the migration ${name}, which this version does not know. Start the newer version, or restore a backup.`,
      );
    }
    if (file.sha256 !== sha256) {
      throw new CannotStart(
        `The migration ${name} was changed after this database had applied it. Put the original file back and make the change in a new migration.`,
      );
    }
  }
  return migrations.slice(applied.length);
}

async function apply(client: PoolClient, { name, sql, sha256 }: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(sql);
    await client.query('insert into migration (name, sha256, applied_at) values ($1, $2, now())', [name, sha256]);
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback');
    throw new CannotStart(
      `The migration ${name} failed and was undone: ${cause instanceof Error ? cause.message : cause}`,
      {
        cause,
      },
    );
  }
}

async function checkServer(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  const version = rows[0]?.server_version ?? '';
  if (Number.parseInt(version, 10) < oldestServer) {
    throw new CannotStart(`PostgreSQL ${oldestServer} or later is needed; this server is ${version}.`);
  }
}

// The lock belongs to the session: a process that dies while migrating gives it back.
async function underLock<T>(db: Db, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await poolOf(db).connect();
  try {
    await client.query(`select pg_advisory_lock(hashtext('badges-hub'), hashtext('migrate'))`);
    try {
      return await work(client);
    } finally {
      await client.query(`select pg_advisory_unlock(hashtext('badges-hub'), hashtext('migrate'))`);
    }
  } finally {
    client.release();
  }
}
