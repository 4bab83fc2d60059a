import { Layout, Ledger, LedgerItem, PageHead } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';

const places = ['settings', 'outbox'] as const;
const addresses = { settings: '/alliance/settings', outbox: '/outbox' };

/** What a steward can look after. */
export function StewardPage({ p, waiting }: { p: Page; waiting: number }) {
  return (
    <Layout p={p} title={p.t('accounts.steward')} current="alliance" noIndex>
      <PageHead title={p.t('accounts.steward')} caption={p.alliance.name} say={p.t('accounts.steward.say')} />
      <div class="sheet stack">
        <Ledger label={p.t('accounts.steward')}>
          {places.map((place, index) => (
            <LedgerItem
              no={p.number(index + 1)}
              title={p.t(`accounts.steward.${place}`)}
              href={addresses[place]}
              caption={p.t(`accounts.steward.${place}.say`, { waiting })}
            />
          ))}
        </Ledger>
      </div>
    </Layout>
  );
}
