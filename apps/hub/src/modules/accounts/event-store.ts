import type { EventFact } from '../../kernel/event.ts';
import type { ActorId, Id } from '../../kernel/ids.ts';
import type { Db } from '../../kernel/tables.ts';

export interface OwnEvent {
  id: Id<'evt'>;
  at: Date;
  verb: string;
  object: string;
  data: Record<string, EventFact>;
}

/** What a person did, oldest first. */
export async function listEventsOf(db: Db, actor: ActorId): Promise<OwnEvent[]> {
  return db
    .selectFrom('event')
    .select(['id', 'at', 'verb', 'object', 'data'])
    .where('actor', '=', actor)
    .orderBy('seq')
    .execute();
}
