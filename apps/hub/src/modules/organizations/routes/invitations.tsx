import { Hono } from 'hono';
import { z } from 'zod';
import type { Actor } from '../../../kernel/actor.ts';
import type { App } from '../../../kernel/app.ts';
import { record } from '../../../kernel/event.ts';
import type { HubContext, HubEnv } from '../../../web/env.ts';
import { line } from '../../../web/fields.ts';
import { flash } from '../../../web/flash.ts';
import { parseForm } from '../../../web/parse.ts';
import { requirePerson } from '../../../web/require-person.ts';
import { show } from '../../../web/show.ts';
import { createPerson, enter, findPersonByVerifiedEmail } from '../../accounts/index.ts';
import { findActor } from '../../actors/index.ts';
import { acceptIn, acceptInvitation, readInvitation } from '../accept-invitation.ts';
import type { Organization, StaffInvitation } from '../model.ts';
import { InvitationPage } from '../views/invitation-page.tsx';
import { organizationPath } from '../views/paths.ts';

const NewPerson = z.strictObject({ name: line(120) });

export function invitationRoutes(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>()
    .get('/organizations/invitations/:token', async (c) => {
      const read = await readInvitation(app, c.req.param('token'));
      return show(c, await page(app, c, read));
    })
    .post('/organizations/invitations/:token', (c) => accept(app, c));
}

interface Read {
  invitation: StaffInvitation;
  organization: Organization;
}

type Way = 'accept' | 'other-account' | 'sign-in' | 'new';

/** An account that is there is entered by signing in: who forwards an invitation should not give their account away. */
async function wayOf(app: App, actor: Actor, { invitation }: Read): Promise<Way> {
  if (actor.kind === 'person') return actor.emails.includes(invitation.address) ? 'accept' : 'other-account';
  return (await findPersonByVerifiedEmail(app.db, invitation.address)) ? 'sign-in' : 'new';
}

async function page(app: App, c: HubContext, read: Read, form = {}) {
  const way = await wayOf(app, c.get('actor'), read);
  const inviter = (await findActor(app.db, read.invitation.invitedBy))?.name ?? '';
  const p = c.get('page');
  return <InvitationPage p={p} {...read} inviter={inviter} path={p.path} way={way} {...form} />;
}

async function accept(app: App, c: HubContext): Promise<Response> {
  const token = c.req.param('token') ?? '';
  const read = await readInvitation(app, token);
  const way = await wayOf(app, c.get('actor'), read);
  if (way === 'new') return acceptAsNew(app, c, read);
  await acceptInvitation(app, requirePerson(c), token);
  return welcome(c, read);
}

function welcome(c: HubContext, { organization }: Read): Response {
  flash(c, 'done', 'organizations.invitation.accepted', { organization: organization.name });
  return c.redirect(organizationPath(organization), 303);
}

/** The link came by mail, so whoever has it owns the address: the account begins with it confirmed. */
async function acceptAsNew(app: App, c: HubContext, read: Read): Promise<Response> {
  const parsed = await parseForm(c, NewPerson);
  if (!parsed.ok) return show(c, await page(app, c, read, { errors: parsed.errors, values: parsed.values }), 422);
  const { locale, timeZone } = c.get('page');
  const wanted = { name: parsed.value.name, email: read.invitation.address, verified: true, locale, timeZone };
  const accountId = await app.db.transaction().execute(async (tx) => {
    const created = await createPerson(app, tx, wanted);
    const accepted = await acceptIn(app, tx, created.person, read.invitation);
    await record(app, tx, ...created.events, ...accepted);
    return created.accountId;
  });
  await enter(app, c, accountId);
  return welcome(c, read);
}
