import type { Environment } from '../../src/verify/environment.ts';
import type { Report } from '../../src/verify/report.ts';
import { verifyAll } from '../../src/verify/verify.ts';
import type { CommandContext } from '../command.ts';
import { CommandError } from '../command-error.ts';
import { readSource } from '../read-source.ts';
import { unreadReport } from './unread-report.ts';

/** The reports about everything in a file, at an address, or on standard input (`-`). Never throws for what it is. */
export async function reportsOf(source: string, environment: Environment, context: CommandContext): Promise<Report[]> {
  if (/^https?:\/\//i.test(source)) return verifyAll(source, environment);
  try {
    return await verifyAll(await readSource(source, context), environment);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return [unreadReport(error.message, error.remedy, context.clock())];
  }
}
