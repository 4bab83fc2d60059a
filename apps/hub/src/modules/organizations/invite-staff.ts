import { createHash } from 'node:crypto';
import type { Person, StaffRole } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import type { Id, OrganizationId } from '../../kernel/ids.ts';
import type { Letter } from '../../kernel/mail.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { actsNow } from './acts-now.ts';
import { lockOrganization } from './find-organization.ts';
import { insertInvitation, updateWithdrawn } from './invitation-store.ts';
import { invitationDays, type Organization, type StaffInvitation, staffRoles } from './model.ts';
import { whyNotManageStaff } from './policy.ts';

type Needs = Pick<App, 'clock' | 'db' | 'limits' | 'mail' | 'messages' | 'newId' | 'random' | 'urls'>;

const day = 24 * 3600_000;

/**
 * Writes to somebody that they may join the staff. A second invitation to the same address takes the place of the first.
 * Whether the address has an account is not looked at: the answer would tell.
 */
export async function inviteStaff(
  app: Needs,
  actor: Person,
  organizationId: OrganizationId,
  { address, roles }: { address: string; roles: StaffRole[] },
): Promise<Id<'inv'>> {
  await app.limits.take(`invite ${actor.personId}`, { capacity: 50, perMinute: 2 });
  const token = Buffer.from(app.random(32)).toString('base64url');
  const now = app.clock();
  const invitation: StaffInvitation = {
    id: app.newId('inv'),
    organizationId,
    address,
    roles: staffRoles.filter((role) => roles.includes(role)),
    invitedBy: actor.personId,
    createdAt: now,
    expiresAt: new Date(now.getTime() + invitationDays * day),
  };
  await app.db.transaction().execute(async (tx) => {
    const organization = await lockOrganization(tx, organizationId);
    if (!organization) throw new Refusal('organization.not-found');
    const reason = whyNotManageStaff(await actsNow(tx, actor, organizationId), organization);
    if (reason) throw new Refusal(reason, { id: organizationId });

    await updateWithdrawn(tx, organizationId, { address }, now);
    await insertInvitation(tx, invitation, hashToken(token));
    await app.mail.post(tx, letterOf(app, actor, organization, invitation, token));
    const about = { by: actor, about: organizationId };
    await record(app, tx, {
      ...about,
      verb: 'staff.invited',
      data: { invitation: invitation.id, roles: invitation.roles },
    });
  });
  return invitation.id;
}

/** What the database keeps of the link. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function letterOf(
  app: Needs,
  by: Person,
  organization: Organization,
  invitation: StaffInvitation,
  token: string,
): Letter {
  const { lang } = organization;
  const say = (key: string, values = {}) => app.messages.say(lang, `organizations.${key}`, values);
  const names = { organization: organization.name, person: by.name };
  const roles = invitation.roles.map((role) => `– ${say(`role.${role}`)}: ${say(`role.${role}.may`)}`).join('\n');
  return {
    to: invitation.address,
    subject: say('letter.invitation.subject', names),
    text: [say('letter.invitation.text', names), roles, say('letter.invitation.end', { days: invitationDays })].join(
      '\n\n',
    ),
    action: {
      label: say('letter.invitation.action'),
      url: app.urls.page(`/organizations/invitations/${token}`),
    },
    about: invitation.id,
    lang,
  };
}
