import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, rm } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import pg, { type PoolClient } from 'pg';
import { z } from 'zod';
import type { App } from '../../kernel/app.ts';
import { CannotStart } from '../cannot-start.ts';
import { poolOf } from '../database.ts';
import { migrate } from '../migrate.ts';
import { Manifest, manifestName, secretName } from './manifest.ts';
import { placeSecret, refuseOtherSecret } from './place-secret.ts';
import { rebuildSchema, refuseFullHub } from './rebuild-schema.ts';
import { restoreEntries } from './restore-entries.ts';
import { openBox } from './secret-box.ts';
import { BrokenTar, readTar, type TarEntry, textOf } from './tar.ts';

interface Restore {
  path: string;
  passphrase: string;
  /** The folder of the migrations of this program. */
  migrations: string;
}

type Needs = Pick<App, 'config' | 'db'>;

/**
 * Fills an empty hub from a backup. Until the last byte is read and its seal is right nothing is committed: a wrong
 * passphrase, a damaged or a foreign file leaves the hub as it was. A backup of an older version is brought up to date.
 */
export async function restoreBackup(app: Needs, restore: Restore): Promise<Manifest> {
  await access(restore.path).catch((cause) => {
    throw new CannotStart(`The file ${restore.path} cannot be read.`, { cause });
  });
  const client = await poolOf(app.db).connect();
  const added: string[] = [];
  try {
    await client.query('begin');
    await refuseFullHub(client);
    const { manifest, secret } = await readInto(app, client, restore, added);
    const install = await placeSecret(app.config, secret);
    await client.query('commit');
    await install();
    await migrate(app.db, restore.migrations);
    return manifest;
  } catch (error) {
    await Promise.all(added.map((file) => rm(file, { force: true })));
    throw isDamage(error) ? damaged(error) : error;
  } finally {
    // What was begun and not committed is undone with the connection.
    client.release(true);
  }
}

async function readInto(app: Needs, client: PoolClient, { path, passphrase, migrations }: Restore, added: string[]) {
  const file = createReadStream(path);
  const unzipped = createGunzip();
  file.on('error', (error) => unzipped.destroy(error)).pipe(unzipped);
  try {
    const digest = createHash('sha256');
    const entries = readTar(unzipped, (bytes) => digest.update(bytes));
    const manifest = Manifest.parse(await nextJson(entries, manifestName));
    const box = await openBox(await nextJson(entries, secretName), passphrase);
    if (!box) throw new CannotStart('The passphrase does not open this backup.');
    refuseOtherSecret(app.config, box.secret);
    await rebuildSchema(client, manifest.migrations, migrations);
    const sealNow = () => box.seal(digest.copy().digest());
    await restoreEntries({ client, data: app.config.data, manifest, entries, added, sealNow });
    return { manifest, secret: box.secret };
  } finally {
    file.destroy();
    unzipped.destroy();
  }
}

const jsonLimit = 16 * 1024 * 1024;

async function nextJson(entries: AsyncGenerator<TarEntry>, name: string): Promise<unknown> {
  const { value: entry } = await entries.next();
  if (entry?.name !== name || entry.size > jsonLimit) throw new BrokenTar(`${name} is missing`);
  return JSON.parse(await textOf(entry));
}

function isDamage(error: unknown): error is Error {
  if (error instanceof BrokenTar || error instanceof z.ZodError || error instanceof SyntaxError) return true;
  // Rows that the database does not take, or zlib's word for a broken stream
  return (
    error instanceof pg.DatabaseError ||
    (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
  );
}

function damaged(cause: Error): CannotStart {
  return new CannotStart(
    'This is not a whole backup: the file is cut off, was changed, or is something else. Nothing was restored.',
    {
      cause,
    },
  );
}
