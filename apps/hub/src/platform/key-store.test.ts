import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CannotOpen, makeKeyStore } from './key-store.ts';
import { checkSecret, loadSecret, secretFile } from './key-store-secret.ts';
import { temporaryFolder, testPlatform } from './test-platform.ts';

const keys = makeKeyStore(Buffer.alloc(32, 1));
const plain = Buffer.from('a private key');

it('opens what it sealed, for the same purpose', () => {
  expect(keys.open(keys.seal(plain, 'key_1'), 'key_1')).toEqual(plain);
  expect(keys.open(keys.seal(Buffer.alloc(0), 'key_1'), 'key_1')).toHaveLength(0);
});

it('never seals twice to the same bytes, and shows nothing of the plain ones', () => {
  const [first, second] = [keys.seal(plain, 'key_1'), keys.seal(plain, 'key_1')];

  expect(first.equals(second)).toBe(false);
  expect(first.includes(plain)).toBe(false);
});

it('opens nothing for another purpose, with another secret, or of another version', () => {
  const sealed = keys.seal(plain, 'key_1');
  const otherVersion = Buffer.from(sealed).fill(2, 0, 1);

  expect(() => keys.open(sealed, 'key_2')).toThrow(CannotOpen);
  expect(() => makeKeyStore(Buffer.alloc(32, 2)).open(sealed, 'key_1')).toThrow(CannotOpen);
  expect(() => keys.open(otherVersion, 'key_1')).toThrow(CannotOpen);
  expect(() => keys.open(Buffer.alloc(0), 'key_1')).toThrow(CannotOpen);
});

it('notices each byte that was changed', () => {
  const sealed = keys.seal(plain, 'key_1');

  for (let place = 0; place < sealed.length; place++) {
    const changed = Buffer.from(sealed);
    changed[place] = (changed[place] ?? 0) ^ 1;
    expect(() => keys.open(changed, 'key_1'), `byte ${place}`).toThrow(CannotOpen);
  }
});

it('derives the same key for the same purpose only', () => {
  expect(keys.derive('cookies')).toEqual(keys.derive('cookies'));
  expect(keys.derive('cookies').equals(keys.derive('links'))).toBe(false);
  expect(keys.derive('cookies')).toHaveLength(32);
});

it('makes one secret when several processes start at once, readable by its owner only', async () => {
  const data = join(await temporaryFolder(), 'new');

  const secrets = await Promise.all(Array.from({ length: 8 }, () => loadSecret({ data })));

  expect(new Set(secrets.map((secret) => secret.toString('hex'))).size).toBe(1);
  expect(secrets[0]).toHaveLength(32);
  expect((await stat(secretFile(data))).mode & 0o777).toBe(0o600);
  expect(await readdir(data)).toEqual(['secret.key']);
});

it('takes the secret from the settings without writing it down', async () => {
  const data = await temporaryFolder();

  const secret = await loadSecret({ data, secretKey: Buffer.alloc(32, 5).toString('base64url') });

  expect(secret).toEqual(Buffer.alloc(32, 5));
  expect(await readdir(data)).toEqual([]);
});

it('refuses a damaged secret and does not make another one', async () => {
  const data = await temporaryFolder();
  await writeFile(secretFile(data), 'damaged');
  await chmod(secretFile(data), 0o600);

  await expect(loadSecret({ data })).rejects.toThrow('must hold 32 bytes');

  expect(await readFile(secretFile(data), 'utf8')).toBe('damaged');
});

it('notices at the start that the database was made with another secret', async () => {
  const { db } = await testPlatform();
  await checkSecret(db, keys);
  await checkSecret(db, keys);

  await expect(checkSecret(db, makeKeyStore(Buffer.alloc(32, 2)))).rejects.toThrow(
    'not the one this database was made with',
  );
});
