import type { Person, StaffRole } from '../../kernel/actor.ts';
import type { OrganizationId } from '../../kernel/ids.ts';
import { beginRoles, makeOrganization, type OrganizationInput } from '../../modules/organizations/index.ts';
import type { TestHub } from '../test-hub.ts';
import { accountsGiven } from './accounts.ts';

export interface GivenOrganization {
  id: OrganizationId;
  /** As the policies see them, with the role. */
  owner: Person;
}

/** Organizations and the people who work for them. */
export function organizationsGiven(hub: TestHub) {
  const { account, again } = accountsGiven(hub);

  return {
    async organization(
      name = 'Harbour City Library',
      more: Partial<OrganizationInput> & { owner?: Person } = {},
    ): Promise<GivenOrganization> {
      const { owner = await account('Amara Oystercatcher'), ...content } = more;
      const input = { name, summary: 'We lend books, tools and time.', links: [], lang: 'en', ...content };
      const id = await makeOrganization(hub, owner, input);
      return { id, owner: await again(owner) };
    },

    /** Somebody with an account and these roles. */
    async staffOf(organizationId: OrganizationId, roles: StaffRole[], name = 'Tobias Marrow'): Promise<Person> {
      const person = await account(name);
      const change = { organizationId, personId: person.personId, roles, at: hub.clock() };
      await hub.db.transaction().execute((tx) => beginRoles(tx, () => hub.newId('tie'), change));
      return again(person);
    },
  };
}
