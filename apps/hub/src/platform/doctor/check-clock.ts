import { randomBytes } from 'node:crypto';
import { rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { App } from '../../kernel/app.ts';
import { about, type Finding } from './finding.ts';

const say = about('clock');

/** Credentials carry dates, so the clock has to be right; and those of the database and of the files have to agree. */
export async function checkClock({ db, config, clock }: Pick<App, 'clock' | 'config' | 'db'>): Promise<Finding[]> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db);
  const database = difference(rows[0]?.now ?? new Date(0), clock());
  const files = difference(await timeOfFiles(config.data), clock());
  return [finding('the database', database), finding('the file system', files)];
}

const difference = (other: Date, own: Date) => Math.abs(other.getTime() - own.getTime()) / 1000;

function finding(whose: string, seconds: number): Finding {
  const remedy = 'Let time servers set the clock on every machine (chrony, systemd-timesyncd).';
  if (seconds > 60) return say.bad(`This clock and that of ${whose} differ by ${Math.round(seconds)} seconds`, remedy);
  if (seconds > 3) return say.warn(`This clock and that of ${whose} differ by ${Math.round(seconds)} seconds`, remedy);
  return say.ok(`This clock and that of ${whose} agree`);
}

async function timeOfFiles(data: string): Promise<Date> {
  const path = join(data, `.doctor-${randomBytes(6).toString('hex')}`);
  await writeFile(path, 'x', { flag: 'wx' });
  try {
    return (await stat(path)).mtime;
  } finally {
    await rm(path, { force: true });
  }
}
