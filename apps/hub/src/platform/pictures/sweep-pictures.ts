import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Job } from '../../kernel/jobs.ts';

const week = 7 * 24 * 3_600_000;

/**
 * Forgets drawings that are a week old: they are made again when somebody asks. Certificates and cards bear names, which
 * must not outlive the badge or the account they came from.
 */
export const sweepPictures: Job<Record<string, never>> = {
  name: 'pictures.sweep',
  payload: z.strictObject({}),
  cron: '47 3 * * *',
  async run({ clock, config, log }) {
    const folder = join(config.data, 'cache', 'pictures');
    const oldest = clock().getTime() - week;
    let removed = 0;
    for (const path of await filesIn(folder)) {
      if ((await stat(path)).mtimeMs > oldest) continue;
      await rm(path, { force: true });
      removed += 1;
    }
    if (removed > 0) log.info({ removed }, 'Drawings that were a week old were removed');
  },
};

async function filesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
