import { readBadge } from '../../src/import/read-badge.ts';
import type { Environment } from '../../src/verify/environment.ts';
import type { Report } from '../../src/verify/report.ts';
import { verify } from '../../src/verify/verify.ts';
import type { CommandContext } from '../command.ts';
import { CommandError } from '../command-error.ts';
import { readSource } from '../read-source.ts';
import { unreadReport } from './unread-report.ts';

/** The reports about everything in a file, at an address, or on standard input (`-`). Never throws for what it is. */
export async function reportsOf(source: string, environment: Environment, context: CommandContext): Promise<Report[]> {
  if (/^https?:\/\//i.test(source)) return [await verify(source, environment)];
  try {
    return await reportsOfBytes(await readSource(source, context), environment);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return [unreadReport(error.message, error.remedy, context.clock())];
  }
}

async function reportsOfBytes(bytes: Uint8Array, environment: Environment): Promise<Report[]> {
  const reading = readBadge(bytes);
  if (!reading.ok || reading.documents.length < 2) return [await verify(bytes, environment)];
  const reports: Report[] = [];
  for (const { text, carrier } of reading.documents) {
    const report = await verify(text, environment);
    reports.push({ ...report, format: { ...report.format, carrier } });
  }
  return reports;
}
