import { EmptyState, Go } from '../../web/components/index.ts';
import type { Page } from '../../web/page.ts';
import type { BadgeShelf as ShelfOfIssuer } from '../organizations/index.ts';
import { listBadges } from './store.ts';
import { BadgeShelf } from './views/badge-shelf.tsx';

const size = 8;

/** What an organization gives, for its own page; null when there is nothing yet and the reader can do nothing about it. */
export const issuerShelf: ShelfOfIssuer = async (app, p, issuerId) => {
  const query = { q: '', issuer: issuerId, sort: 'newest', page: 1, size, isMember: true } as const;
  const { badges, total } = await listBadges(app.db, query);
  const worksThere = issuerId.startsWith('hub_') ? p.actor.isSteward : p.actor.staffOf.includes(issuerId);
  if (badges.length === 0 && !worksThere) return null;
  return (
    <>
      {badges.length > 0 ? (
        <BadgeShelf p={p} badges={badges} quiet />
      ) : (
        <EmptyState>{p.t('explore.shelf.none')}</EmptyState>
      )}
      {total > size ? <Go href={`/explore?issuer=${issuerId}`}>{p.t('explore.home.all', { count: total })}</Go> : null}
      {worksThere ? <Work p={p} issuerId={issuerId} /> : null}
    </>
  );
};

/** For who works there: drafts and archived ones are on the list that only they see. */
function Work({ p, issuerId }: { p: Page; issuerId: string }) {
  return (
    <p class="row no-print">
      <Go href={`/achievements/new?issuer=${issuerId}`}>{p.t('explore.shelf.new')}</Go>
      <Go href={`/organizations/${issuerId}/achievements`}>{p.t('explore.shelf.all')}</Go>
    </p>
  );
}
