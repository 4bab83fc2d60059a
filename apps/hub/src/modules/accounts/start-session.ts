import type { App } from '../../kernel/app.ts';
import type { Id } from '../../kernel/ids.ts';
import { deviceWords } from './device-words.ts';
import { sessionLife } from './model.ts';
import { newSecret } from './secrets.ts';
import { insertSession } from './session-store.ts';

type Needs = Pick<App, 'clock' | 'db' | 'newId' | 'random'>;

/** Starts a session and returns what the cookie carries. `userAgent` is kept as two words. */
export async function startSession(app: Needs, accountId: Id<'acc'>, userAgent: string | undefined): Promise<string> {
  const { secret, hash } = newSecret(app);
  const now = app.clock();
  await insertSession(app.db, {
    id: app.newId('ses'),
    accountId,
    tokenHash: hash,
    device: deviceWords(userAgent),
    createdAt: now,
    seenAt: now,
    expiresAt: new Date(now.getTime() + sessionLife),
  });
  return secret;
}
