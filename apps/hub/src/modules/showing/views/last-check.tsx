import type { AwardPageProps } from './award-page.tsx';

/** Who wrote what, and what the last check said. */
export function LastCheck({ p, facts }: AwardPageProps) {
  return (
    <>
      {p.t('showing.foot')} {p.t('showing.foot.never', { issuer: facts.issuer.name })}
    </>
  );
}
