import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { repositoryPath } from '../paths.ts';
import { reachableBinaries } from './binaries.ts';
import { canReach, databaseOwner } from './database-owner.ts';
import {
  DataFolderInUse,
  lockDataFolder,
  type PostgresConnection,
  type RunningPostgres,
  startPostgres,
} from './index.ts';
import { outsideDirectory } from './place-cluster.ts';
import { processIdentity } from './process-identity.ts';
import { hasEnded } from './stop-postgres.ts';

const isRoot = process.getuid?.() === 0;
const running = new Set<RunningPostgres>();
const keepers = new Set<ChildProcess>();
let home: string;

beforeAll(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'hub spawner ')));
  chmodSync(home, 0o711);
});

afterEach(async () => {
  for (const keeper of keepers) await kill(keeper);
  for (const postgres of running) await postgres.stop();
  running.clear();
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

function newFolder(name: string, mode = 0o711): string {
  const folder = join(home, name);
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, mode);
  return folder;
}

async function start(dataDirectory: string): Promise<RunningPostgres> {
  const postgres = await startPostgres({ dataDirectory, settings: { fsync: 'off' } });
  running.add(postgres);
  return postgres;
}

async function ask(connection: PostgresConnection, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client(connection);
  // A test may kill the database under an open connection.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Another process that locks the folder and starts its database; resolves with what it says. */
async function startKeeper(folder: string, owner: { uid?: number; gid?: number } = {}) {
  const script = repositoryPath('apps/hub/src/platform/postgres/test-keeper.ts');
  const keeper = spawn(process.execPath, ['--conditions=openbadges-source', '--import', 'tsx', script, folder], {
    ...owner,
    cwd: repositoryPath('apps/hub'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  keepers.add(keeper);
  const [line] = await once(keeper.stdout, 'data');
  return { keeper, said: JSON.parse(String(line)) };
}

async function kill(keeper: ChildProcess): Promise<void> {
  keepers.delete(keeper);
  if (keeper.exitCode !== null || keeper.signalCode !== null) return;
  keeper.kill('SIGKILL');
  await once(keeper, 'exit');
}

describe('the database of a data folder', () => {
  it('is made at the first start and keeps its rows until the second, also under a long path with spaces', async () => {
    const folder = newFolder(`${'a long name with spaces '.repeat(5)}/data`);
    const first = await start(folder);
    await ask(first.connection, 'CREATE TABLE leaf AS SELECT 7 AS number');

    await first.stop();
    const second = await start(folder);

    expect(await ask(second.connection, 'SELECT * FROM leaf')).toEqual([{ number: 7 }]);
    expect(first.adopted || second.adopted).toBe(false);
    expect(processIdentity(first.pid)).toBeUndefined();
    expect(second.connection.host.length).toBeLessThan(90);
    await second.stop();
    rmSync(second.connection.host, { recursive: true, force: true });
  });

  it('writes durably and listens on nothing but a socket in a folder that others cannot enter', async () => {
    const postgres = await startPostgres({ dataDirectory: newFolder('usual') });
    running.add(postgres);

    const settings = await ask(
      postgres.connection,
      `SELECT current_setting('fsync') fsync, current_setting('synchronous_commit') commit,
        current_setting('listen_addresses') addresses, current_setting('server_encoding') encoding`,
    );

    expect(settings).toEqual([{ fsync: 'on', commit: 'on', addresses: '', encoding: 'UTF8' }]);
    expect(statSync(postgres.connection.host).mode & 0o777).toBe(0o700);
  });

  it('is taken over from a hub that was killed, and that hub no longer keeps others out', async () => {
    const folder = newFolder('killed');
    const { keeper, said } = await startKeeper(folder);
    await ask(said.connection, 'CREATE TABLE leaf AS SELECT 7 AS number');

    await kill(keeper);
    const lock = lockDataFolder(folder);
    const adopting = await start(folder);

    expect(adopting).toMatchObject({ adopted: true, pid: said.pid });
    expect(await ask(adopting.connection, 'SELECT * FROM leaf')).toEqual([{ number: 7 }]);
    lock.release();
    await adopting.stop();
    expect(processIdentity(said.pid)).toBeUndefined();
  });

  it('starts again after the database itself was killed', async () => {
    const folder = newFolder('database killed');
    const first = await start(folder);
    await ask(first.connection, 'CREATE TABLE leaf AS SELECT 7 AS number');
    const identity = processIdentity(first.pid) ?? '';

    process.kill(first.pid, 'SIGKILL');
    await hasEnded(first.pid, identity, 5000);
    const second = await start(folder);

    expect(second.adopted).toBe(false);
    expect(await ask(second.connection, 'SELECT * FROM leaf')).toEqual([{ number: 7 }]);
  });

  it('starts although the number in a file from before a crash belongs to another process now', async () => {
    const folder = newFolder('crashed');
    const first = await start(folder);
    const file = join(first.connection.host, 'postmaster.pid');
    const text = readFileSync(file, 'utf8');
    await first.stop();
    writeFileSync(file, text.replace(/^\d+/, `${process.pid}`));

    const second = await start(folder);

    expect(second.adopted).toBe(false);
    expect(await ask(second.connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('is not touched when another version of PostgreSQL made it', async () => {
    const folder = newFolder('older');
    const cluster = join(folder, 'postgres');
    mkdirSync(cluster);
    const owner = databaseOwner(cluster);
    if (owner) chownSync(cluster, owner.uid, owner.gid);
    writeFileSync(join(cluster, 'PG_VERSION'), '12\n');

    await expect(start(folder)).rejects.toThrow(/made by PostgreSQL 12/);
  });

  it('never takes the place of something else', async () => {
    const folder = newFolder('occupied');
    mkdirSync(join(folder, 'postgres'));
    writeFileSync(join(folder, 'postgres/letter.txt'), 'Dear');

    await expect(start(folder)).rejects.toThrow('holds something that is not a database');

    expect(readFileSync(join(folder, 'postgres/letter.txt'), 'utf8')).toBe('Dear');
  });
});

describe('the lock of a data folder', () => {
  it('refuses a second hub and says which process has the folder', async () => {
    const folder = newFolder('locked');
    const { keeper } = await startKeeper(folder);

    const attempt = () => lockDataFolder(folder);

    expect(attempt).toThrow(DataFolderInUse);
    expect(attempt).toThrow(`The data folder ${folder} is in use by another hub (process ${keeper.pid}).`);
    const postgres = await start(folder);
    expect(postgres.adopted).toBe(true);
  });

  it('is free after its release, and when its process number belongs to a later process', () => {
    const folder = newFolder('released');
    lockDataFolder(folder).release();
    writeFileSync(join(folder, 'hub.lock'), `${process.pid}\nan earlier start\n`);

    const lock = lockDataFolder(folder);

    expect(() => lockDataFolder(folder)).toThrow(DataFolderInUse);
    lock.release();
  });

  it('makes the folder, and says in one sentence when it cannot', () => {
    writeFileSync(join(home, 'a file'), '');

    const lock = lockDataFolder(join(home, 'new/folder'));

    expect(statSync(lock.directory).isDirectory()).toBe(true);
    expect(() => lockDataFolder(join(home, 'a file/folder'))).toThrow(/cannot be made or entered/);
    lock.release();
  });
});

describe.runIf(isRoot)('as root', () => {
  it('runs the database as another user', async () => {
    const postgres = await start(newFolder('as root'));

    expect(statSync(`/proc/${postgres.pid}`).uid).toBe(databaseOwner('')?.uid);
  });

  it('puts the database of a closed folder elsewhere, follows the folder when it moves and not when it is copied', async () => {
    const folder = newFolder('closed/data', 0o700);
    const first = await start(folder);
    await ask(first.connection, 'CREATE TABLE leaf AS SELECT 7 AS number');
    await first.stop();
    const cluster = readFileSync(join(folder, 'postgres.location'), 'utf8').trim();
    const moved = join(home, 'moved');
    const copied = join(home, 'copied');

    renameSync(folder, moved);
    const second = await start(moved);
    cpSync(moved, copied, { recursive: true });

    expect(cluster.startsWith(outsideDirectory)).toBe(true);
    expect(await ask(second.connection, 'SELECT * FROM leaf')).toEqual([{ number: 7 }]);
    await expect(start(copied)).rejects.toThrow(`its database belongs to ${moved}`);
    await second.stop();
    rmSync(dirname(cluster), { recursive: true });
    await expect(start(moved)).rejects.toThrow('is not there any more');
  });

  it('copies the binaries when the program lies in a home folder that others cannot enter', () => {
    const native = join(newFolder('private', 0o700), 'native');
    mkdirSync(join(native, 'bin'), { recursive: true });
    writeFileSync(join(native, 'bin/postgres'), 'program', { mode: 0o755 });
    const owner = databaseOwner('') ?? { uid: 0, gid: 0 };
    const version = `test-${process.pid}`;

    const { directory } = reachableBinaries({ directory: native, version }, owner);

    expect(canReach(owner, join(directory, 'bin'))).toBe(true);
    expect(readFileSync(join(directory, 'bin/postgres'), 'utf8')).toBe('program');
    rmSync(directory, { recursive: true });
  });

  const nobody = { uid: 65534, gid: 65534 };
  it.runIf(isRoot && canReach(nobody, repositoryPath()))(
    'works for a normal user, whose database root can use later',
    async () => {
      const folder = newFolder('of nobody', 0o700);
      chownSync(folder, nobody.uid, nobody.gid);
      const { keeper, said } = await startKeeper(folder, nobody);
      await ask(said.connection, 'CREATE TABLE leaf AS SELECT 7 AS number');
      await kill(keeper);

      const postgres = await start(folder);
      await postgres.stop();
      const again = await start(folder);

      expect(postgres).toMatchObject({ adopted: true, pid: said.pid });
      expect(statSync(`/proc/${again.pid}`).uid).toBe(nobody.uid);
      expect(await ask(again.connection, 'SELECT * FROM leaf')).toEqual([{ number: 7 }]);
    },
  );

  it.runIf(canReach(nobody, repositoryPath()))('keeps a normal user away from the database of another', async () => {
    const folder = newFolder('of root');
    await (await start(folder)).stop();
    chownSync(folder, nobody.uid, nobody.gid);

    const { said } = await startKeeper(folder, nobody);

    expect(said.refused).toMatch(/belongs to another user/);
  });
});
