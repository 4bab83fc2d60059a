import type { Id } from '../../kernel/ids.ts';
import type { Db } from '../../kernel/tables.ts';

export interface AwardEvent {
  verb: string;
  at: Date;
  /** Undefined: the hub by itself. */
  by?: string;
  replacement?: Id<'awd'>;
}

/** What happened to an award, oldest first. */
export async function listAwardEvents(db: Db, award: Id<'awd'>): Promise<AwardEvent[]> {
  const rows = await db
    .selectFrom('event')
    .leftJoin('actor', 'actor.id', 'event.actor')
    .select(['event.verb', 'event.at', 'event.data', 'actor.name'])
    .where('event.object', '=', award)
    .orderBy('event.seq')
    .limit(200)
    .execute();
  return rows.map(({ verb, at, data, name }) => ({
    verb,
    at,
    by: name ?? undefined,
    replacement: typeof data.replacement === 'string' ? (data.replacement as Id<'awd'>) : undefined,
  }));
}
