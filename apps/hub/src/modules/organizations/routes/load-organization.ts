import type { App } from '../../../kernel/app.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { HubContext } from '../../../web/env.ts';
import { findOrganizationBy } from '../find-organization.ts';
import type { Organization } from '../model.ts';

/** The organization that the address names, by id or short name. */
export async function loadOrganization(app: Pick<App, 'db'>, c: HubContext): Promise<Organization> {
  const organization = await findOrganizationBy(app.db, c.req.param('organization') ?? '');
  if (!organization) throw new Refusal('organization.not-found');
  return organization;
}

export function logoAddress(app: Pick<App, 'urls'>, { logoFile }: Pick<Organization, 'logoFile'>): string | undefined {
  return logoFile && new URL(app.urls.file(logoFile, 'logo.png')).pathname;
}
