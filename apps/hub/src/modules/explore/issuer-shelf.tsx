import type { ActorId } from '../../kernel/ids.ts';
import { EmptyState, Go } from '../../web/components/index.ts';
import type { Page } from '../../web/page.ts';
import { issuerListPath } from '../achievements/index.ts';
import type { BadgeShelf as ShelfOfIssuer } from '../organizations/index.ts';
import { listBadges } from './store.ts';
import { BadgeShelf } from './views/badge-shelf.tsx';

const size = 8;

/** What an organization gives, for its own page, with the way to work for those who issue; null when there is nothing. */
export const issuerShelf: ShelfOfIssuer = async (app, p, issuerId) => {
  const query = { q: '', issuer: issuerId, sort: 'newest', page: 1, size, isMember: true } as const;
  const { badges, total } = await listBadges(app.db, query);
  const mayIssue = p.actor.issuesFor.includes(issuerId);
  if (badges.length === 0) return mayIssue ? <FirstBadge p={p} issuerId={issuerId} /> : null;
  return (
    <>
      <BadgeShelf p={p} badges={badges} quiet />
      <p class="row">
        {total > size ? (
          <Go href={`/explore?issuer=${issuerId}`}>{p.t('explore.home.all', { count: total })}</Go>
        ) : null}
        {mayIssue ? <Go href={issuerListPath({ id: issuerId })}>{p.t('explore.shelf.work')}</Go> : null}
      </p>
    </>
  );
};

function FirstBadge({ p, issuerId }: { p: Page; issuerId: ActorId }) {
  return (
    <EmptyState action={<Go href={`/achievements/new?issuer=${issuerId}`}>{p.t('explore.shelf.first')}</Go>}>
      {p.t('explore.shelf.none')}
    </EmptyState>
  );
}
