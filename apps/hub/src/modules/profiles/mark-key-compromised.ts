import { type Actor, actorId } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { type NewEvent, record } from '../../kernel/event.ts';
import type { ActorId, Id, PersonId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { makeKey } from './make-key.ts';
import { whyNotKeepKeys } from './policy.ts';
import { findKey, updateCompromised, updateRetired } from './store.ts';

type Needs = Pick<App, 'clock' | 'db' | 'keys' | 'newId'>;

/**
 * Says in public that somebody else may hold the key. What it signed is no longer proven to be the issuer's; a current
 * key is retired by this and another one takes its place. It cannot be taken back.
 */
export async function markKeyCompromised(app: Needs, actor: Actor, issuerId: ActorId, id: Id<'key'>): Promise<void> {
  const reason = whyNotKeepKeys(actor, issuerId);
  if (reason) throw new Refusal(reason, { issuer: issuerId });
  const key = await findKey(app.db, issuerId, { id });
  if (!key) throw new Refusal('profile.key-not-found');

  await app.db.transaction().execute(async (tx) => {
    const at = app.clock();
    const event = { by: actor, about: id, onBehalfOf: issuerId };
    const events: NewEvent[] = [{ ...event, verb: 'key.compromised' }];
    if (await updateRetired(tx, key, at, actorId(actor) as PersonId | undefined)) {
      events.push({ ...event, verb: 'key.retired' });
      const made = await makeKey(app, tx, actor, key);
      if (made) events.push(made.event);
    }
    if (!(await updateCompromised(tx, id, at))) throw new Refusal('profile.key-retired');
    await record(app, tx, ...events);
  });
}
