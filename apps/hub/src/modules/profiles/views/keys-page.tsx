import {
  Button,
  ConfirmDialog,
  CopyText,
  EmptyState,
  Form,
  Layout,
  PageHead,
  Plate,
  Time,
} from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { Issuer } from '../find-issuer.ts';
import { fingerprint } from '../issuer-documents.ts';
import { currentKey, type IssuerKey, type KeyAlgorithm } from '../model.ts';
import { KeyState } from './key-history.tsx';

interface Row {
  key: IssuerKey;
  /** Credentials signed in its time; undefined when nobody counted. */
  signed: number | undefined;
}

interface Props {
  p: Page;
  issuer: Issuer;
  rows: Row[];
  isPublic: boolean;
}

export function KeysPage({ p, issuer, rows, isPublic }: Props) {
  return (
    <Layout
      p={p}
      title={p.t('profiles.keys.of', { name: issuer.name })}
      current="organizations"
      crumbs={[{ href: `/issuers/${issuer.id}`, label: issuer.name }]}
      noIndex
    >
      <PageHead title={p.t('profiles.keys')} caption={issuer.name} say={p.t('profiles.keys.say')} />
      <Plate id="list" title={p.t('profiles.keys.list')} label={p.t('profiles.keys.list.label')}>
        {rows.length === 0 ? <EmptyState>{p.t('profiles.keys.none')}</EmptyState> : null}
        <div class="stack">
          {rows.map((row) => (
            <KeyItem p={p} issuer={issuer} row={row} isPublic={isPublic} />
          ))}
        </div>
      </Plate>
      {(['Ed25519', 'P-256'] as const).map((algorithm) => (
        <Renew
          p={p}
          issuer={issuer}
          algorithm={algorithm}
          current={currentKey(
            rows.map((row) => row.key),
            algorithm,
          )}
          isPublic={isPublic}
        />
      ))}
    </Layout>
  );
}

function KeyItem({ p, issuer, row, isPublic }: { p: Page; issuer: Issuer; row: Row; isPublic: boolean }) {
  const { key, signed } = row;
  return (
    <div class="member" id={key.id}>
      <div class="stack">
        <p class="who__name">
          {key.algorithm} <span class="mono small fingerprint">{fingerprint(key)}</span>
        </p>
        <p class="caption">
          <KeyState p={p} issuerKey={key} /> · <Time p={p} at={key.createdAt} style="datetime" />
          {key.createdByName ? ` (${key.createdByName})` : ''}
          {key.retiredAt ? (
            <>
              {' – '}
              <Time p={p} at={key.retiredAt} style="datetime" />
              {key.retiredByName ? ` (${key.retiredByName})` : ''}
            </>
          ) : null}
        </p>
        {signed === undefined ? null : <p class="small">{p.t('profiles.key.signed', { count: signed })}</p>}
        <CopyText p={p} text={key.publicMultibase} label={p.t('profiles.key.public')} />
      </div>
      {key.compromisedAt ? null : <CompromisedDialog p={p} issuer={issuer} row={row} isPublic={isPublic} />}
    </div>
  );
}

function CompromisedDialog({ p, issuer, row, isPublic }: { p: Page; issuer: Issuer; row: Row; isPublic: boolean }) {
  const { key, signed } = row;
  const time = { from: p.date(key.createdAt), to: key.retiredAt ? p.date(key.retiredAt) : p.t('profiles.key.now') };
  return (
    <ConfirmDialog
      p={p}
      id={`compromised-${key.id}`}
      label={p.t('profiles.compromise.open')}
      title={p.t('profiles.compromise.title')}
      action={`/issuers/${issuer.id}/keys/${key.id}/compromised`}
      confirm={p.t('profiles.compromise.confirm')}
    >
      <p>{p.t('profiles.compromise.what', time)}</p>
      {signed === undefined ? null : <p>{p.t('profiles.compromise.count', { count: signed })}</p>}
      <p>{p.t(isPublic ? 'profiles.compromise.domain' : 'profiles.compromise.key-only')}</p>
      {key.retiredAt ? null : <p>{p.t('profiles.compromise.new')}</p>}
      <p>{p.t('profiles.compromise.never-back')}</p>
    </ConfirmDialog>
  );
}

interface RenewProps {
  p: Page;
  issuer: Issuer;
  algorithm: KeyAlgorithm;
  current: IssuerKey | undefined;
  isPublic: boolean;
}

function Renew({ p, issuer, algorithm, current, isPublic }: RenewProps) {
  const words = algorithm === 'Ed25519' ? 'ed25519' : 'p256';
  return (
    <Plate
      id={`renew-${words}`}
      title={p.t(`profiles.renew.${words}`)}
      label={p.t(`profiles.renew.${words}.label`)}
      small
    >
      <Form p={p} action={`/issuers/${issuer.id}/keys`} class="stack">
        <input type="hidden" name="algorithm" value={algorithm} />
        <input type="hidden" name="retire" value={current?.id ?? ''} />
        <p>{p.t(current ? 'profiles.renew.say' : 'profiles.renew.first')}</p>
        {current && !isPublic ? <p class="caption">{p.t('profiles.renew.key-only')}</p> : null}
        <p>
          <Button look="quiet">{p.t(current ? 'profiles.renew.button' : 'profiles.renew.make')}</Button>
        </p>
      </Form>
    </Plate>
  );
}
