import { expect, it } from 'vitest';
import { testHub } from '../../testing/test-hub.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { answerAffiliation } from './answer-affiliation.ts';
import { declareAffiliation } from './declare-affiliation.ts';
import { inviteStaff } from './invite-staff.ts';
import { organizationsPart } from './personal-part.ts';
import { sweepInvitations } from './sweep-invitations.ts';

it('gives people what organizations keep about them, and forgets what is only theirs', async () => {
  const hub = await testHub();
  const { id, owner } = await hub.given.organization();
  const wen = await hub.given.account('Wen Lanternfield', { email: 'wen@example.org' });
  await inviteStaff(hub, owner, id, { address: 'wen@example.org', roles: ['issuer'] });
  const [letter] = await hub.letters('wen@example.org');
  await acceptInvitation(hub, wen, /invitations\/([\w-]+)/.exec(String(letter?.text))?.[1] ?? '');
  const tie = await declareAffiliation(hub, wen, id);
  await answerAffiliation(hub, owner, id, { id: tie, confirmed: false, reason: 'You left in May.' });

  const kept = await organizationsPart.exportFor(hub, wen.personId);
  await hub.db.transaction().execute((tx) => organizationsPart.erase(hub, tx, wen.personId));

  expect(kept).toMatchObject({
    'staff.json': [{ organization: 'Harbour City Library', role: 'issuer' }],
    'affiliations.json': [{ state: 'refused', reason: 'You left in May.' }],
  });
  expect(await hub.given.rowsOf('staff_invitation')).toEqual([]);
  expect(JSON.stringify(await hub.given.rowsOf('tie'))).not.toContain('You left in May.');
});

it('forgets the addresses of those who never answered, a month after the link is over', async () => {
  const hub = await testHub();
  const { id, owner } = await hub.given.organization();
  await inviteStaff(hub, owner, id, { address: 'wen@example.org', roles: ['issuer'] });

  hub.pass({ days: 43 });
  await sweepInvitations.run(hub, {});
  expect(await hub.given.rowsOf('staff_invitation')).toHaveLength(1);
  hub.pass({ days: 2 });
  await sweepInvitations.run(hub, {});

  expect(await hub.given.rowsOf('staff_invitation')).toEqual([]);
});
