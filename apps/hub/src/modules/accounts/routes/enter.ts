import type { App } from '../../../kernel/app.ts';
import type { Id } from '../../../kernel/ids.ts';
import { dropCookie, readCookie, writeCookie } from '../../../web/cookies.ts';
import type { HubContext } from '../../../web/env.ts';
import { endSessionOf } from '../end-session.ts';
import { startSession } from '../start-session.ts';
import { findAccount } from '../store.ts';

const year = 365 * 24 * 3600;

/** Signs this browser in: always a new session, never one that was there before (session fixation). */
export async function enter(app: App, c: HubContext, accountId: Id<'acc'>): Promise<void> {
  await leave(app, c);
  const token = await startSession(app, accountId, c.req.header('user-agent'));
  // The database says when a session is over; the cookie only has to last as long.
  writeCookie(c, 'session', token, year);
  await preferAccount(app, c, accountId);
}

/** Ends the session of this browser. */
export async function leave(app: App, c: HubContext): Promise<void> {
  const token = readCookie(c, 'session');
  if (!token) return;
  await endSessionOf(app, token);
  dropCookie(c, 'session');
}

/** What somebody chose for their account comes before what this browser was set to as a visitor. */
async function preferAccount(app: App, c: HubContext, accountId: Id<'acc'>): Promise<void> {
  const account = await findAccount(app.db, accountId);
  if (account?.locale) dropCookie(c, 'lang');
  if (account?.timeZone) dropCookie(c, 'zone');
  if (account?.theme) dropCookie(c, 'theme');
}
