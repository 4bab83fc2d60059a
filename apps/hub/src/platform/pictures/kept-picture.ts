import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const underWay = new Map<string, Promise<Buffer>>();

/**
 * A picture that is made once and then read from disk. Its name is the digest of all it is made from, so it is never
 * stale; whoever asks while it is being made waits for the same one.
 */
export async function keptPicture(data: string, madeFrom: string, make: () => Promise<Uint8Array>): Promise<Buffer> {
  const name = createHash('sha256').update(madeFrom).digest('hex');
  const folder = join(data, 'cache', 'pictures', name.slice(0, 2));
  const kept = await readIfThere(join(folder, name));
  if (kept) return kept;
  const path = join(folder, name);
  const begun = underWay.get(path) ?? makeAndKeep(folder, name, make).finally(() => underWay.delete(path));
  underWay.set(path, begun);
  return begun;
}

async function makeAndKeep(folder: string, name: string, make: () => Promise<Uint8Array>): Promise<Buffer> {
  const bytes = Buffer.from(await make());
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `${name}.${randomUUID()}`);
  await writeFile(draft, bytes, { mode: 0o600 });
  await rename(draft, join(folder, name));
  return bytes;
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
