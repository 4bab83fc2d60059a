import { setTimeout as pause } from 'node:timers/promises';

import { processIdentity } from './process-identity.ts';

/** Milliseconds for writing everything out, before the database is told to stop at once and recover at its next start. */
const patience = 20_000;

/** Stops a database: open transactions are rolled back, everything committed is written out. */
export async function stopPostgres(pid: number): Promise<void> {
  const identity = processIdentity(pid);
  if (!identity) return;
  signal(pid, 'SIGINT');
  if (await hasEnded(pid, identity, patience)) return;
  signal(pid, 'SIGQUIT');
  await hasEnded(pid, identity, patience);
}

/** Waits until the process is gone; false when it still runs after that many milliseconds. */
export async function hasEnded(pid: number, identity: string, milliseconds: number): Promise<boolean> {
  const end = performance.now() + milliseconds;
  while (processIdentity(pid) === identity) {
    if (performance.now() > end) return false;
    await pause(5);
  }
  return true;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
