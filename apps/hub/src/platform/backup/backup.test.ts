import { cp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { system } from '../../kernel/actor.ts';
import { firstBrokenEvent, record } from '../../kernel/event.ts';
import type { Job } from '../../kernel/jobs.ts';
import { filePath } from '../files.ts';
import { drainJobs } from '../jobs.ts';
import { makeKeyStore } from '../key-store.ts';
import { checkSecret, loadSecret } from '../key-store-secret.ts';
import { migrationsFolder, type TestPlatform, temporaryFolder, testPlatform } from '../test-platform.ts';
import { restoreBackup } from './restore-backup.ts';
import { writeBackup } from './write-backup.ts';

const passphrase = 'correct horse battery';
const migrations = migrationsFolder;
const countedJob: Job<{ number: number }> = {
  name: 'test.count',
  payload: z.strictObject({ number: z.number() }),
  run: async () => {},
};

/** A hub with a person, events, files, a letter, a job that waits, and a session. */
async function livedIn(): Promise<TestPlatform> {
  const hub = await testPlatform();
  await checkSecret(hub.db, makeKeyStore(await loadSecret(hub.config)));
  const at = hub.clock();
  await hub.db.transaction().execute(async (tx) => {
    await sql`insert into actor (id, kind, name, created_at, summary) values
      ('org_2', 'organization', 'École des Ponts', ${at}, E'tab\there\nand "quotes" \\\\ 徽章'), ('per_1', 'person', 'Zoë', ${at}, '')`.execute(
      tx,
    );
    await sql`insert into tie (id, subject, object, kind, state, by, created_at)
      values ('tie_1', 'per_1', 'org_2', 'staff', 'active', 'per_1', ${at})`.execute(tx);
    await sql`insert into account (id, person, webauthn_handle, created_at) values ('acc_1', 'per_1', '\\x00ff10', ${at})`.execute(
      tx,
    );
    await sql`insert into session values ('ses_1', '\\x01', 'acc_1', 'browser', ${at}, ${at}, ${at})`.execute(tx);
    for (const words of ['one', 'two', 'two']) {
      await hub.files.keep(tx, { bytes: Buffer.from(words), type: 'text/plain', name: words, isPublic: true });
    }
    const large = Buffer.alloc(900_000, 'badge ');
    await hub.files.keep(tx, { bytes: large, type: 'text/plain', name: 'large', isPublic: false });
    // more than one part of a table
    await sql`insert into snapshot_body select 'sha' || n, convert_to(repeat('x', 1000), 'UTF8') from generate_series(1, 3000) n`.execute(
      tx,
    );
    await record(
      hub,
      tx,
      { verb: 'hub.opened', by: system, about: hub.newId('hub') },
      { verb: 'person.joined', by: system, about: 'per_1' },
    );
    await hub.jobs.add(tx, countedJob, { number: 1 }, { key: 'once', queue: 'slow' });
    await hub.mail.post(tx, { to: 'zoe@school.example', subject: 's', text: 't', about: 'per_1', lang: 'en' });
  });
  return hub;
}

const writeTo = async (hub: TestPlatform) => {
  const path = join(await temporaryFolder(), 'hub.backup');
  return { path, report: await writeBackup(hub, { path, passphrase }) };
};

let made: Promise<{ bytes: Buffer; content: unknown; secret: Buffer }> | undefined;

/** The backup of one such hub, made once; each test gets a copy in a file of its own. */
async function aBackup() {
  made ??= makeBackup();
  const path = join(await temporaryFolder(), 'hub.backup');
  await writeFile(path, (await made).bytes);
  return { path, ...(await made) };
}

async function makeBackup() {
  const hub = await livedIn();
  const { path } = await writeTo(hub);
  const secret = await loadSecret(hub.config);
  return { bytes: await readFile(path), content: await contentOf(hub), secret };
}

async function contentOf({ db }: Pick<TestPlatform, 'db'>) {
  const tables = await sql<{ name: string }>`select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not in ('migration', 'session', 'rate_limit') order by 1`.execute(
    db,
  );
  const content: Record<string, unknown> = {};
  for (const { name } of tables.rows) {
    const { rows } = await sql<{
      all: string;
    }>`select jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text) as all from ${sql.table(name)} t`.execute(db);
    content[name] = rows[0]?.all;
  }
  return content;
}

async function filesOf({ config }: Pick<TestPlatform, 'config'>) {
  const folder = join(config.data, 'files');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(
    files.map(async ({ name, parentPath }) => [name, (await readFile(join(parentPath, name))).toString()]),
  ).then((all) => all.sort());
}

it('brings everything into an empty hub: tables, files, secret and waiting jobs', async () => {
  const hub = await livedIn();
  const { path, report } = await writeTo(hub);
  const other = await testPlatform();

  await restoreBackup(other, { path, passphrase, migrations });

  expect(await contentOf(other)).toEqual(await contentOf(hub));
  expect(await filesOf(other)).toEqual(await filesOf(hub));
  expect(report).toMatchObject({ files: 3, missingFiles: [] });
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await firstBrokenEvent(other)).toBeUndefined();
  const secret = await loadSecret(other.config);
  expect(secret.equals(await loadSecret(hub.config))).toBe(true);
  await checkSecret(other.db, makeKeyStore(secret));
  const ran: number[] = [];
  await drainJobs(other, [{ ...countedJob, run: async (_app, { number }) => void ran.push(number) }]);
  expect(ran).toEqual([1]);
});

