import { z } from 'zod';
import type { Job } from '../../kernel/jobs.ts';
import { markDueSent } from './store.ts';

/** Awards whose letters left are `sent` from then on. */
export const noteSent: Job<Record<string, never>> = {
  name: 'awards.note-sent',
  payload: z.strictObject({}),
  cron: '*/10 * * * *',
  run: (app) => markDueSent(app.db, app.clock()),
};
