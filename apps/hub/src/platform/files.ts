import { createHash, randomBytes } from 'node:crypto';
import { access, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type ColumnType, sql } from 'kysely';
import { z } from 'zod';
import type { App } from '../kernel/app.ts';
import type { Files } from '../kernel/files.ts';
import type { Id } from '../kernel/ids.ts';
import type { Job } from '../kernel/jobs.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/tables.ts';

declare module '../kernel/tables.ts' {
  interface Tables {
    file: FileRow;
  }
}

export interface FileRow {
  id: Id<'fil'>;
  sha256: string;
  type: string;
  size: ColumnType<string, number, number>;
  name: string;
  is_public: boolean;
  created_at: Date;
}

type Needs = Pick<App, 'clock' | 'config' | 'db' | 'newId'>;

export const filesFolder = (data: string) => join(data, 'files');

/** `<data>/files/ab/cd/<sha256>` */
export function filePath(data: string, sha256: string): string {
  return join(filesFolder(data), sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

export function makeFiles({ clock, config, db, newId }: Needs): Files {
  return {
    async keep(tx, { bytes, type, name, isPublic }) {
      if (bytes.length > config.uploadLimit) throw new Refusal('file.too-large', { limit: config.uploadLimit });
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      await sql`select pg_advisory_xact_lock_shared(hashtext('badges-hub files'), ${bucket(sha256)})`.execute(tx);
      await writeOnce(filePath(config.data, sha256), bytes);
      const file = { id: newId('fil'), sha256, type, size: bytes.length, name: plainName(name) };
      await tx
        .insertInto('file')
        .values({ ...file, is_public: isPublic, created_at: clock() })
        .execute();
      return file;
    },

    async read(id) {
      const row = await db.selectFrom('file').selectAll().where('id', '=', id).executeTakeFirst();
      if (!row) return undefined;
      const { sha256, type, size, name, is_public: isPublic } = row;
      return {
        id,
        sha256,
        type,
        size: Number(size),
        name,
        isPublic,
        bytes: await readFile(filePath(config.data, sha256)),
      };
    },

    async remove(tx, id) {
      await tx.deleteFrom('file').where('id', '=', id).execute();
    },
  };
}

// Writers of a digest share a lock with each other and not with the sweep; 256 locks are few enough for one transaction.
const bucket = (sha256: string) => Number.parseInt(sha256.slice(0, 2), 16);

function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, 150);
  return plain || 'file';
}

/** Whole or not at all, also when the machine stops in the middle. */
export async function writeOnce(path: string, bytes: Uint8Array): Promise<void> {
  if (await isThere(path)) return;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
  const folder = await open(dirname(path), 'r');
  await folder.sync().finally(() => folder.close());
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Removes bytes that no row names any more. */
export const sweepFiles: Job<Record<string, never>> = {
  name: 'files.sweep',
  payload: z.strictObject({}),
  cron: '17 3 * * *',
  async run({ db, config, log }) {
    let removed = 0;
    for (let place = 0; place < 256; place++) {
      removed += await db.transaction().execute((tx) => sweepBucket(tx, config.data, place));
    }
    if (removed > 0) log.info({ removed }, 'Files that nothing refers to were removed');
  },
};

async function sweepBucket(tx: Tx, data: string, place: number): Promise<number> {
  const folder = join(filesFolder(data), place.toString(16).padStart(2, '0'));
  const names = await listFiles(folder);
  if (names.length === 0) return 0;
  const { rows } = await sql<{ free: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('badges-hub files'), ${place}) as free`.execute(tx);
  if (!rows[0]?.free) return 0;
  const known = await tx.selectFrom('file').select('sha256').where('sha256', 'in', names).execute();
  const wanted = new Set(known.map(({ sha256 }) => sha256));
  const gone = names.filter((name) => !wanted.has(name));
  // The lock says that no writer is at work: a draft here was left by one that died.
  await Promise.all(gone.map((name) => rm(join(folder, name.slice(2, 4), name))));
  return gone.length;
}

async function listFiles(folder: string): Promise<string[]> {
  if (!(await isThere(folder))) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}
