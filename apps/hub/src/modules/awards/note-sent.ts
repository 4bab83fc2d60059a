import { z } from 'zod';
import { system } from '../../kernel/actor.ts';
import { record } from '../../kernel/event.ts';
import type { Job } from '../../kernel/jobs.ts';
import { markDueSent } from './store.ts';

const awardsAtOnce = 1000;

/** Awards whose letters left, or are kept for reading, are `sent` from then on. */
export const noteSent: Job<Record<string, never>> = {
  name: 'awards.note-sent',
  payload: z.strictObject({}),
  cron: '*/10 * * * *',
  async run(app) {
    for (let marked = awardsAtOnce; marked === awardsAtOnce; ) {
      marked = await app.db.transaction().execute(async (tx) => {
        const awards = await markDueSent(tx, app.clock(), awardsAtOnce);
        const batches = new Set(awards.flatMap(({ batch }) => (batch ? [batch] : [])));
        for (const batch of batches) await app.live.publish(tx, `batch:${batch}`, { sent: awards.length });
        const events = awards.map(({ id, issuer }) => ({
          verb: 'award.sent',
          by: system,
          about: id,
          onBehalfOf: issuer,
        }));
        await record(app, tx, ...events);
        return awards.length;
      });
    }
  },
};
