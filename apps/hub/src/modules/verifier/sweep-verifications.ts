import { z } from 'zod';
import type { Job } from '../../kernel/jobs.ts';
import { forgetExpired } from './store.ts';

/** Empties the answers whose day is over; the dated copies that later verifications compare with stay. */
export const sweepVerifications: Job<Record<string, never>> = {
  name: 'verifier.sweep-verifications',
  payload: z.strictObject({}),
  cron: '23 * * * *',
  run: (app) => forgetExpired(app.db, app.clock()),
};
