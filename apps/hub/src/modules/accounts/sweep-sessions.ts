import { z } from 'zod';
import type { Job } from '../../kernel/jobs.ts';
import { deleteExpired } from './session-store.ts';

/** Removes sessions and links whose time is over. */
export const sweepSessions: Job<Record<string, never>> = {
  name: 'accounts.sweep-sessions',
  payload: z.strictObject({}),
  cron: '41 3 * * *',
  run: (app) => deleteExpired(app.db, app.clock()),
};
