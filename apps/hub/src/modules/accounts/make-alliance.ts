import { sql } from 'kysely';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import type { Id, PersonId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { findAlliance, insertActor } from '../actors/index.ts';
import { createPerson } from './create-person.ts';
import { hashPassword } from './password.ts';
import { whyNotPassword } from './policy.ts';
import { beginTies } from './tie-store.ts';

export interface MakeAlliance {
  name: string;
  purpose: string;
  lang: string;
  timeZone: string;
  steward: { name: string; email: string; password: string };
}

export interface MadeAlliance {
  hubId: Id<'hub'>;
  personId: PersonId;
  accountId: Id<'acc'>;
}

/** The first run: the alliance and its first steward, once. Later there is no such page (`web.not-found`). */
export async function makeAlliance(app: App, input: MakeAlliance): Promise<MadeAlliance> {
  const { name, purpose, lang, timeZone, steward } = input;
  const reason = whyNotPassword(steward.password, [steward.name, steward.email, name]);
  if (reason) throw new Refusal(reason);
  const passwordHash = await hashPassword(steward.password);

  return app.db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('first run'))`.execute(tx);
    if (await findAlliance(tx)) throw new Refusal('web.not-found');
    const [hubId, now] = [app.newId('hub'), app.clock()];
    await insertActor(tx, { id: hubId, kind: 'hub', name, summary: purpose, lang, timeZone, createdAt: now });
    const profile = { name: steward.name, email: steward.email, verified: true, passwordHash, locale: lang, timeZone };
    const { person, personId, accountId, events } = await createPerson(app, tx, profile);
    const tie = { id: app.newId('tie'), subject: personId, object: hubId, kind: 'steward' as const, role: null };
    await beginTies(tx, [{ ...tie, by: personId }], now);
    const made = { verb: 'alliance.made', by: person, about: hubId };
    await record(app, tx, made, ...events, { verb: 'steward.began', by: person, about: personId });
    return { hubId, personId, accountId };
  });
}
