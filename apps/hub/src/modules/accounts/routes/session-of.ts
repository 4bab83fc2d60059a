import type { App } from '../../../kernel/app.ts';
import { readCookie } from '../../../web/cookies.ts';
import type { HubContext } from '../../../web/env.ts';
import { type CurrentSession, recogniseSession } from '../recognise-session.ts';

/** Who asks, by the session cookie. */
export function sessionOf(app: Pick<App, 'clock' | 'db'>, c: HubContext): Promise<CurrentSession> {
  return recogniseSession(app, readCookie(c, 'session'));
}
