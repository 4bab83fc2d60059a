import { encodeMultikey } from 'openbadges';
import { generateSigningKey } from 'openbadges/node';
import { type Actor, actorId, system } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { type NewEvent, record } from '../../kernel/event.ts';
import type { ActorId, PersonId } from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/tables.ts';
import type { IssuerKey, KeyAlgorithm } from './model.ts';
import { findCurrentKey, insertKey } from './store.ts';

type Needs = Pick<App, 'clock' | 'db' | 'keys' | 'newId'>;

/** The key that signs now; made when it is needed for the first time, once for all processes. */
export async function ensureKey(app: Needs, issuerId: ActorId, algorithm: KeyAlgorithm): Promise<IssuerKey> {
  const present = await findCurrentKey(app.db, issuerId, algorithm);
  if (present) return present;
  await app.db.transaction().execute(async (tx) => {
    const made = await makeKey(app, tx, system, { issuerId, algorithm });
    if (made) await record(app, tx, made.event);
  });
  return ensureKey(app, issuerId, algorithm);
}

/**
 * A new current key; undefined when there is one already. Its private part is sealed for its own id and is never stored
 * or shown in another form. The event is the caller's to record.
 */
export async function makeKey(
  app: Needs,
  tx: Tx,
  by: Actor,
  { issuerId, algorithm }: Pick<IssuerKey, 'issuerId' | 'algorithm'>,
): Promise<{ key: IssuerKey; event: NewEvent } | undefined> {
  const secret = generateSigningKey(algorithm);
  const id = app.newId('key');
  const publicMultibase = encodeMultikey(secret.publicKey);
  const key: IssuerKey = { id, issuerId, algorithm, publicMultibase, createdAt: app.clock() };
  const sealed = app.keys.seal(secret.exportPkcs8(), id);
  const inserted = await insertKey(tx, key, sealed, actorId(by) as PersonId | undefined);
  if (!inserted) return undefined;
  return {
    key,
    event: { verb: 'key.made', by, about: id, onBehalfOf: issuerId, data: { algorithm, publicMultibase } },
  };
}
