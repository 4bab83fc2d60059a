import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { filePath, filesFolder, sweepFiles } from './files.ts';
import { type TestPlatform, testPlatform } from './test-platform.ts';

const text = (words: string) => new TextEncoder().encode(words);

const keep = (hub: TestPlatform, words: string, name = 'note.txt') =>
  hub.db
    .transaction()
    .execute((tx) => hub.files.keep(tx, { bytes: text(words), type: 'text/plain', name, isPublic: true }));

async function onDisk(hub: TestPlatform) {
  const entries = await readdir(filesFolder(hub.config.data), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

it('gives back the bytes that were kept', async () => {
  const hub = await testPlatform();
  const { id } = await keep(hub, 'hello');

  const file = await hub.files.read(id);

  expect(file).toMatchObject({ id, type: 'text/plain', size: 5, name: 'note.txt', isPublic: true });
  expect(file?.bytes.toString()).toBe('hello');
  expect(file?.sha256).toBe('2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824');
});

it('stores the same bytes once, whoever brings them and even at the same moment', async () => {
  const hub = await testPlatform();

  const files = await Promise.all(Array.from({ length: 5 }, () => keep(hub, 'the same')));

  expect(new Set(files.map(({ id }) => id)).size).toBe(5);
  expect(await onDisk(hub)).toEqual([files[0]?.sha256]);
});

it('knows nothing of a file that was never kept', async () => {
  const hub = await testPlatform();

  expect(await hub.files.read('fil_00000000000000000000000001')).toBeUndefined();
});

it('refuses what is larger than the limit and leaves nothing behind', async () => {
  const hub = await testPlatform({ config: { uploadLimit: 4 } });

  await expect(keep(hub, 'hello')).rejects.toMatchObject({ code: 'file.too-large', details: { limit: 4 } });

  expect(await hub.db.selectFrom('file').selectAll().execute()).toEqual([]);
});

it.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\me\\badge.png', 'badge.png'],
  ['a\r\nb\u202e.txt', 'ab.txt'],
  ['', 'file'],
])('keeps of the name %j only %j', async (given, kept) => {
  const hub = await testPlatform();

  expect(await keep(hub, 'x', given)).toMatchObject({ name: kept });
});

it('removes bytes when the last row that names them is gone, and leftovers of writers that died', async () => {
  const hub = await testPlatform();
  const [first, second] = [await keep(hub, 'shared'), await keep(hub, 'shared')];
  const other = await keep(hub, 'mine alone');
  await writeFile(`${filePath(hub.config.data, other.sha256)}.a1b2c3`, 'half');
  const remove = (id: typeof first.id) => hub.db.transaction().execute((tx) => hub.files.remove(tx, id));

  await remove(first.id);
  await sweepFiles.run(hub, {});
  expect((await onDisk(hub)).sort()).toEqual([first.sha256, other.sha256].sort());
  await remove(second.id);
  await sweepFiles.run(hub, {});

  expect(await onDisk(hub)).toEqual([other.sha256]);
  expect(await hub.files.read(second.id)).toBeUndefined();
});

it('does not sweep away bytes whose row is about to be committed', async () => {
  const hub = await testPlatform();

  const id = await hub.db.transaction().execute(async (tx) => {
    const file = await hub.files.keep(tx, { bytes: text('new'), type: 'text/plain', name: 'n', isPublic: false });
    await sweepFiles.run(hub, {});
    return file.id;
  });

  expect((await hub.files.read(id))?.bytes.toString()).toBe('new');
});

it('lies under its digest in the data folder', async () => {
  const hub = await testPlatform();

  const { sha256 } = await keep(hub, 'hello');

  const path = join(hub.config.data, 'files', '2c', 'f2', sha256);
  expect(await readFile(path, 'utf8')).toBe('hello');
});
