import { sql } from 'kysely';
import type { ActorId } from '../../kernel/ids.ts';
import type { Db } from '../../kernel/tables.ts';

export interface KnownIssuer {
  id: ActorId;
  kind: 'organization' | 'hub';
  name: string;
  since: Date;
  endedAt?: Date;
  /** Of its keys that nobody else may hold. */
  multibases: string[];
}

/** Organizations of this hub and the alliance itself, with the keys they sign with. */
export async function listKnownIssuers(db: Db): Promise<KnownIssuer[]> {
  const rows = await db
    .selectFrom('actor')
    .leftJoin('issuer_key', (join) =>
      join.onRef('issuer_key.issuer', '=', 'actor.id').on('issuer_key.compromised_at', 'is', null),
    )
    .select(['actor.id', 'actor.kind', 'actor.name', 'actor.created_at', 'actor.ended_at'])
    .select(sql<string[]>`array_remove(array_agg(issuer_key.public_multibase), null)`.as('multibases'))
    .where('actor.kind', 'in', ['organization', 'hub'])
    .groupBy('actor.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as KnownIssuer['kind'],
    name: row.name,
    since: row.created_at,
    endedAt: row.ended_at ?? undefined,
    multibases: row.multibases,
  }));
}
