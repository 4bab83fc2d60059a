import { randomBytes } from 'node:crypto';
import { mkdir, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from '../../kernel/app.ts';
import { secretFile } from '../key-store-secret.ts';
import { about, type Finding } from './finding.ts';

const say = about('disk');
const gigabyte = 1024 ** 3;

export async function checkDisk({ config }: Pick<App, 'config'>): Promise<Finding[]> {
  await mkdir(config.data, { recursive: true });
  return [await spaceFinding(config.data), await writingFinding(config.data), ...(await secretFindings(config))];
}

async function spaceFinding(data: string): Promise<Finding> {
  const { bavail, bsize, blocks } = await statfs(data);
  const free = bavail * bsize;
  const words = `${(free / gigabyte).toFixed(1)} of ${((blocks * bsize) / gigabyte).toFixed(1)} GB are free at ${data}`;
  if (free < 0.2 * gigabyte) return say.bad(words, 'Make room now: without it the database stops.');
  if (free < gigabyte) return say.warn(words, 'Make room soon.');
  return say.ok(words);
}

async function writingFinding(data: string): Promise<Finding> {
  const path = join(data, `.doctor-${randomBytes(6).toString('hex')}`);
  try {
    await writeFile(path, 'x', { flag: 'wx', flush: true });
    return say.ok('The data folder can be written to');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return say.bad(
      `The data folder cannot be written to (${error.code})`,
      `Give ${data} to the user that runs the hub.`,
    );
  } finally {
    await rm(path, { force: true });
  }
}

async function secretFindings({ data, secretKey }: App['config']): Promise<Finding[]> {
  if (secretKey) return [say.ok('The secret key comes from BA_SECRET_KEY')];
  const path = secretFile(data);
  const found = await stat(path).catch(() => undefined);
  if (!found) return [say.warn('There is no secret key yet', 'Start the hub; it makes one.')];
  if (found.mode & 0o077) return [say.bad('Others on this machine can read the secret key', `chmod 600 ${path}`)];
  return [say.ok('Only the owner can read the secret key')];
}
