import { type Actor, visitor } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import type { Id } from '../../kernel/ids.ts';
import { personOf, readSession } from './actor-store.ts';
import { sessionLife } from './model.ts';
import { hashSecret } from './secrets.ts';
import { touchSession } from './session-store.ts';

export interface CurrentSession {
  actor: Actor;
  sessionId?: Id<'ses'>;
  preferences: { locale?: string | null; timeZone?: string | null; theme?: string | null };
}

/** A visit is written down at most this often (milliseconds). */
const touchEvery = 10 * 60_000;

/** Whose session a cookie carries. Without one nothing is looked up. */
export async function recogniseSession(
  app: Pick<App, 'clock' | 'db'>,
  token: string | undefined,
): Promise<CurrentSession> {
  if (!token || token.length > 100) return { actor: visitor, preferences: {} };
  const now = app.clock();
  const row = await readSession(app.db, hashSecret(token), now);
  if (!row) return { actor: visitor, preferences: {} };
  if (now.getTime() - row.seen_at.getTime() > touchEvery) {
    await touchSession(app.db, row.session, now, new Date(now.getTime() + sessionLife));
  }
  return {
    actor: personOf(row),
    sessionId: row.session,
    preferences: { locale: row.locale, timeZone: row.time_zone, theme: row.theme },
  };
}
