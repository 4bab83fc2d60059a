import { Refusal } from '../../kernel/refusal.ts';
import type { Db } from '../../kernel/tables.ts';
import { findActor } from './store.ts';

/** An organization that ended may still revoke what it gave; it begins nothing new. */
export async function refuseEnded(db: Db, id: string): Promise<void> {
  const actor = await findActor(db, id);
  if (actor?.endedAt) throw new Refusal('organization.ended', { id });
}
