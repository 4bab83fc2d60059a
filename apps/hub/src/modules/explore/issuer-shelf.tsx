import { Go } from '../../web/components/index.ts';
import type { BadgeShelf as ShelfOfIssuer } from '../organizations/index.ts';
import { listBadges } from './store.ts';
import { BadgeShelf } from './views/badge-shelf.tsx';

const size = 8;

/** What an organization gives, for its own page; null when there is nothing yet. */
export const issuerShelf: ShelfOfIssuer = async (app, p, issuerId) => {
  const query = { q: '', issuer: issuerId, sort: 'newest', page: 1, size, isMember: true } as const;
  const { badges, total } = await listBadges(app.db, query);
  if (badges.length === 0) return null;
  return (
    <>
      <BadgeShelf p={p} badges={badges} quiet />
      {total > size ? <Go href={`/explore?issuer=${issuerId}`}>{p.t('explore.home.all', { count: total })}</Go> : null}
    </>
  );
};
