import type { App } from '../../kernel/app.ts';
import { checkClock } from './check-clock.ts';
import { checkDatabase } from './check-database.ts';
import { checkDisk } from './check-disk.ts';
import { checkEvents } from './check-events.ts';
import { checkFetch } from './check-fetch.ts';
import { checkKeys } from './check-keys.ts';
import { checkMail } from './check-mail.ts';
import { checkPublicAddress } from './check-public-address.ts';
import { checkQueue } from './check-queue.ts';
import { about, type Finding } from './finding.ts';

export type { Finding } from './finding.ts';

/** Looks at everything that a hub stands on; `migrations` is the folder of this program's. Whatever a check stumbles over is a finding too. */
export async function runDoctor(app: App, { migrations }: { migrations: string }): Promise<Finding[]> {
  const checks: [string, () => Promise<Finding[]>][] = [
    ['database', () => checkDatabase(app, migrations)],
    ['queue', () => checkQueue(app)],
    ['disk', () => checkDisk(app)],
    ['clock', () => checkClock(app)],
    ['mail', () => checkMail(app)],
    ['address', () => checkPublicAddress(app)],
    ['keys', () => checkKeys(app)],
    ['events', () => checkEvents(app)],
    ['fetching', () => checkFetch(app)],
  ];
  const findings: Finding[] = [];
  for (const [topic, check] of checks) findings.push(...(await check().catch((error) => [failed(topic, error)])));
  return findings;
}

function failed(topic: string, error: unknown): Finding {
  const words = error instanceof Error ? error.message : String(error);
  return about(topic).bad(`The check failed: ${words}`, 'Mend this first, then ask again.');
}
