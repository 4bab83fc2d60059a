import { State, Table, Time } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import { fingerprint } from '../issuer-documents.ts';
import type { IssuerKey } from '../model.ts';

export function KeyHistory({ p, keys }: { p: Page; keys: IssuerKey[] }) {
  return (
    <Table
      caption={p.t('profiles.keys')}
      quietCaption
      columns={[
        {
          label: p.t('profiles.key'),
          head: true,
          cell: (key) => (
            <>
              {key.algorithm} <span class="mono small fingerprint">{fingerprint(key)}</span>
            </>
          ),
        },
        { label: p.t('profiles.key.from'), cell: (key) => <Time p={p} at={key.createdAt} /> },
        { label: p.t('profiles.key.to'), cell: (key) => (key.retiredAt ? <Time p={p} at={key.retiredAt} /> : '–') },
        { label: p.t('profiles.key.state'), cell: (key) => <KeyState p={p} issuerKey={key} /> },
      ]}
      rows={keys}
    />
  );
}

export function KeyState({ p, issuerKey }: { p: Page; issuerKey: IssuerKey }) {
  if (issuerKey.compromisedAt) return <State kind="parked">{p.t('profiles.key.compromised')}</State>;
  if (issuerKey.retiredAt) return <State kind="ended">{p.t('profiles.key.retired')}</State>;
  return <State kind="force">{p.t('profiles.key.current')}</State>;
}
