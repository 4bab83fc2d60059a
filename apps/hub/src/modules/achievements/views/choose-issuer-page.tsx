import { ButtonLink, EmptyState, IndexList, Layout, PageHead, Plate } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { Issuer } from '../../profiles/index.ts';

/** A badge is always somebody's: whose is asked first. */
export function ChooseIssuerPage({ p, issuers }: { p: Page; issuers: Issuer[] }) {
  const title = p.t('achievements.choose.title');
  return (
    <Layout p={p} title={title} current="badges" noIndex>
      <PageHead title={title} say={p.t('achievements.choose.say')} />
      <Plate id="issuers" title={p.t('achievements.choose.issuers')} small>
        {issuers.length === 0 ? (
          <EmptyState
            action={<ButtonLink href="/organizations/new">{p.t('achievements.choose.organization')}</ButtonLink>}
          >
            {p.t('achievements.choose.none')}
          </EmptyState>
        ) : (
          <IndexList
            entries={issuers.map(({ id, name }) => ({ href: `/achievements/new?issuer=${id}`, label: name }))}
          />
        )}
      </Plate>
    </Layout>
  );
}
