import { createHash } from 'node:crypto';
import type { App } from '../../kernel/app.ts';
import type { Id } from '../../kernel/ids.ts';
import { hasOpenLink } from './store.ts';

/** Whether the token is that of a share link for this badge that is still open; the visit is not counted. */
export async function isSharedBy(app: Pick<App, 'clock' | 'db'>, token: string, holding: Id<'hld'>): Promise<boolean> {
  if (token.length > 100) return false;
  return hasOpenLink(app.db, createHash('sha256').update(token).digest(), holding, app.clock());
}
