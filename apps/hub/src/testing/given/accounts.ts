import type { Person } from '../../kernel/actor.ts';
import { record } from '../../kernel/event.ts';
import { actorOf, beginTies, createPerson, type NewPerson, startSession } from '../../modules/accounts/index.ts';
import { findAlliance } from '../../modules/actors/index.ts';
import type { Browser } from '../browser.ts';
import type { TestHub } from '../test-hub.ts';

/** People with accounts, as far as they can sign in. */
export function accountsGiven(hub: TestHub) {
  let count = 0;

  async function account(name = 'Wen Lanternfield', more: Partial<NewPerson> = {}): Promise<Person> {
    const email = more.email ?? `${name.split(' ')[0]?.toLowerCase()}-${++count}@example.org`;
    const { personId } = await hub.db.transaction().execute(async (tx) => {
      const created = await createPerson(hub, tx, { name, verified: true, ...more, email });
      await record(hub, tx, ...created.events);
      return created;
    });
    return again({ personId });
  }

  async function again({ personId }: Pick<Person, 'personId'>): Promise<Person> {
    const person = await actorOf(hub, personId);
    if (!person) throw new Error('This person has no account');
    return person;
  }

  return {
    /** Somebody with an account and a verified address. */
    account,

    /** The same person, as the policies see them now. */
    again,

    /** Somebody who runs the alliance, which must be there. */
    async steward(name = 'Ottoline Quarry', more: Partial<NewPerson> = {}): Promise<Person> {
      const person = await account(name, more);
      await hub.db.transaction().execute(async (tx) => {
        const alliance = await findAlliance(tx);
        if (!alliance) throw new Error('There is no alliance to be a steward of');
        const tie = { id: hub.newId('tie'), subject: person.personId, object: alliance.id, kind: 'steward' as const };
        await beginTies(tx, [{ ...tie, role: null, by: person.personId }], hub.clock());
      });
      return again(person);
    },

    /** A browser in which this person is signed in. */
    async browserOf(person: Person, userAgent?: string): Promise<Browser> {
      return hub.browser().signIn(await startSession(hub, person.accountId, userAgent));
    },
  };
}
