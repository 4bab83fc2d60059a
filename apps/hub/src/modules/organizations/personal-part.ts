import type { PersonalPart } from '../accounts/index.ts';
import { blankReasons, listAffiliationsOf } from './affiliation-store.ts';
import { deleteInvitationsOf } from './invitation-store.ts';
import { listSpellsOf } from './staff-store.ts';

/** What organizations keep about a person. Ties are ended with the account; that they were, stays known. */
export const organizationsPart: PersonalPart = {
  name: 'organizations',
  consequence: 'organizations.deleting',
  async exportFor(app, personId) {
    const [staff, affiliations] = await Promise.all([
      listSpellsOf(app.db, personId),
      listAffiliationsOf(app.db, personId),
    ]);
    const said = affiliations.map(({ organizationName, state, askedAt, startedAt, endedAt, reason }) => ({
      ...{ organization: organizationName, state, askedAt, startedAt, endedAt, reason },
    }));
    return { 'staff.json': staff, 'affiliations.json': said };
  },
  async erase(_app, tx, personId) {
    await deleteInvitationsOf(tx, personId);
    await blankReasons(tx, personId);
    return [];
  },
};
