import type { Person } from '../../kernel/actor.ts';
import { insertActor } from '../../modules/actors/index.ts';
import type { TestHub } from '../test-hub.ts';

/** People and the alliance, as far as no account is needed. */
export function actorsGiven(hub: TestHub) {
  return {
    /** The alliance that this hub serves. */
    async alliance(name = 'Badge Alliance'): Promise<void> {
      const at = { id: hub.newId('hub'), kind: 'hub' as const, createdAt: hub.clock() };
      await hub.db
        .transaction()
        .execute((tx) => insertActor(tx, { ...at, name, summary: 'We work out how learning is recognised.' }));
    },

    /** Somebody who may act, known by name only. */
    async person(name = 'Mireille Tanagra', more: Partial<Person> = {}): Promise<Person> {
      const personId = hub.newId('per');
      await hub.db
        .transaction()
        .execute((tx) => insertActor(tx, { id: personId, kind: 'person', name, createdAt: hub.clock() }));
      return {
        kind: 'person',
        personId,
        accountId: hub.newId('acc'),
        name,
        isSteward: false,
        staff: [],
        emails: [],
        ...more,
      };
    },
  };
}
