import { randomBytes, timingSafeEqual } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ColumnType } from 'kysely';
import type { Config } from '../kernel/config.ts';
import type { KeyStore } from '../kernel/key-store.ts';
import type { Db } from '../kernel/tables.ts';
import { CannotStart } from './cannot-start.ts';

declare module '../kernel/tables.ts' {
  interface Tables {
    setting: SettingRow;
  }
}

export interface SettingRow {
  name: string;
  /** Written as JSON text. */
  value: ColumnType<unknown, string, string>;
  changed_at: Date;
}

export const secretLength = 32;
export const secretFile = (data: string) => join(data, 'secret.key');

/** The hub's secret: from the settings, else from the data folder, where the first start makes it. */
export async function loadSecret({ secretKey, data }: Pick<Config, 'secretKey' | 'data'>): Promise<Buffer> {
  if (secretKey) return parseSecret(secretKey, 'BA_SECRET_KEY');
  const path = secretFile(data);
  if (!(await readIfThere(path))) await keepSecret(path, randomBytes(secretLength));
  return parseSecret((await readFile(path, 'utf8')).trim(), path);
}

function parseSecret(text: string, place: string): Buffer {
  const secret = Buffer.from(text, 'base64url');
  if (secret.length !== secretLength)
    throw new CannotStart(`${place} must hold ${secretLength} bytes, written as base64url.`);
  return secret;
}

/** Writes the secret unless there is one: of two that start at once, both go on with the first one's. */
export async function keepSecret(path: string, secret: Uint8Array): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(`${Buffer.from(secret).toString('base64url')}\n`);
    await file.sync();
    await link(draft, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await file.close();
    await rm(draft);
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

const checkName = 'secret.check';

/** Notices at the start, not at the first signature, that the database belongs to another secret. */
export async function checkSecret(db: Db, keys: Pick<KeyStore, 'derive'>): Promise<void> {
  const expected = keys.derive('check value').toString('base64url');
  await db
    .insertInto('setting')
    .values({ name: checkName, value: JSON.stringify(expected), changed_at: new Date() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await db.selectFrom('setting').select('value').where('name', '=', checkName).executeTakeFirstOrThrow();
  if (!isSame(String(row.value), expected)) {
    throw new CannotStart(
      'The secret key is not the one this database was made with, so its signing keys cannot be opened. Put the right secret.key into the data folder or the right value into BA_SECRET_KEY.',
    );
  }
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
