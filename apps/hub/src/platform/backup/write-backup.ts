import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { App } from '../../kernel/app.ts';
import { CannotStart } from '../cannot-start.ts';
import { poolOf } from '../database.ts';
import { filePath } from '../files.ts';
import { loadSecret } from '../key-store-secret.ts';
import { copyTarget, listTables } from './list-tables.ts';
import {
  type BackupTable,
  fileName,
  jobsName,
  type Manifest,
  manifestName,
  sealName,
  secretName,
  tablePart,
  type WaitingJob,
} from './manifest.ts';
import { closeBox, sealLength } from './secret-box.ts';
import { tarEnd, tarHeader, tarPadding } from './tar.ts';

export interface BackupReport {
  tables: number;
  rows: number;
  files: number;
  /** Digests whose bytes are not in the data folder any more. */
  missingFiles: string[];
  bytes: number;
}

interface Backup {
  /** Must not exist yet. */
  path: string;
  passphrase: string;
}

type Needs = Pick<App, 'clock' | 'config' | 'db'>;

/**
 * Writes everything that a hub is into one gzipped tar file: its tables as one snapshot saw them, the jobs that wait, the
 * files, and its secret under the passphrase. The hub may go on working meanwhile.
 */
export async function writeBackup(app: Needs, { path, passphrase }: Backup): Promise<BackupReport> {
  await refuseExisting(path);
  const draft = `${path}.part`;
  const report: BackupReport = { tables: 0, rows: 0, files: 0, missingFiles: [], bytes: 0 };
  const client = await poolOf(app.db).connect();
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    const archive = writeArchive(app, client, passphrase, report);
    await pipeline(
      archive,
      createGzip({ level: 4 }),
      createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true }),
    );
    await client.query('commit');
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  } finally {
    // A COPY that was broken off leaves a connection that is good for nothing else.
    client.release(true);
  }
  report.bytes = (await stat(path)).size;
  return report;
}

async function refuseExisting(path: string): Promise<void> {
  for (const name of [path, `${path}.part`]) {
    const there = await open(name, 'r').catch(() => undefined);
    await there?.close();
    if (there) throw new CannotStart(`The file ${name} exists already. Name another one, or remove it.`);
  }
}

async function* writeArchive(
  app: Needs,
  client: PoolClient,
  passphrase: string,
  report: BackupReport,
): AsyncGenerator<Buffer> {
  const seconds = app.clock().getTime() / 1000;
  const digest = createHash('sha256');
  const counted = (bytes: Buffer) => {
    digest.update(bytes);
    return bytes;
  };
  const whole = async function* (name: string, text: string | Buffer) {
    const content = Buffer.from(text);
    yield counted(tarHeader(name, content.length, seconds));
    yield counted(content);
    yield counted(tarPadding(content.length));
  };

  const tables = await listTables(client);
  const files = await listFiles(app, client, report);
  const box = await closeBox(await loadSecret(app.config), passphrase);
  yield* whole(manifestName, JSON.stringify(await makeManifest(app, client, tables, files.length)));
  yield* whole(secretName, box.json);
  for (const table of tables) {
    let part = 0;
    for await (const bytes of copyParts(client, table)) yield* whole(tablePart(table.name, part++), bytes);
    report.tables += 1;
    report.rows += table.rows;
  }
  yield* whole(jobsName, JSON.stringify(await waitingJobs(client)));
  for (const { sha256, path, size } of files) {
    yield counted(tarHeader(fileName(sha256), size, seconds));
    for await (const bytes of createReadStream(path)) yield counted(bytes as Buffer);
    yield counted(tarPadding(size));
    report.files += 1;
  }
  yield counted(tarHeader(sealName, sealLength, seconds));
  yield Buffer.from(box.seal(digest.digest()));
  yield tarPadding(sealLength);
  yield tarEnd;
}

async function makeManifest(
  { clock }: Needs,
  client: PoolClient,
  tables: BackupTable[],
  files: number,
): Promise<Manifest> {
  const migrations = await client.query('select name, sha256 from migration order by name');
  const version = await client.query('show server_version');
  return {
    format: 1,
    madeAt: clock().toISOString(),
    postgres: version.rows[0].server_version,
    migrations: migrations.rows,
    tables,
    files,
  };
}

const partSize = 1024 * 1024;

async function* copyParts(client: PoolClient, table: BackupTable): AsyncGenerator<Buffer> {
  const stream = client.query(copyTo(`copy ${copyTarget(client, table)} to stdout`));
  let parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    parts.push(chunk as Buffer);
    size += chunk.length;
    if (size < partSize) continue;
    yield Buffer.concat(parts);
    parts = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(parts);
}

async function waitingJobs(client: PoolClient): Promise<WaitingJob[]> {
  const { rows } = await client.query(
    `select t.identifier as task, j.payload, q.queue_name as queue, j.run_at as "runAt", j.max_attempts as "maxAttempts", j.key, j.priority
    from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
    where j.attempts < j.max_attempts and (j.key is null or j.key not like 'cron %') order by j.id`,
  );
  return rows.map((row) => ({ ...row, runAt: row.runAt.toISOString() }));
}

async function listFiles({ config }: Needs, client: PoolClient, report: BackupReport) {
  const { rows } = await client.query<{ sha256: string }>('select distinct sha256 from file order by sha256');
  const files: { sha256: string; path: string; size: number }[] = [];
  for (const { sha256 } of rows) {
    const path = filePath(config.data, sha256);
    const found = await stat(path).catch(() => undefined);
    if (found) files.push({ sha256, path, size: found.size });
    else report.missingFiles.push(sha256);
  }
  return files;
}
