import { Client } from 'pg';
import { expect, it } from 'vitest';

import type { PostgresConnection } from '../platform/postgres/index.ts';
import { createDatabase, dropDatabase, templateDatabase } from './test-database.ts';

async function rowsOf(connection: PostgresConnection, sql: string) {
  const client = new Client(connection);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

it('gives every test a copy of its own of a template that is made once', async () => {
  let prepared = 0;
  const prepare = async (connection: PostgresConnection) => {
    prepared += 1;
    await rowsOf(connection, 'CREATE TABLE leaf AS SELECT 1 AS number');
  };

  const names = await Promise.all([templateDatabase('leaves', prepare), templateDatabase('leaves', prepare)]);
  const [first, second] = [await createDatabase('leaves'), await createDatabase('leaves')];
  await rowsOf(first, 'DELETE FROM leaf');

  expect({ names, prepared }).toEqual({ names: ['leaves', 'leaves'], prepared: 1 });
  expect(await rowsOf(first, 'SELECT * FROM leaf')).toEqual([]);
  expect(await rowsOf(second, 'SELECT * FROM leaf')).toEqual([{ number: 1 }]);
  await dropDatabase(first);
  await expect(rowsOf(first, 'SELECT 1')).rejects.toMatchObject({ code: '3D000' });
});

it('does not keep a template whose preparation failed', async () => {
  const failing = templateDatabase('broken', () => Promise.reject(new Error('no')));

  await expect(failing).rejects.toThrow('no');
  await expect(createDatabase('broken')).rejects.toMatchObject({ code: '3D000' });
});

it('keeps text in Unicode and knows its letters', async () => {
  const connection = await createDatabase();

  expect(await rowsOf(connection, "SELECT upper('zoë ñandú ω') AS loud")).toEqual([{ loud: 'ZOË ÑANDÚ Ω' }]);
});
