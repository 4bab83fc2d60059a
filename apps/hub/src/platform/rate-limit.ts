import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { App } from '../kernel/app.ts';
import type { Job } from '../kernel/jobs.ts';
import type { Limits } from '../kernel/limits.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Db } from '../kernel/tables.ts';

declare module '../kernel/tables.ts' {
  interface Tables {
    rate_limit: { bucket: string; tokens: number; refilled_at: Date };
  }
}

type Limit = Parameters<Limits['take']>[1];

/** Token buckets in the database, so that all processes count together. */
export function makeLimits({ clock, db, keys }: Pick<App, 'clock' | 'db' | 'keys'>): Limits {
  const key = keys.derive('rate limit');
  return {
    async take(bucket, limit) {
      const name = createHmac('sha256', key).update(bucket).digest('base64url');
      const now = clock();
      if (await takeToken(db, name, limit, now)) return;
      throw new Refusal('web.too-many-requests', { seconds: await secondsUntilToken(db, name, limit, now) });
    },
  };
}

/** One statement, so that two at the same moment cannot take the same token. */
async function takeToken(db: Db, bucket: string, limit: Limit, now: Date): Promise<boolean> {
  const tokens = refilled(limit, now);
  const { rows } = await sql`
    insert into rate_limit as kept (bucket, tokens, refilled_at) values (${bucket}, ${limit.capacity - 1}, ${now})
    on conflict (bucket) do update set tokens = ${tokens} - 1, refilled_at = greatest(kept.refilled_at, ${now}::timestamptz)
      where ${tokens} >= 1
    returning bucket`.execute(db);
  return rows.length > 0;
}

async function secondsUntilToken(db: Db, bucket: string, limit: Limit, now: Date): Promise<number> {
  const { rows } = await sql<{ tokens: number }>`
    select ${refilled(limit, now)} as tokens from rate_limit as kept where bucket = ${bucket}`.execute(db);
  return Math.max(1, Math.ceil(((1 - (rows[0]?.tokens ?? 1)) * 60) / limit.perMinute));
}

// A statement that waited for another one may be earlier than the row it finds.
function refilled({ capacity, perMinute }: Limit, now: Date) {
  return sql`least(${capacity}::float8, kept.tokens
    + greatest(0, extract(epoch from ${now}::timestamptz - kept.refilled_at)::float8) * ${perMinute}::float8 / 60)`;
}

/** Buckets that nobody touched for a day are full again, so they can go. */
export const sweepRateLimits: Job<Record<string, never>> = {
  name: 'rate-limit.sweep',
  payload: z.strictObject({}),
  cron: '41 * * * *',
  async run({ db, clock }) {
    const yesterday = new Date(clock().getTime() - 24 * 3_600_000);
    await db.deleteFrom('rate_limit').where('refilled_at', '<', yesterday).execute();
  },
};