it('leaves sessions out, and shows the secret to nobody', async () => {
  const { path, secret } = await aBackup();

  const text = gunzipSync(await readFile(path)).toString('latin1');

  expect(text).not.toContain('ses_1');
  expect(text).not.toContain(secret.toString('base64url'));
  expect(text).not.toContain(secret.toString('latin1'));
});

async function expectEmpty(hub: TestPlatform, before: unknown) {
  expect(await contentOf(hub)).toEqual(before);
  expect(await filesOf(hub)).toEqual([]);
  expect(await readdir(hub.config.data)).not.toContain('secret.key');
}

it('does nothing with a wrong passphrase', async () => {
  const { path } = await aBackup();
  const other = await testPlatform();
  const before = await contentOf(other);

  const attempt = restoreBackup(other, { path, passphrase: 'wrong horse battery', migrations });

  await expect(attempt).rejects.toThrow('The passphrase does not open this backup.');
  await expectEmpty(other, before);
});

it('does nothing with a file that is cut off, wherever', async () => {
  const { path } = await aBackup();
  const whole = await readFile(path);
  const other = await testPlatform();
  const before = await contentOf(other);

  for (const share of [0.01, 0.5, 0.99]) {
    await writeFile(path, whole.subarray(0, Math.floor(whole.length * share)));
    await expect(restoreBackup(other, { path, passphrase, migrations })).rejects.toThrow('not a whole backup');
  }

  await expectEmpty(other, before);
});

it('does nothing with a file in which somebody changed something', async () => {
  const { path } = await aBackup();
  const tar = gunzipSync(await readFile(path));
  const other = await testPlatform();
  const before = await contentOf(other);
  const changes = [
    [tar.indexOf('Zoë'), 'Eve'],
    [tar.indexOf('badge badge'), 'BADGE'],
    [tar.indexOf('"madeAt":"2031'), '"madeAt":"2032'],
    [tar.lastIndexOf('seal\0'), 'sale'],
    [tar.indexOf('"number":1'), '"number":2'],
  ] as const;

  for (const [place, text] of changes) {
    expect(place).toBeGreaterThan(0);
    const changed = Buffer.from(tar);
    changed.write(text, place);
    await writeFile(path, gzipSync(changed));
    await expect(restoreBackup(other, { path, passphrase, migrations })).rejects.toThrow('not a whole backup');
  }

  await expectEmpty(other, before);
});

it.each([
  ['nothing', ''],
  ['words', 'hello'],
  ['another archive', gzipSync('hello')],
])('does nothing with a file of %s', async (_name, content) => {
  const path = join(await temporaryFolder(), 'file');
  await writeFile(path, content);
  const other = await testPlatform();

  await expect(restoreBackup(other, { path, passphrase, migrations })).rejects.toThrow('not a whole backup');
});

it('names a file that is not there, and does not write over one that is', async () => {
  const hub = await testPlatform();
  const { path } = await writeTo(hub);

  await expect(restoreBackup(hub, { path: `${path}x`, passphrase, migrations })).rejects.toThrow('cannot be read');
  await expect(writeBackup(hub, { path, passphrase })).rejects.toThrow('exists already');
});

it('does not restore into a hub that is in use', async () => {
  const hub = await livedIn();
  const { path } = await writeTo(hub);
  const before = await contentOf(hub);

  await expect(restoreBackup(hub, { path, passphrase, migrations })).rejects.toThrow('This hub is in use');

  expect(await contentOf(hub)).toEqual(before);
  expect((await hub.db.selectFrom('file').selectAll().execute()).length).toBe(4);
});

it('takes no secret from the settings in place of the one in the backup', async () => {
  const { path, secret, content } = await aBackup();
  const secretKey = secret.toString('base64url');
  const wrong = await testPlatform({ config: { secretKey: Buffer.alloc(32, 9).toString('base64url') } });
  const right = await testPlatform({ config: { secretKey } });

  await expect(restoreBackup(wrong, { path, passphrase, migrations })).rejects.toThrow(
    'BA_SECRET_KEY is not the secret',
  );
  await restoreBackup(right, { path, passphrase, migrations });

  expect(await contentOf(right)).toEqual(content);
});

it('brings the backup of an older version up to date, and refuses that of a newer one', async () => {
  const { path } = await aBackup();
  const newer = join(await temporaryFolder(), 'migrations');
  await cp(migrations, newer, { recursive: true });
  const next = String((await readdir(newer)).length + 1).padStart(4, '0');
  await writeFile(join(newer, `${next}-more.sql`), `alter table actor add column motto text not null default 'onward'`);
  const other = await testPlatform();

  await restoreBackup(other, { path, passphrase, migrations: newer });

  const { rows } = await sql<{ motto: string }>`select distinct motto from actor`.execute(other.db);
  expect(rows).toEqual([{ motto: 'onward' }]);
  const later = await writeTo(other);
  const old = await testPlatform();
  await expect(restoreBackup(old, { path: later.path, passphrase, migrations })).rejects.toThrow('another version');
});

it('tells which files have lost their bytes and keeps the rest', async () => {
  const hub = await livedIn();
  const [gone] = await hub.db.selectFrom('file').selectAll().where('name', '=', 'one').execute();
  const sha256 = gone?.sha256 ?? '';
  await rm(filePath(hub.config.data, sha256));

  const { path, report } = await writeTo(hub);
  const other = await testPlatform();
  await restoreBackup(other, { path, passphrase, migrations });

  expect(report.missingFiles).toEqual([sha256]);
  expect(await filesOf(other)).toHaveLength(2);
});
