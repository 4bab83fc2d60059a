import { expect, it } from 'vitest';
import { type TestHub, testHub } from '../../testing/test-hub.ts';
import { acceptInvitation, readInvitation } from './accept-invitation.ts';
import { inviteStaff } from './invite-staff.ts';
import { listRolesOf, listStaffHistory } from './staff-store.ts';
import { withdrawInvitation } from './withdraw-invitation.ts';

const address = 'wen@example.org';
const gone = { code: 'organization.invitation-used-or-expired' };

async function tokenFor(hub: TestHub, to = address): Promise<string> {
  const letter = (await hub.letters(to)).at(-1);
  return /invitations\/([\w-]+)/.exec(letter?.text ?? '')?.[1] ?? 'no letter';
}

async function invited(options = {}) {
  const hub = await testHub(options);
  const { id, owner } = await hub.given.organization();
  const invitation = await inviteStaff(hub, owner, id, { address, roles: ['assessor', 'issuer'] });
  return { hub, id, owner, invitation, token: await tokenFor(hub) };
}

it('sends a letter that says who invites, and to what', async () => {
  const { hub, owner } = await invited();

  const [letter] = await hub.letters(address);

  expect(letter?.subject).toBe(`${owner.name} invites you to the staff of Harbour City Library`);
  expect(letter?.text).toContain('Issuer: defines badges');
  expect(letter?.text).toContain('https://hub.example/organizations/invitations/');
});

it('keeps only a hash of the link, and no address in the log of events', async () => {
  const { hub, token } = await invited();

  const invitations = JSON.stringify(await hub.given.rowsOf('staff_invitation'));
  const events = JSON.stringify(await hub.given.rowsOf('event'));

  expect(invitations).not.toContain(token);
  expect(events).toContain('staff.invited');
  expect(events).not.toContain(address);
});

it('gives the roles to whoever has the address', async () => {
  const { hub, id, owner, token } = await invited();
  const wen = await hub.given.account('Wen Lanternfield', { email: address });

  await acceptInvitation(hub, wen, token);

  expect((await listRolesOf(hub.db, id, wen.personId)).sort()).toEqual(['assessor', 'issuer']);
  const [spell] = await listStaffHistory(hub.db, id);
  expect(spell).toMatchObject({ name: 'Wen Lanternfield', byName: owner.name });
});

it('refuses somebody with another address, and changes nothing', async () => {
  const { hub, id, token } = await invited();
  const bram = await hub.given.account('Bram Kettlewick');

  const attempt = acceptInvitation(hub, bram, token);

  await expect(attempt).rejects.toMatchObject({ code: 'organization.invitation-other-address' });
  expect(await listRolesOf(hub.db, id, bram.personId)).toEqual([]);
  expect(await readInvitation(hub, token)).toBeDefined();
});

it('works once, also when the button is pressed twice', async () => {
  const { hub, id, token } = await invited();
  const wen = await hub.given.account('Wen Lanternfield', { email: address });

  const results = await Promise.allSettled([acceptInvitation(hub, wen, token), acceptInvitation(hub, wen, token)]);

  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await listRolesOf(hub.db, id, wen.personId)).toHaveLength(2);
  await expect(readInvitation(hub, token)).rejects.toMatchObject(gone);
});

it('works for fourteen days', async () => {
  const { hub, token } = await invited();
  hub.pass({ days: 13, hours: 23 });
  expect((await readInvitation(hub, token)).invitation.address).toBe(address);

  hub.pass({ hours: 1 });

  await expect(readInvitation(hub, token)).rejects.toMatchObject(gone);
});

it('works no more when it was withdrawn', async () => {
  const { hub, id, owner, invitation, token } = await invited();
  const wen = await hub.given.account('Wen Lanternfield', { email: address });

  await withdrawInvitation(hub, owner, id, invitation);

  await expect(acceptInvitation(hub, wen, token)).rejects.toMatchObject(gone);
  await expect(withdrawInvitation(hub, owner, id, invitation)).rejects.toMatchObject(gone);
});

it('is withdrawn by owners of its own organization only', async () => {
  const { hub, id, invitation, token } = await invited();
  const other = await hub.given.organization('Museum of Making');
  const issuer = await hub.given.staffOf(id, ['issuer']);

  const byIssuer = () => withdrawInvitation(hub, issuer, id, invitation);
  const byOther = () => withdrawInvitation(hub, other.owner, other.id, invitation);

  await expect(byIssuer).rejects.toMatchObject({ code: 'organization.not-an-owner' });
  await expect(byOther).rejects.toMatchObject(gone);
  expect(await readInvitation(hub, token)).toBeDefined();
});

