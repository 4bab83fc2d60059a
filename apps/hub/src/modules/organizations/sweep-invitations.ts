import { z } from 'zod';
import type { Job } from '../../kernel/jobs.ts';
import { deleteOldInvitations } from './invitation-store.ts';

/** Days after which the address of somebody who never came is forgotten. */
const keptDays = 30;

/** Forgets whom was written to without an answer. */
export const sweepInvitations: Job<Record<string, never>> = {
  name: 'organizations.sweep-invitations',
  payload: z.strictObject({}),
  cron: '41 3 * * *',
  async run({ clock, db }) {
    await deleteOldInvitations(db, new Date(clock().getTime() - keptDays * 24 * 3600_000));
  },
};
