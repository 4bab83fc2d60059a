import { createHash } from 'node:crypto';
import type { ColumnType, Generated } from 'kysely';
import { type Actor, actorId } from './actor.ts';
import type { App } from './app.ts';
import type { ActorId, Id } from './ids.ts';
import type { Tx } from './tables.ts';

declare module './tables.ts' {
  interface Tables {
    event: EventRow;
    event_head: { only: Generated<boolean>; seq: ColumnType<string, never, number | string>; hash: Buffer };
  }
}

export interface EventRow {
  seq: ColumnType<string, number | string, never>;
  id: Id<'evt'>;
  at: Date;
  actor: ActorId | null;
  on_behalf_of: ActorId | null;
  verb: string;
  object: string;
  data: ColumnType<Record<string, EventFact>, string, never>;
  prev_hash: Buffer;
  hash: Buffer;
}

export type EventFact = string | number | boolean | null | string[] | number[];

/** What happened: ids, verbs, counts and hashes, never personal text, so that erasing a person keeps the chain whole. */
export interface NewEvent {
  verb: string;
  by: Actor;
  about: Id;
  onBehalfOf?: ActorId;
  data?: Record<string, EventFact>;
}

type Needs = Pick<App, 'clock' | 'newId'>;

/** Appends events to the hash-chained log, in the transaction of the write they tell about. */
export async function record(app: Needs, tx: Tx, ...events: NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const head = await tx.selectFrom('event_head').select(['seq', 'hash']).forUpdate().executeTakeFirstOrThrow();
  let seq = Number(head.seq);
  let previous = head.hash;
  const rows = events.map((event) => {
    const row = {
      id: app.newId('evt'),
      at: app.clock(),
      actor: actorId(event.by) ?? null,
      on_behalf_of: event.onBehalfOf ?? null,
      verb: event.verb,
      object: event.about,
      data: event.data ?? {},
    };
    const hash = eventHash(previous, row);
    const chained = { ...row, data: JSON.stringify(row.data), seq: ++seq, prev_hash: previous, hash };
    previous = hash;
    return chained;
  });
  for (let start = 0; start < rows.length; start += 1000) {
    await tx
      .insertInto('event')
      .values(rows.slice(start, start + 1000))
      .execute();
  }
  await tx.updateTable('event_head').set({ seq, hash: previous }).execute();
}

type Hashed = Pick<EventRow, 'id' | 'at' | 'actor' | 'on_behalf_of' | 'verb' | 'object'> & {
  data: Record<string, EventFact>;
};

/** SHA-256 over the previous hash and the event's members in a fixed order; members of `data` sorted by name. */
export function eventHash(previous: Uint8Array, event: Hashed): Buffer {
  const data = Object.entries(event.data).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify([
    event.id,
    event.at.toISOString(),
    event.actor,
    event.on_behalf_of,
    event.verb,
    event.object,
    data,
  ]);
  return createHash('sha256').update(previous).update(text).digest();
}

/** Walks the log from its start; returns the first broken place, or undefined when the chain is whole. */
export async function firstBrokenEvent(app: Pick<App, 'db'>): Promise<number | undefined> {
  let previous: Uint8Array = Buffer.alloc(32);
  let seq = 0;
  for (;;) {
    const rows = await app.db
      .selectFrom('event')
      .selectAll()
      .where('seq', '>', String(seq))
      .orderBy('seq')
      .limit(2000)
      .execute();
    for (const row of rows) {
      if (Number(row.seq) !== ++seq || !row.prev_hash.equals(previous) || !row.hash.equals(eventHash(previous, row)))
        return seq;
      previous = row.hash;
    }
    if (rows.length < 2000) break;
  }
  const head = await app.db.selectFrom('event_head').selectAll().executeTakeFirstOrThrow();
  return Number(head.seq) === seq && head.hash.equals(previous) ? undefined : seq + 1;
}
