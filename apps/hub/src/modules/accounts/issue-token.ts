import type { App } from '../../kernel/app.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Db } from '../../kernel/tables.ts';
import { type TokenPurpose, tokenLife } from './model.ts';
import { newSecret } from './secrets.ts';
import { insertToken, type TokenFacts } from './token-store.ts';

type Needs = Pick<App, 'clock' | 'newId' | 'random'>;

export interface WantedToken {
  purpose: TokenPurpose;
  accountId?: Id<'acc'>;
  address?: string;
  facts?: TokenFacts;
}

/** Makes what a link carries. Only its hash is kept, so a link cannot be made from the database. */
export async function issueToken(app: Needs, db: Db, wanted: WantedToken): Promise<{ id: Id<'tok'>; secret: string }> {
  const { secret, hash } = newSecret(app);
  const [id, createdAt] = [app.newId('tok'), app.clock()];
  const expiresAt = new Date(createdAt.getTime() + tokenLife[wanted.purpose]);
  await insertToken(db, { ...wanted, facts: wanted.facts ?? {}, id, hash, createdAt, expiresAt });
  return { id, secret };
}
