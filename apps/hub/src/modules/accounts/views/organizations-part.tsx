import { EmptyState, Go, IndexList, Plate } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';

/** The way back to where the reader works. */
export function OrganizationsPart({ p }: { p: Page }) {
  const { organizations } = p.actor;
  return (
    <Plate id="organizations" title={p.t('accounts.organizations')} label={p.t('accounts.organizations.label')}>
      <div class="stack">
        {organizations.length === 0 ? (
          <EmptyState action={<Go href="/organizations/new">{p.t('accounts.organizations.make')}</Go>}>
            {p.t('accounts.organizations.none')}
          </EmptyState>
        ) : (
          <IndexList
            entries={organizations.map(({ name, handle }) => ({
              href: `/organizations/${encodeURIComponent(handle)}`,
              label: name,
            }))}
          />
        )}
        <p>
          <Go href="/account/affiliations">{p.t('accounts.organizations.affiliations')}</Go>
        </p>
      </div>
    </Plate>
  );
}
