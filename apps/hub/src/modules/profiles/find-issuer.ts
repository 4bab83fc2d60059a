import type { Db } from '../../kernel/tables.ts';
import { type ActorProfile, findActor } from '../actors/index.ts';

/** Organizations and the alliance itself sign badges. */
export type Issuer = ActorProfile & { kind: 'organization' | 'hub' };

export async function findIssuer(db: Db, id: string): Promise<Issuer | undefined> {
  const actor = await findActor(db, id);
  return actor && actor.kind !== 'person' ? (actor as Issuer) : undefined;
}
