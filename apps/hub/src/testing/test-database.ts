import { randomBytes } from 'node:crypto';

import { Client } from 'pg';
import { inject } from 'vitest';

import type { PostgresConnection } from '../platform/postgres/index.ts';

/** Makes a database for one test, as a copy of a template when one is named. */
export async function createDatabase(template = 'template1'): Promise<PostgresConnection> {
  const database = `test_${randomBytes(8).toString('hex')}`;
  await onCluster((client) =>
    client.query(`CREATE DATABASE ${database} TEMPLATE ${client.escapeIdentifier(template)} STRATEGY file_copy`),
  );
  return { ...inject('postgres'), database };
}

/** Removes a test's database, also under connections that are still open. */
export async function dropDatabase({ database }: PostgresConnection): Promise<void> {
  await onCluster((client) =>
    client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(database)} WITH (FORCE)`),
  );
}

/**
 * Makes a template database once per run, whichever test process comes first, and returns its name.
 * `prepare` fills it and leaves no connection open.
 */
export async function templateDatabase(
  name: string,
  prepare: (connection: PostgresConnection) => Promise<void>,
): Promise<string> {
  await onCluster(async (client) => {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount) return;
    // It gets its name when it is finished: a failed preparation must not serve as a template.
    const draft = await createDatabase();
    await prepare(draft);
    await client.query(`ALTER DATABASE ${draft.database} RENAME TO ${client.escapeIdentifier(name)}`);
  });
  return name;
}

async function onCluster(work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client(inject('postgres'));
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
