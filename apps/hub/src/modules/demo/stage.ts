import type { Person } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { type ActorId, type Id, idMaker, type PersonId } from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/tables.ts';
import { actorOf } from '../accounts/index.ts';
import type { IssuerKey, PersonKey, PlannedAward } from './model.ts';
import { inOneTransaction } from './one-transaction.ts';

/** One thing that happens at its time. */
export interface Act {
  at: Date;
  play(stage: Stage): Promise<void>;
}

/** Where the story of the alliance is played, in the order of time. */
export interface Stage {
  app: App;
  tx: Tx;
  /** When the demonstration is loaded: the story ends here. */
  now: Date;
  moveTo(at: Date): void;
  people: Map<PersonKey, PersonId>;
  issuers: Map<IssuerKey, ActorId>;
  achievements: Map<string, Id<'ach'>>;
  awards: Map<PlannedAward, Id<'awd'>>;
}

/** Letters older than this are not put into the outbox. */
const lettersKept = 45 * 86_400_000;

export function openStage(app: App, tx: Tx): Stage {
  const now = app.clock();
  let at = now;
  return {
    tx,
    now,
    moveTo(next) {
      at = next;
    },
    people: new Map(),
    issuers: new Map(),
    achievements: new Map(),
    awards: new Map(),
    app: {
      ...app,
      db: inOneTransaction(tx),
      clock: () => at,
      // ids sort as they were made, so lists stand in the same order wherever the demonstration is loaded
      newId: idMaker(() => at, app.random),
      // what is due happens on the stage; nothing is left for the queue
      jobs: { add: async () => {} },
      mail: {
        ...app.mail,
        post: async (to, letter, how) => (isRecent() ? app.mail.post(to, letter, { at, ...how }) : app.newId('out')),
        postAll: async (to, letters, how) => (isRecent() ? app.mail.postAll(to, letters, { at, ...how }) : []),
      },
    },
  };

  function isRecent(): boolean {
    return now.getTime() - at.getTime() < lettersKept;
  }
}

/** Somebody as the policies see them at this moment of the story. */
export async function actingAs(stage: Stage, key: PersonKey): Promise<Person> {
  const person = await actorOf(stage.app, of(stage.people, key));
  if (!person) throw new Error(`${key} is not on the stage`);
  return person;
}

/** What must have happened before. */
export function of<K, V>(map: Map<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The story mentions ${String(key)} too early`);
  return value;
}
