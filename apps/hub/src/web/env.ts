import type { Context } from 'hono';
import type { Actor } from '../kernel/actor.ts';
import type { Id } from '../kernel/ids.ts';
import type { Page } from './page.ts';

/** What every route finds in its context. */
export interface HubEnv {
  Variables: {
    actor: Actor;
    page: Page;
    requestId: string;
    /** The hub's public address is https, whatever way this request came from the proxy. */
    https: boolean;
    sessionId?: Id<'ses'>;
    /** The visitor's network address, as far as it can be believed; for rate limits only, never stored. */
    remote: string;
  };
}

export type HubContext = Context<HubEnv>;