it('replaces an earlier one to the same address', async () => {
  const { hub, id, owner, token } = await invited();

  await inviteStaff(hub, owner, id, { address, roles: ['representative'] });

  await expect(readInvitation(hub, token)).rejects.toMatchObject(gone);
  expect((await readInvitation(hub, await tokenFor(hub))).invitation.roles).toEqual(['representative']);
});

it('gives nothing to somebody who has these roles, or who invited themselves', async () => {
  const hub = await testHub();
  const owner = await hub.given.account('Amara Oystercatcher', { email: 'amara@example.org' });
  const { id } = await hub.given.organization('Library', { owner });
  const acting = await hub.given.again(owner);
  const wen = await hub.given.staffOf(id, ['issuer']);

  await inviteStaff(hub, acting, id, { address: 'amara@example.org', roles: ['issuer'] });
  await inviteStaff(hub, acting, id, { address: String(wen.emails[0]), roles: ['issuer'] });

  const own = async () => acceptInvitation(hub, acting, await tokenFor(hub, 'amara@example.org'));
  const held = async () => acceptInvitation(hub, wen, await tokenFor(hub, wen.emails[0]));
  await expect(own).rejects.toMatchObject({ code: 'organization.own-roles' });
  await expect(held).rejects.toMatchObject({ code: 'organization.already-staff' });
});

it('is sent by owners only', async () => {
  const hub = await testHub();
  const { id } = await hub.given.organization();
  const issuer = await hub.given.staffOf(id, ['issuer']);

  const attempt = inviteStaff(hub, issuer, id, { address, roles: ['owner'] });

  await expect(attempt).rejects.toMatchObject({ code: 'organization.not-an-owner' });
  expect(await hub.letters()).toEqual([]);
});

it('is not a way to flood the world with letters', async () => {
  const hub = await testHub();
  const { id, owner } = await hub.given.organization();
  for (let n = 0; n < 50; n++) await inviteStaff(hub, owner, id, { address: `n${n}@example.org`, roles: ['issuer'] });

  const attempt = inviteStaff(hub, owner, id, { address, roles: ['issuer'] });

  await expect(attempt).rejects.toMatchObject({ code: 'web.too-many-requests' });
});

it('shows a visitor what it gives, makes an account from a name, and signs in', async () => {
  const { hub, id, token } = await invited();
  await hub.given.alliance();
  const browser = hub.browser();

  const page = await browser.read(`/organizations/invitations/${token}`);
  const nameless = await browser.post(`/organizations/invitations/${token}`, { name: '  ' });
  const response = await browser.post(`/organizations/invitations/${token}`, { name: 'Wen Lanternfield' });

  expect(page).toContain('Join the staff of Harbour City Library?');
  expect(page).toContain('looks at evidence');
  expect(nameless.status).toBe(422);
  expect([response.status, response.headers.get('location')]).toEqual([303, '/organizations/harbour-city-library']);
  expect(await browser.read(`/organizations/${id}`)).toContain('Wen Lanternfield');
  expect(await hub.given.rowsOf('email_address')).toContainEqual(
    expect.objectContaining({ address, is_primary: true }),
  );
});

it('asks somebody with an account to sign in first, and opens no account by itself', async () => {
  const { hub, token } = await invited();
  await hub.given.alliance();
  await hub.given.account('Wen Lanternfield', { email: address });
  const browser = hub.browser();

  const page = await browser.read(`/organizations/invitations/${token}`);
  const response = await browser.post(`/organizations/invitations/${token}`, { name: 'Mallory' });

  expect(page).toContain('Sign in to accept');
  expect(response.status).toBe(401);
  expect(await hub.given.rowsOf('session')).toEqual([]);
});

it('says what is wrong when it is opened with another account', async () => {
  const { hub, token } = await invited();
  await hub.given.alliance();
  const browser = await hub.given.browserOf(await hub.given.account('Bram Kettlewick'));

  const page = await browser.read(`/organizations/invitations/${token}`);
  const response = await browser.post(`/organizations/invitations/${token}`);

  expect(page).toContain(`The invitation went to ${address}`);
  expect(response.status).toBe(409);
});

it('says the same of a link that never was and of one that is over', async () => {
  const { hub, token } = await invited();
  await hub.given.alliance();
  hub.pass({ days: 20 });

  const [over, never] = [
    await hub.browser().get(`/organizations/invitations/${token}`),
    await hub.browser().get('/organizations/invitations/abc'),
  ];

  expect([over.status, never.status]).toEqual([410, 410]);
});
