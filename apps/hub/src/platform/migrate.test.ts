import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { createDatabase } from '../testing/test-database.ts';
import { closeDatabase, openDatabase } from './database.ts';
import { migrate, pendingMigrations } from './migrate.ts';
import { temporaryFolder } from './test-platform.ts';

async function emptyDatabase() {
  const connection = await createDatabase();
  const open = () => {
    const db = openDatabase({ connection });
    onTestFinished(() => closeDatabase(db));
    return db;
  };
  return { db: open(), open };
}

async function folderOf(files: Record<string, string>) {
  const folder = await temporaryFolder();
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

const first = { '0001-leaf.sql': 'create table leaf (number integer);\ninsert into leaf values (1);\n' };
const second = { ...first, '0002-twig.sql': 'alter table leaf add column twig text;' };

it('applies each file once, in order', async () => {
  const { db } = await emptyDatabase();
  const folder = await folderOf(first);

  expect(await pendingMigrations(db, folder)).toEqual(['0001-leaf.sql']);
  expect(await migrate(db, folder)).toEqual(['0001-leaf.sql']);
  expect(await migrate(db, folder)).toEqual([]);
  expect(await migrate(db, await folderOf(second))).toEqual(['0002-twig.sql']);

  expect((await sql`select * from leaf`.execute(db)).rows).toEqual([{ number: 1, twig: null }]);
  expect(await pendingMigrations(db, await folderOf(second))).toEqual([]);
});

it('lets one of several processes apply them when all start at once', async () => {
  const { open } = await emptyDatabase();
  const folder = await folderOf(second);

  const applied = await Promise.all([open(), open(), open()].map((db) => migrate(db, folder)));

  expect(applied.map((names) => names.length).sort()).toEqual([0, 0, 2]);
});

it('undoes a file that fails as a whole and keeps those before it', async () => {
  const { db } = await emptyDatabase();
  const folder = await folderOf({ ...first, '0002-twig.sql': 'create table twig (); select nonsense;' });

  await expect(migrate(db, folder)).rejects.toThrow('0002-twig.sql failed and was undone');

  const { rows } = await sql`select to_regclass('twig') as twig, to_regclass('leaf')::text as leaf`.execute(db);
  expect(rows).toEqual([{ twig: null, leaf: 'leaf' }]);
});

it('refuses a file that was changed after it was applied', async () => {
  const { db } = await emptyDatabase();
  await migrate(db, await folderOf(first));
  const changed = await folderOf({ '0001-leaf.sql': 'create table leaf (number bigint);' });

  await expect(migrate(db, changed)).rejects.toThrow('0001-leaf.sql was changed after');
  await expect(pendingMigrations(db, changed)).rejects.toThrow('0001-leaf.sql was changed after');
});

it('does not mind the line ends of another system', async () => {
  const { db } = await emptyDatabase();
  await migrate(db, await folderOf(first));

  const windows = await folderOf({ '0001-leaf.sql': first['0001-leaf.sql'].replaceAll('\n', '\r\n') });

  expect(await migrate(db, windows)).toEqual([]);
});

it('refuses a database that is newer than the program', async () => {
  const { db } = await emptyDatabase();
  await migrate(db, await folderOf(second));

  await expect(migrate(db, await folderOf(first))).rejects.toThrow(
    'newer than this program: it has the migration 0002-twig.sql',
  );
});

it.each([
  [{ '0001-leaf.sql': '', '0003-twig.sql': '' }, '0003-twig.sql'],
  [{ '0001-leaf.sql': '', '0001-twig.sql': '' }, '0001-twig.sql'],
  [{ 'leaf.sql': '' }, 'leaf.sql'],
])('refuses numbers out of line: %j', async (files, odd) => {
  const { db } = await emptyDatabase();

  await expect(migrate(db, await folderOf(files as Record<string, string>))).rejects.toThrow(odd);
});
