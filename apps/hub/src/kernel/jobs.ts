import type { z } from 'zod';
import type { App } from './app.ts';
import type { Tx } from './tables.ts';

/** A kind of work that runs after the request, as often as it needs to succeed. It must be safe to run twice. */
export interface Job<Payload = unknown> {
  /** `module.verb-noun` */
  name: string;
  payload: z.ZodType<Payload>;
  run(app: App, payload: Payload): Promise<void>;
  /** Runs by the clock (crontab line, UTC) with an empty payload. */
  cron?: string;
  maxAttempts?: number;
}

export interface Jobs {
  /** Added in the caller's transaction: it runs when, and only when, that commits. */
  add<P>(tx: Tx, job: Job<P>, payload: P, options?: { at?: Date; key?: string; queue?: string }): Promise<void>;
}
