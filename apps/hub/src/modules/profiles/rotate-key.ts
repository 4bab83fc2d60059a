import { type Actor, actorId } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import type { ActorId, Id, PersonId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { findIssuer } from './find-issuer.ts';
import { makeKey } from './make-key.ts';
import type { IssuerKey, KeyAlgorithm } from './model.ts';
import { whyNotKeepKeys } from './policy.ts';
import { updateRetired } from './store.ts';

type Needs = Pick<App, 'clock' | 'db' | 'keys' | 'newId'>;

/**
 * A new key from now on. `retire` names the one the reader saw as current, so that the button pressed twice makes one
 * new key. The old one stays published: what it signed stays provable.
 */
export async function rotateKey(
  app: Needs,
  actor: Actor,
  issuerId: ActorId,
  { algorithm, retire }: { algorithm: KeyAlgorithm; retire?: Id<'key'> },
): Promise<IssuerKey> {
  const reason = whyNotKeepKeys(actor, issuerId);
  if (reason) throw new Refusal(reason, { issuer: issuerId });
  if (!(await findIssuer(app.db, issuerId))) throw new Refusal('profile.not-found');

  return app.db.transaction().execute(async (tx) => {
    const by = actorId(actor) as PersonId | undefined;
    const old = retire && { id: retire, issuerId, algorithm };
    if (old && !(await updateRetired(tx, old, app.clock(), by))) throw new Refusal('profile.key-retired');
    const made = await makeKey(app, tx, actor, { issuerId, algorithm });
    if (!made) throw new Refusal('profile.key-retired');
    const retired = retire && { verb: 'key.retired', by: actor, about: retire, onBehalfOf: issuerId };
    await record(app, tx, ...(retired ? [retired] : []), made.event);
    return made.key;
  });
}
