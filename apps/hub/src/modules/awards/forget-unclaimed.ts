import { z } from 'zod';
import { system } from '../../kernel/actor.ts';
import { record } from '../../kernel/event.ts';
import type { Job } from '../../kernel/jobs.ts';
import { forgetCredentials } from '../credentials/index.ts';
import { deleteOldFiles } from './batch-row-store.ts';
import { blankAwards, listUnclaimedSince } from './store.ts';

const awardsAtOnce = 200;

/**
 * After the term, awards that nobody accepted lose every personal word; what is left is that they were made.
 * The files of that time are forgotten too.
 */
export const forgetUnclaimed: Job<Record<string, never>> = {
  name: 'awards.forget-unclaimed',
  payload: z.strictObject({}),
  cron: '20 3 * * *',
  async run(app) {
    const before = new Date(app.clock().getTime() - app.config.unclaimedDays * 86_400_000);
    await app.db.transaction().execute((tx) => deleteOldFiles(tx, before));
    for (let count = awardsAtOnce; count === awardsAtOnce; ) {
      count = await app.db.transaction().execute(async (tx) => {
        const awards = await listUnclaimedSince(tx, before, awardsAtOnce);
        const ids = awards.map(({ id }) => id);
        for (const id of ids) await app.mail.withdraw(tx, id);
        await forgetCredentials(app, tx, ids);
        await blankAwards(tx, ids, app.clock());
        const events = awards.map(({ id, issuer }) => ({
          verb: 'award.forgotten',
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
