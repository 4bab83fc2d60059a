import { isPrivateName } from '../../../kernel/urls.ts';
import { WarnLine } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';

/** Said before anything leaves: the address inside a credential is there for ever. */
export function NotPublicWarning({ p, isPublic }: { p: Page; isPublic: boolean }) {
  if (isPublic) return null;
  const why = isPrivateName(new URL(p.base).hostname) ? 'private' : 'insecure';
  return (
    <WarnLine title={p.t(`awards.not-public.${why}`)}>
      {p.t(`awards.not-public.${why}.why`, { base: p.base })} {p.t('awards.not-public.remedy')}
    </WarnLine>
  );
}
