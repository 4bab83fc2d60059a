import { expect, it } from 'vitest';
import { testHub } from '../../testing/test-hub.ts';
import { endOrganization } from './end-organization.ts';
import { inviteStaff } from './invite-staff.ts';
import { setStaffRoles } from './set-staff-roles.ts';
import { countOwners, listRolesOf, listStaff, listStaffHistory } from './staff-store.ts';

it('ends old roles and begins new ones, so that it stays known who was issuer when', async () => {
  const hub = await testHub();
  const { id, owner } = await hub.given.organization();
  const wen = await hub.given.staffOf(id, ['issuer', 'assessor'], 'Wen Lanternfield');
  hub.pass({ days: 30 });

  await setStaffRoles(hub, owner, id, { personId: wen.personId, roles: ['assessor', 'representative'] });

  expect((await listRolesOf(hub.db, id, wen.personId)).sort()).toEqual(['assessor', 'representative']);
  const spells = (await listStaffHistory(hub.db, id)).filter(({ personId }) => personId === wen.personId);
  const issuer = spells.find(({ role }) => role === 'issuer');
  expect(spells).toHaveLength(3);
  expect(issuer).toMatchObject({
    startedAt: new Date('2031-03-04T10:00:00Z'),
    endedAt: new Date('2031-04-03T10:00:00Z'),
  });
  expect(issuer?.endedByName).toBe(owner.name);
  expect((await hub.events()).slice(-2).map(({ verb }) => verb)).toEqual(['staff.ended', 'staff.began']);
});

it('lets everybody put their own roles down', async () => {
  const hub = await testHub();
  const { id } = await hub.given.organization();
  const wen = await hub.given.staffOf(id, ['issuer']);

  await setStaffRoles(hub, wen, id, { personId: wen.personId, roles: [] });

  expect(await listRolesOf(hub.db, id, wen.personId)).toEqual([]);
});

it('gives nobody a role by their own word, not even an owner', async () => {
  const hub = await testHub();
  const { id, owner } = await hub.given.organization();
  const wen = await hub.given.staffOf(id, ['issuer']);

  const attempts = [
    () => setStaffRoles(hub, wen, id, { personId: wen.personId, roles: ['issuer', 'owner'] }),
    () => setStaffRoles(hub, owner, id, { personId: owner.personId, roles: ['owner', 'issuer'] }),
  ];

  for (const attempt of attempts) await expect(attempt).rejects.toMatchObject({ code: 'organization.own-roles' });
  expect(await listRolesOf(hub.db, id, wen.personId)).toEqual(['issuer']);
});

it('is changed by owners only, and only for people who are on the staff', async () => {
  const hub = await testHub();
  const { id, owner } = await hub.given.organization();
  const other = await hub.given.organization('Museum of Making');
  const wen = await hub.given.staffOf(id, ['issuer'], 'Wen Lanternfield');
  const bram = await hub.given.staffOf(id, ['representative'], 'Bram Kettlewick');
  const change = { personId: wen.personId, roles: [] };

  await expect(setStaffRoles(hub, bram, id, change)).rejects.toMatchObject({ code: 'organization.not-an-owner' });
  await expect(setStaffRoles(hub, other.owner, id, change)).rejects.toMatchObject({
    code: 'organization.not-an-owner',
  });
  const stranger = { personId: other.owner.personId, roles: ['issuer' as const] };
  await expect(setStaffRoles(hub, owner, id, stranger)).rejects.toMatchObject({ code: 'organization.not-staff' });
});

it('keeps its last owner', async () => {
  const hub = await testHub();
  const { id, owner } = await hub.given.organization();

  const attempt = setStaffRoles(hub, owner, id, { personId: owner.personId, roles: [] });

  await expect(attempt).rejects.toMatchObject({ code: 'organization.last-owner' });
  expect(await countOwners(hub.db, id)).toBe(1);
});

it('keeps one owner when two remove each other at the same moment', async () => {
  const hub = await testHub();
  const { id, owner } = await hub.given.organization();
  const second = await hub.given.staffOf(id, ['owner']);

  const results = await Promise.allSettled([
    setStaffRoles(hub, owner, id, { personId: second.personId, roles: [] }),
    setStaffRoles(hub, second, id, { personId: owner.personId, roles: [] }),
  ]);

  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(results.find((result) => result.status === 'rejected')).toMatchObject({
    reason: { code: 'organization.not-an-owner' },
  });
  expect(await listStaff(hub.db, id)).toHaveLength(1);
});

it('keeps one owner when both leave at the same moment', async () => {
  const hub = await testHub();
  const { id, owner } = await hub.given.organization();
  const second = await hub.given.staffOf(id, ['owner']);

  const leaving = [owner, second].map((one) => setStaffRoles(hub, one, id, { personId: one.personId, roles: [] }));

  expect((await Promise.allSettled(leaving)).map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await countOwners(hub.db, id)).toBe(1);
});

it('ends a role once when two owners remove the same person at once', async () => {
  const hub = await testHub();
  const { id, owner } = await hub.given.organization();
  const second = await hub.given.staffOf(id, ['owner'], 'Tobias Marrow');
  const wen = await hub.given.staffOf(id, ['owner'], 'Wen Lanternfield');

  const change = { personId: wen.personId, roles: [] };
  const results = await Promise.allSettled([owner, second].map((one) => setStaffRoles(hub, one, id, change)));

  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await hub.events()).filter(({ verb }) => verb === 'staff.ended')).toHaveLength(1);
});

it('withdraws the invitations of an owner who goes', async () => {
  const hub = await testHub();
  const { id, owner } = await hub.given.organization();
  const second = await hub.given.staffOf(id, ['owner']);
  await inviteStaff(hub, second, id, { address: 'second-home@example.org', roles: ['owner'] });

  await setStaffRoles(hub, owner, id, { personId: second.personId, roles: [] });

  expect(await hub.given.rowsOf('staff_invitation')).toMatchObject([{ withdrawn_at: hub.clock() }]);
});

it('lets its last owner go once it has ended, and gives no roles any more', async () => {
  const hub = await testHub();
  const { id, owner } = await hub.given.organization();
  const wen = await hub.given.staffOf(id, ['issuer']);
  await endOrganization(hub, owner, id, 'Closed.');

  const given = () => setStaffRoles(hub, owner, id, { personId: wen.personId, roles: ['owner'] });
  await expect(given).rejects.toMatchObject({ code: 'organization.ended' });
  await setStaffRoles(hub, owner, id, { personId: owner.personId, roles: [] });

  expect((await listStaff(hub.db, id)).map(({ personId }) => personId)).toEqual([wen.personId]);
});
