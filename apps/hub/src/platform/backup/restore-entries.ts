import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { z } from 'zod';
import { filePath } from '../files.ts';
import { copyTarget } from './list-tables.ts';
import { type BackupTable, fileName, jobsName, type Manifest, sealName, tablePart, WaitingJob } from './manifest.ts';
import { BrokenTar, type TarEntry, textOf } from './tar.ts';

interface Restoring {
  client: PoolClient;
  data: string;
  manifest: Manifest;
  entries: AsyncGenerator<TarEntry>;
  /** Paths of the files that were written, to be removed if the rest goes wrong. */
  added: string[];
  /** The seal that belongs to all bytes up to here. */
  sealNow: () => string;
}

/** Tables, jobs, files and seal, in this order and nothing else. */
export async function restoreEntries(restoring: Restoring): Promise<void> {
  const { client, data, manifest, entries, added, sealNow } = restoring;
  let entry = await next(entries);
  for (const table of manifest.tables) entry = await restoreTable(client, table, entry, entries);
  await setSequences(client);
  if (entry.name !== jobsName) throw new BrokenTar('The jobs are missing');
  await restoreJobs(client, JSON.parse(await textOf(entry)));
  for (let file = 0; file < manifest.files; file++) await restoreFile(data, await next(entries), added);
  entry = await next(entries);
  const expected = Buffer.from(sealNow());
  const seal = entry.name === sealName && entry.size === expected.length ? Buffer.from(await textOf(entry)) : undefined;
  if (!seal || !timingSafeEqual(seal, expected)) throw new BrokenTar('The seal is wrong');
}

async function next(entries: AsyncGenerator<TarEntry>): Promise<TarEntry> {
  const { value, done } = await entries.next();
  if (done) throw new BrokenTar('An entry is missing');
  return value;
}

/** Feeds all parts of a table into one COPY, so that rows may refer to later rows; returns the entry after them. */
async function restoreTable(
  client: PoolClient,
  table: BackupTable,
  first: TarEntry,
  entries: AsyncGenerator<TarEntry>,
) {
  const parts = { entry: first, count: 0 };
  const content = async function* () {
    while (parts.entry.name === tablePart(table.name, parts.count)) {
      yield* parts.entry.content;
      parts.count += 1;
      parts.entry = await next(entries);
    }
  };
  const stream = client.query(copyFrom(`copy ${copyTarget(client, table)} from stdin`));
  await pipeline(content, stream);
  if (stream.rowCount !== table.rows) throw new BrokenTar(`Rows of ${table.name} are missing`);
  return parts.entry;
}

async function setSequences(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ sequence: string; table: string; column: string }>(
    `select pg_get_serial_sequence(quote_ident(c.relname), a.attname) as sequence, c.relname as table, a.attname as column
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and pg_get_serial_sequence(quote_ident(c.relname), a.attname) is not null`,
  );
  for (const { sequence, table, column } of rows) {
    const highest = `(select max(${client.escapeIdentifier(column)}) from ${client.escapeIdentifier(table)})`;
    await client.query(`select setval($1, greatest(${highest}, 1), ${highest} is not null)`, [sequence]);
  }
}

async function restoreJobs(client: PoolClient, json: unknown): Promise<void> {
  for (const job of z.array(WaitingJob).parse(json)) {
    await client.query(
      `select graphile_worker.add_job($1, $2::json, queue_name => $3, run_at => $4, max_attempts => $5, job_key => $6, priority => $7)`,
      [job.task, JSON.stringify(job.payload), job.queue, job.runAt, job.maxAttempts, job.key, job.priority],
    );
  }
}

async function restoreFile(data: string, { name, content }: TarEntry, added: string[]): Promise<void> {
  const sha256 = /^files\/([0-9a-f]{64})$/.exec(name)?.[1];
  if (!sha256 || name !== fileName(sha256)) throw new BrokenTar('A file is missing');
  const path = filePath(data, sha256);
  const wasThere = await isThere(path);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const digest = createHash('sha256');
  const hashed = async function* () {
    for await (const bytes of content) {
      digest.update(bytes);
      yield bytes;
    }
  };
  try {
    await pipeline(hashed, createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true }));
    if (digest.digest('hex') !== sha256) throw new BrokenTar('A file is damaged');
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  if (!wasThere) added.push(path);
}

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );
