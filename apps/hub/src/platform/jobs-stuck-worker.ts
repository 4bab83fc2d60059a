import { z } from 'zod';
import type { App } from '../kernel/app.ts';
import type { Job } from '../kernel/jobs.ts';
import { openDatabase } from './database.ts';
import { startWorker } from './jobs.ts';

// A process of its own for the test: it begins a job, says so, and never ends it.
const db = openDatabase({ connection: JSON.parse(process.argv[2] ?? '{}') });
const log = { debug() {}, info() {}, warn() {}, error() {} };
const stuck: Job<{ number: number }> = {
  name: 'test.stuck',
  payload: z.strictObject({ number: z.number() }),
  async run() {
    process.send?.('begun');
    await new Promise(() => {});
  },
};
await startWorker({ db, log } as Partial<App> as App, [stuck]);
