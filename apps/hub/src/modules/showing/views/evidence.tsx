import type { BadgeView } from 'openbadges';
import { Ledger, LedgerItem, Markdown, Plate } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import { webAddress } from '../model.ts';

/** What was made; without any, no section. */
export function Evidence({ p, view, lang }: { p: Page; view: BadgeView; lang?: string }) {
  const { evidence } = view;
  if (evidence.length === 0) return null;
  return (
    <Plate
      id="evidence"
      title={p.t('showing.evidence')}
      label={p.t('showing.evidence.label', { count: evidence.length })}
    >
      <Ledger>
        {evidence.map(({ url, name, description, narrative, genre }, at) => {
          const address = webAddress(url);
          return (
            <LedgerItem
              no={p.number(at + 1)}
              title={<bdi>{name ?? (address ? hostOf(address) : p.t('showing.evidence.unnamed'))}</bdi>}
              href={address}
              caption={description ? <bdi>{description}</bdi> : undefined}
              side={address && name ? <bdi>{hostOf(address)}</bdi> : <bdi>{genre}</bdi>}
            >
              {narrative ? <Markdown text={narrative} lang={lang} /> : null}
            </LedgerItem>
          );
        })}
      </Ledger>
    </Plate>
  );
}

function hostOf(address: string): string {
  return new URL(address).hostname;
}
