import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { keptPicture } from './kept-picture.ts';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'kept-picture-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

it('makes a picture once, also for those who ask at the same time', async () => {
  const data = folder();
  let made = 0;
  const make = async () => {
    made++;
    return Buffer.from('a picture');
  };

  const asked = await Promise.all([keptPicture(data, 'x', make), keptPicture(data, 'x', make)]);
  const later = await keptPicture(data, 'x', make);

  expect([...asked, later].map(String)).toEqual(['a picture', 'a picture', 'a picture']);
  expect(made).toBe(1);
});

it('never mistakes one picture for another', async () => {
  const data = folder();

  await keptPicture(data, 'x', async () => Buffer.from('one'));

  expect(String(await keptPicture(data, 'y', async () => Buffer.from('other')))).toBe('other');
});

it('keeps nothing of a drawing that failed, and tries again', async () => {
  const data = folder();
  const failing = keptPicture(data, 'x', () => Promise.reject(new Error('no ink')));

  await expect(failing).rejects.toThrow('no ink');
  expect(readdirSync(data)).toEqual([]);
  expect(String(await keptPicture(data, 'x', async () => Buffer.from('drawn')))).toBe('drawn');
});
