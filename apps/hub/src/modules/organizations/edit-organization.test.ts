import { expect, it } from 'vitest';
import { testHub } from '../../testing/test-hub.ts';
import { editOrganization, type OrganizationEdit } from './edit-organization.ts';
import { endOrganization } from './end-organization.ts';
import { findOrganization, findOrganizationBy } from './find-organization.ts';
import { inviteStaff } from './invite-staff.ts';
import { listDirectory } from './store.ts';

const edit: OrganizationEdit = {
  content: { name: 'Harbour Library', summary: 'We lend.', links: [], lang: 'nl' },
  revision: 1,
};

it('keeps what an owner changes', async () => {
  const hub = await testHub();
  const { id, owner } = await hub.given.organization();

  await editOrganization(hub, owner, id, { ...edit, content: { ...edit.content, handle: 'haven' } });

  expect(await findOrganizationBy(hub.db, 'haven')).toMatchObject({
    id,
    name: 'Harbour Library',
    lang: 'nl',
    revision: 2,
  });
  expect((await hub.events()).at(-1)).toMatchObject({ verb: 'organization.edited', object: id, actor: owner.personId });
});

it('overwrites nothing that somebody else kept since the form was opened', async () => {
  const hub = await testHub();
  const { id, owner } = await hub.given.organization();
  await editOrganization(hub, owner, id, edit);

  const second = editOrganization(hub, owner, id, { ...edit, content: { ...edit.content, name: 'Other' } });

  await expect(second).rejects.toMatchObject({ code: 'web.conflict' });
  expect(await findOrganization(hub.db, id)).toMatchObject({ name: 'Harbour Library' });
});

it.each([['issuer'], ['assessor'], ['representative']] as const)('is not edited by its %s', async (role) => {
  const hub = await testHub();
  const { id } = await hub.given.organization();
  const person = await hub.given.staffOf(id, [role]);

  const attempts = [() => editOrganization(hub, person, id, edit), () => endOrganization(hub, person, id, 'no reason')];

  for (const attempt of attempts) await expect(attempt).rejects.toMatchObject({ code: 'organization.not-an-owner' });
  expect(await findOrganization(hub.db, id)).toMatchObject({ revision: 1, endedAt: undefined });
});

it('cannot take the short name of another organization or of the alliance', async () => {
  const hub = await testHub();
  const { id, owner } = await hub.given.organization();
  await hub.given.organization('Museum of Making', { owner });

  const attempt = editOrganization(hub, owner, id, {
    ...edit,
    content: { ...edit.content, handle: 'museum-of-making' },
  });

  await expect(attempt).rejects.toMatchObject({ code: 'organization.handle-taken' });
  expect(await findOrganization(hub.db, id)).toMatchObject({ name: 'Harbour City Library', revision: 1 });
});

it('ends with a reason that readers see, leaves the directory, and begins nothing any more', async () => {
  const hub = await testHub();
  const { id, owner } = await hub.given.organization();
  await inviteStaff(hub, owner, id, { address: 'wen@example.org', roles: ['issuer'] });

  await endOrganization(hub, owner, id, 'Merged with the museum.');

  expect(await findOrganization(hub.db, id)).toMatchObject({
    endedAt: hub.clock(),
    endedReason: 'Merged with the museum.',
  });
  expect((await listDirectory(hub.db, { q: '', page: 1, size: 10, isMember: true })).total).toBe(0);
  expect(await hub.given.rowsOf('staff_invitation')).toMatchObject([{ withdrawn_at: hub.clock() }]);
  const later = [
    () => editOrganization(hub, owner, id, { ...edit, revision: 2 }),
    () => endOrganization(hub, owner, id, 'Again.'),
    () => inviteStaff(hub, owner, id, { address: 'bram@example.org', roles: ['owner'] }),
  ];
  for (const attempt of later) await expect(attempt).rejects.toMatchObject({ code: 'organization.ended' });
});

it('can be ended by a steward of the alliance, who cannot edit it', async () => {
  const hub = await testHub();
  await hub.given.alliance();
  const { id } = await hub.given.organization();
  const steward = await hub.given.steward();

  await expect(editOrganization(hub, steward, id, edit)).rejects.toMatchObject({ code: 'organization.not-an-owner' });
  await endOrganization(hub, steward, id, 'It sold badges.');

  expect((await findOrganization(hub.db, id))?.endedAt).toEqual(hub.clock());
});
