import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { closeDatabase, openDatabase, openSession, poolOf } from './database.ts';
import { testPlatform } from './test-platform.ts';

it('gives large numbers and calendar days as text, moments as dates, JSON as values', async () => {
  const { db } = await testPlatform();

  const { rows } = await sql`select 9007199254740993 as large, date '2031-03-04' as day,
    timestamptz '2031-03-04T00:00:00Z' as moment, '{"a":[1]}'::jsonb as json`.execute(db);

  expect(rows).toEqual([
    { large: '9007199254740993', day: '2031-03-04', moment: new Date('2031-03-04'), json: { a: [1] } },
  ]);
});

it('survives the loss of its connections and tells of it', async () => {
  const { connection, db } = await testPlatform();
  const told: string[] = [];
  const other = openDatabase({ connection, log: { warn: (_facts, sentence) => told.push(sentence) } });
  await sql`select 1`.execute(other);

  await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(
    db,
  );
  await expect.poll(() => told).toContain('A database connection was lost');

  expect((await sql`select 1 as one`.execute(other)).rows).toEqual([{ one: 1 }]);
  await closeDatabase(other);
});

it('opens by an address and by its parts', async () => {
  const { connection } = await testPlatform();
  const { host, port, user, database } = connection;
  const db = openDatabase({ connection: `postgresql://${user}@${encodeURIComponent(host)}:${port}/${database}` });

  const { rows } = await sql`select current_database() as name`.execute(db);

  expect(rows).toEqual([{ name: database }]);
  await closeDatabase(db);
});

it('opens sessions that are not of the pool', async () => {
  const { db } = await testPlatform();
  const session = openSession(db);
  await session.connect();

  const { rows } = await session.query('select current_database() as name');

  expect(rows).toHaveLength(1);
  expect(poolOf(db).totalCount).toBe(0);
  await session.end();
});
