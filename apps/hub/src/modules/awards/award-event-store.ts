import { sql } from 'kysely';
import type { Id } from '../../kernel/ids.ts';
import type { Db } from '../../kernel/tables.ts';

export interface AwardEvent {
  verb: string;
  at: Date;
  /** Undefined: the hub by itself. */
  by?: string;
  replacement?: Id<'awd'>;
  /** It was taken with this code, which somebody else had made. */
  code?: { code: string; madeBy: string };
}

/** What happened to an award, oldest first. */
export async function listAwardEvents(db: Db, award: Id<'awd'>): Promise<AwardEvent[]> {
  const rows = await db
    .selectFrom('event')
    .leftJoin('actor', 'actor.id', 'event.actor')
    .leftJoin('claim_code', (join) => join.on(sql<boolean>`claim_code.id = event.data ->> 'code'`))
    .leftJoin('actor as maker', 'maker.id', 'claim_code.created_by')
    .select(['event.verb', 'event.at', 'event.data', 'actor.name', 'claim_code.code', 'maker.name as madeBy'])
    .where('event.object', '=', award)
    .orderBy('event.seq')
    .limit(200)
    .execute();
  return rows.map(({ verb, at, data, name, code, madeBy }) => ({
    verb,
    at,
    by: name ?? undefined,
    code: code ? { code, madeBy: madeBy ?? '' } : undefined,
    replacement: typeof data.replacement === 'string' ? (data.replacement as Id<'awd'>) : undefined,
  }));
}
