import type { Person } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { type NewEvent, record } from '../../kernel/event.ts';
import type { Id } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Db, Tx } from '../../kernel/tables.ts';
import { updateActor } from '../actors/index.ts';
import { personalParts } from './hooks.ts';
import { formerMember } from './model.ts';
import { deleteLettersTo } from './outbox-store.ts';
import { type Duties, whyNotDelete } from './policy.ts';
import { blankAccount, listEmails, lockAccount } from './store.ts';
import { countStewards, endTies, listSolelyOwned, lockDuties } from './tie-store.ts';
import { trust } from './trust.ts';

/** What somebody has to hand over before they can go. */
export async function dutiesOf(db: Db, person: Person): Promise<Duties> {
  const stewards = await countStewards(db);
  return { isSteward: person.isSteward, stewards, soleOwnerOf: (await listSolelyOwned(db, person.personId)).length };
}

/**
 * Deletes the account: nobody can sign in, and nothing here says any more who it was. The person's row stays as a
 * former member, because the log and the badges of others refer to it.
 */
export async function deleteAccount(
  app: App,
  person: Person,
  proof: { password?: string; sessionId?: Id<'ses'> },
): Promise<void> {
  await trust(app, person, proof);
  await app.db.transaction().execute(async (tx) => {
    if (!(await lockAccount(tx, person.accountId))) throw new Refusal('web.sign-in-needed');
    await lockDuties(tx, person.personId);
    const reason = whyNotDelete(await dutiesOf(tx, person));
    if (reason) throw new Refusal(reason);
    const events: NewEvent[] = [];
    for (const part of personalParts()) events.push(...(await part.erase(app, tx, person.personId)));
    await erase(app, tx, person);
    await record(app, tx, ...events, { verb: 'account.deleted', by: person, about: person.accountId });
  });
}

async function erase(app: App, tx: Tx, person: Person): Promise<void> {
  const now = app.clock();
  const addresses = (await listEmails(tx, person.accountId)).map(({ address }) => address);
  await endTies(tx, person.personId, now);
  await deleteLettersTo(tx, addresses);
  await blankAccount(tx, person.accountId, Buffer.from(app.random(32)), now);
  await updateActor(tx, person.personId, {
    name: formerMember,
    summary: '',
    website: undefined,
    location: undefined,
    links: [],
    logoFile: undefined,
    timeZone: 'UTC',
    visibility: 'hidden',
    endedAt: now,
  });
}
