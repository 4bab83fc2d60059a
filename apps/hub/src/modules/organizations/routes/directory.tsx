import { Hono } from 'hono';
import { z } from 'zod';
import { hasStaffRole } from '../../../kernel/actor.ts';
import type { App } from '../../../kernel/app.ts';
import type { HubContext, HubEnv } from '../../../web/env.ts';
import { parseQuery } from '../../../web/parse.ts';
import { show } from '../../../web/show.ts';
import { listAffiliated, listAffiliationsOf } from '../affiliation-store.ts';
import { staffRoles } from '../model.ts';
import { maySeePerson } from '../policy.ts';
import { listStaff } from '../staff-store.ts';
import { listDirectory } from '../store.ts';
import { badgeShelf } from '../views/badge-shelf.ts';
import { DirectoryPage } from '../views/directory-page.tsx';
import { OrganizationPage } from '../views/organization-page.tsx';
import { loadOrganization, logoAddress } from './load-organization.ts';

const Query = z.object({
  q: z.string().max(100).default(''),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

const size = 24;

export function directoryRoutes(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>()
    .get('/organizations', (c) => directory(app, c))
    .get('/organizations/:organization', (c) => organization(app, c));
}

async function directory(app: App, c: HubContext): Promise<Response> {
  const { q, page } = parseQuery(c, Query);
  const isMember = c.get('actor').kind === 'person';
  const { entries, total } = await listDirectory(app.db, { q, page, size, isMember });
  const pages = Math.ceil(total / size);
  const logo = (entry: (typeof entries)[number]) => logoAddress(app, entry);
  return show(c, <DirectoryPage p={c.get('page')} {...{ q, entries, total, page, pages, logo }} />);
}

async function organization(app: App, c: HubContext): Promise<Response> {
  const [p, actor, found] = [c.get('page'), c.get('actor'), await loadOrganization(app, c)];
  const [staff, affiliated, badges, mine] = await Promise.all([
    listStaff(app.db, found.id),
    listAffiliated(app.db, found.id, 'active'),
    badgeShelf(app, p, found.id),
    actor.kind === 'person' ? listAffiliationsOf(app.db, actor.personId) : [],
  ]);
  const isOwner = hasStaffRole(actor, found.id, 'owner');
  const isStaff = hasStaffRole(actor, found.id, ...staffRoles);
  const seenStaff = staff.filter((member) => isStaff || maySeePerson(actor, member));
  const onStaff = new Set(staff.map((member) => member.personId));
  const others = affiliated.filter(({ personId }) => !onStaff.has(personId));
  const seenOthers = others.filter((one) => isStaff || maySeePerson(actor, { visibility: one.personVisibility }));
  return show(
    c,
    <OrganizationPage
      p={p}
      organization={found}
      logo={logoAddress(app, found)}
      staff={seenStaff}
      unseenStaff={staff.length - seenStaff.length}
      affiliated={seenOthers}
      unseenAffiliated={others.length - seenOthers.length}
      badges={badges}
      isStaff={isStaff || (actor.kind === 'person' && actor.isSteward)}
      isOwner={isOwner}
      mayIssue={hasStaffRole(actor, found.id, 'owner', 'issuer')}
      mine={mine.find((one) => one.organizationId === found.id && ['asked', 'active'].includes(one.state))}
    />,
  );
}
