import type { Id } from '../../../kernel/ids.ts';
import {
  EmptyState,
  Filter,
  Go,
  Layout,
  OrgMark,
  PageHead,
  Pagination,
  Plate,
  TextField,
} from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { FoundIssuer } from '../model.ts';

interface Props {
  p: Page;
  q: string;
  issuers: FoundIssuer[];
  total: number;
  page: number;
  size: number;
  logo: (id: Id<'fil'>) => string;
}

export function IssuersPage({ p, q, issuers, total, page, size, logo }: Props) {
  return (
    <Layout
      p={p}
      title={p.t('explore.issuers')}
      description={p.t('explore.issuers.say')}
      current="badges"
      crumbs={[{ href: '/explore', label: p.t('explore.title') }]}
    >
      <PageHead title={p.t('explore.issuers')} say={p.t('explore.issuers.say')} />
      <Plate
        id="issuers"
        title={p.t('explore.issuers.count', { count: total })}
        small
        more={
          <Filter p={p} action="/explore/issuers">
            <TextField p={p} name="q" type="search" label={p.t('explore.issuers.search')} value={q} maxlength={100} />
          </Filter>
        }
      >
        {issuers.length === 0 ? (
          <EmptyState
            action={
              <Go href={q ? '/explore/issuers' : '/organizations'}>
                {p.t(q ? 'explore.issuers.all' : 'explore.organizations')}
              </Go>
            }
          >
            {p.t(q ? 'explore.issuers.none-found' : 'explore.issuers.none')}
          </EmptyState>
        ) : (
          <ul class="orgs">
            {issuers.map((issuer) => (
              <li>
                <OrgMark id={issuer.id} logo={issuer.logoFile && logo(issuer.logoFile)} size="l" />
                <div>
                  <p class="who__name">
                    <a href={`/explore?issuer=${issuer.id}`} dir="auto">
                      {issuer.name}
                    </a>
                  </p>
                  <p class="caption">
                    {[issuer.location, p.t('explore.count', { count: issuer.badges })].filter(Boolean).join(' · ')}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        )}
        <Pagination p={p} page={page} pages={Math.ceil(total / size)} />
      </Plate>
    </Layout>
  );
}
