import { type Actor, actorId } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tables.ts';
import { type ActorProfile, findAlliance } from '../actors/index.ts';
import { whyNotDismiss, whyNotRunAlliance } from './policy.ts';
import { findAccountByAddress } from './store.ts';
import { beginTies, endStewardship, listStewards, lockActor } from './tie-store.ts';

type Needs = Pick<App, 'clock' | 'db' | 'newId'>;

/** Makes somebody with an account a steward. Stewards read the outbox, so that an account exists is no secret to them. */
export async function appointSteward(app: Needs, actor: Actor, address: string): Promise<PersonId> {
  return changeStewards(app, actor, async (tx, alliance) => {
    const account = await findAccountByAddress(tx, address);
    if (!account) throw new Refusal('account.not-found');
    const { personId } = account;
    if ((await listStewards(tx)).some((steward) => steward.personId === personId))
      throw new Refusal('account.steward-already');
    const tie = { id: app.newId('tie'), subject: personId, object: alliance.id, kind: 'steward' as const, role: null };
    await beginTies(tx, [{ ...tie, by: actorId(actor) ?? null }], app.clock());
    await record(app, tx, { verb: 'steward.began', by: actor, about: personId });
    return personId;
  });
}

export async function dismissSteward(app: Needs, actor: Actor, personId: PersonId): Promise<void> {
  await changeStewards(app, actor, async (tx) => {
    const stewards = await listStewards(tx);
    if (!stewards.some((steward) => steward.personId === personId)) throw new Refusal('web.not-found');
    const reason = whyNotDismiss(stewards.length);
    if (reason) throw new Refusal(reason);
    await endStewardship(tx, personId, actorId(actor) ?? null, app.clock());
    await record(app, tx, { verb: 'steward.ended', by: actor, about: personId });
  });
}

/** One change at a time: two stewards who dismiss each other at once leave one. */
async function changeStewards<T>(
  app: Needs,
  actor: Actor,
  change: (tx: Tx, alliance: ActorProfile) => Promise<T>,
): Promise<T> {
  const reason = whyNotRunAlliance(actor);
  if (reason) throw new Refusal(reason);
  return app.db.transaction().execute(async (tx) => {
    const alliance = await findAlliance(tx);
    if (!alliance) throw new Refusal('web.not-found');
    await lockActor(tx, alliance.id);
    return change(tx, alliance);
  });
}
