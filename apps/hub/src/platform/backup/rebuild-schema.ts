import type { ClientBase } from 'pg';
import { CannotStart } from '../cannot-start.ts';
import { readMigrations } from '../migrate.ts';
import type { Manifest } from './manifest.ts';

// What a hub has before anybody used it.
const setUpByItself = ['migration', 'event_head', 'setting', 'rate_limit'];

export async function refuseFullHub(client: ClientBase): Promise<void> {
  for (const name of await tableNames(client)) {
    if (setUpByItself.includes(name)) continue;
    const { rows } = await client.query(`select from ${client.escapeIdentifier(name)} limit 1`);
    if (rows.length > 0) {
      throw new CannotStart(
        'This hub is in use. A backup is restored into an empty one: name another data folder or database.',
      );
    }
  }
}

async function tableNames(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  );
  return rows.map(({ name }) => name);
}

/** Makes the tables as the backup's version had them, in the caller's transaction. */
export async function rebuildSchema(client: ClientBase, wanted: Manifest['migrations'], folder: string): Promise<void> {
  const known = await readMigrations(folder);
  const migrations = wanted.map(({ name, sha256 }) => {
    const own = known.find((migration) => migration.name === name);
    if (own?.sha256 === sha256) return own;
    throw new CannotStart(
      `The backup was made by another version of the program: it has the migration ${name}. Restore it with that version or a newer one.`,
    );
  });
  await dropEverything(client);
  await client.query(
    'create table migration (name text primary key, sha256 text not null, applied_at timestamptz not null)',
  );
  for (const { name, sha256, sql } of migrations) {
    await client.query(sql);
    await client.query('insert into migration (name, sha256, applied_at) values ($1, $2, now())', [name, sha256]);
  }
  for (const name of await tableNames(client)) {
    // Rows that migrations put in are in the backup too.
    if (name !== 'migration' && name !== 'event') await client.query(`delete from ${client.escapeIdentifier(name)}`);
  }
}

async function dropEverything(client: ClientBase): Promise<void> {
  for (const name of await tableNames(client))
    await client.query(`drop table if exists ${client.escapeIdentifier(name)} cascade`);
  const { rows } = await client.query<{ signature: string }>(
    `select p.oid::regprocedure::text as signature from pg_proc p
    where p.pronamespace = 'public'::regnamespace
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
  );
  for (const { signature } of rows) await client.query(`drop function ${signature} cascade`);
}
