import type { Person } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import type { Id, OrganizationId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { insertAffiliation } from './affiliation-store.ts';
import { findOrganization } from './find-organization.ts';

type Needs = Pick<App, 'clock' | 'db' | 'limits' | 'newId'>;

/** "I work with X": nothing shows it as a fact before the organization says so too. */
export async function declareAffiliation(
  app: Needs,
  person: Person,
  organizationId: OrganizationId,
): Promise<Id<'tie'>> {
  await app.limits.take(`affiliation ${person.personId}`, { capacity: 30, perMinute: 2 });
  const organization = await findOrganization(app.db, organizationId);
  if (!organization) throw new Refusal('organization.not-found');
  if (organization.endedAt) throw new Refusal('organization.ended');

  const id = app.newId('tie');
  await app.db.transaction().execute(async (tx) => {
    const asked = await insertAffiliation(tx, { id, personId: person.personId, organizationId, at: app.clock() });
    if (!asked) throw new Refusal('organization.affiliation-exists');
    await record(app, tx, { verb: 'affiliation.asked', by: person, about: organizationId, data: { tie: id } });
  });
  return id;
}
