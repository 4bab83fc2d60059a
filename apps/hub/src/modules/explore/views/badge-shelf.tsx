import { Plinth, Shelf } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import { achievementPath, picturePath } from '../../achievements/index.ts';
import type { FoundBadge } from '../model.ts';

/** Badges on a shelf, each with its maker. */
export function BadgeShelf({
  p,
  badges,
  label,
  quiet,
}: {
  p: Page;
  badges: FoundBadge[];
  label?: string;
  quiet?: boolean;
}) {
  return (
    <Shelf label={label}>
      {badges.map((badge) => (
        <Plinth
          href={achievementPath(badge)}
          image={picturePath(badge, 256)}
          name={
            <span lang={badge.lang} dir="auto">
              {badge.name}
            </span>
          }
        >
          {quiet
            ? p.date(badge.publishedAt)
            : p.t('explore.by', { issuer: badge.issuerName, date: p.date(badge.publishedAt) })}
        </Plinth>
      ))}
    </Shelf>
  );
}
