import type { Id } from '../../kernel/ids.ts';
import type { Db, Tx } from '../../kernel/tables.ts';

export type LetterState = 'waiting' | 'sent' | 'kept' | 'failed' | 'withdrawn';

export interface PostedLetter {
  id: Id<'out'>;
  to: string;
  subject: string;
  text: string;
  about: Id;
  lang: string;
  state: LetterState;
  attempts: number;
  /** A short code of the mail server's answer. */
  failure?: string;
  sendAt: Date;
  sentAt?: Date;
  createdAt: Date;
}

export interface OutboxQuery {
  state?: LetterState;
  /** Part of an address or a subject. */
  q?: string;
  offset: number;
  limit: number;
}

/** Newest first, and how many there are. */
export async function listLetters(
  db: Db,
  { state, q, offset, limit }: OutboxQuery,
): Promise<{ letters: PostedLetter[]; total: number }> {
  let query = db.selectFrom('outbox');
  if (state) query = query.where('state', '=', state);
  if (q) {
    const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((where) =>
      where.or([where('recipient', 'ilike', pattern), where('subject', 'ilike', pattern)]),
    );
  }
  const rows = await query
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute();
  const count = await query.select(({ fn }) => fn.countAll().as('count')).executeTakeFirstOrThrow();
  return { letters: rows.map(letterOf), total: Number(count.count) };
}

export async function findLetter(db: Db, id: Id<'out'>): Promise<PostedLetter | undefined> {
  const row = await db.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirst();
  return row && letterOf(row);
}

/** Forgets what was written to somebody who left; what still waits for the post is for the sender to decide. */
export async function deleteLettersTo(tx: Tx, addresses: string[]): Promise<void> {
  if (addresses.length === 0) return;
  await tx.deleteFrom('outbox').where('recipient', 'in', addresses).where('state', '!=', 'waiting').execute();
}

interface LetterRow {
  id: Id<'out'>;
  recipient: string;
  subject: string;
  text: string;
  about: Id;
  lang: string;
  state: LetterState;
  attempts: number;
  failure: string | null;
  send_at: Date;
  sent_at: Date | null;
  created_at: Date;
}

function letterOf(row: LetterRow): PostedLetter {
  return {
    id: row.id,
    to: row.recipient,
    subject: row.subject,
    text: row.text,
    about: row.about,
    lang: row.lang,
    state: row.state,
    attempts: row.attempts,
    failure: row.failure ?? undefined,
    sendAt: row.send_at,
    sentAt: row.sent_at ?? undefined,
    createdAt: row.created_at,
  };
}
