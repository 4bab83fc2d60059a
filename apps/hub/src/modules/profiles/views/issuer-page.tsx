import type { Child } from 'hono/jsx';
import { CopyText, EmptyState, Go, Layout, Markdown, OrgMark, Plate, Time } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import { firstWords, organizationPath } from '../../organizations/index.ts';
import type { Issuer } from '../find-issuer.ts';
import { currentKey, type IssuerKey } from '../model.ts';
import { KeyHistory } from './key-history.tsx';

export interface IssuerPageProps {
  p: Page;
  issuer: Issuer;
  keys: IssuerKey[];
  did: string | undefined;
  isPublic: boolean;
  /** Of the hub's public address. */
  host: string;
  mayKeepKeys: boolean;
  badges: Child | null;
}

/** Who signs: for somebody who holds a badge in their hand and asks whether to believe it. */
export function IssuerPage(props: IssuerPageProps) {
  const { p, issuer, keys, badges, mayKeepKeys } = props;
  const address = `/issuers/${issuer.id}`;
  return (
    <Layout
      p={p}
      title={p.t('profiles.title', { name: issuer.name })}
      description={firstWords(issuer.summary)}
      current="organizations"
      crumbs={crumbsOf(p, issuer)}
      alternates={[
        { type: 'application/ld+json', href: address, title: 'Open Badges 3.0 Profile' },
        { type: 'application/did+json', href: `${address}/did.json`, title: 'DID document' },
      ]}
    >
      <Head {...props} />
      <Plate
        id="proof"
        title={p.t(props.isPublic ? 'profiles.domain' : 'profiles.key-only')}
        label={p.t('profiles.proof.label')}
      >
        <Proof {...props} />
      </Plate>
      <Plate
        id="keys"
        title={p.t('profiles.keys')}
        label={p.t('profiles.keys.label')}
        more={mayKeepKeys ? <Go href={`${address}/keys`}>{p.t('profiles.keys.keep')}</Go> : null}
      >
        {keys.length === 0 ? <EmptyState>{p.t('profiles.keys.none')}</EmptyState> : <KeyHistory p={p} keys={keys} />}
      </Plate>
      <Plate id="badges" title={p.t('profiles.badges')} label={p.t('profiles.badges.label')}>
        {badges ?? <EmptyState>{p.t('profiles.badges.none', { name: issuer.name })}</EmptyState>}
      </Plate>
      <Machines p={p} address={address} />
    </Layout>
  );
}

function crumbsOf(p: Page, issuer: Issuer) {
  if (issuer.kind === 'hub') return [];
  const own = { href: organizationPath({ handle: issuer.handle ?? issuer.id }), label: issuer.name };
  return [{ href: '/organizations', label: p.t('web.nav.organizations') }, own];
}

function Head({ p, issuer, keys }: IssuerPageProps) {
  const logo = issuer.logoFile && `/files/${issuer.logoFile}/logo.png`;
  const first = keys.at(-1);
  return (
    <div class="sheet orghead">
      <div class="orghead__t">
        <p class="caption free">{p.t(issuer.kind === 'hub' ? 'profiles.kind.hub' : 'profiles.kind.organization')}</p>
        <div class="orghead__name">
          <OrgMark id={issuer.id} logo={logo} size="l" />
          <h1 dir="auto" lang={issuer.lang}>
            {issuer.name}
          </h1>
        </div>
        {issuer.summary ? <Markdown text={issuer.summary} lang={issuer.lang} /> : null}
      </div>
      <aside class="orghead__side stack" aria-label={p.t('profiles.since')}>
        <p class="ui">
          {p.t('profiles.here-since')} <Time p={p} at={issuer.createdAt} />
        </p>
        {first ? (
          <p class="ui">
            {p.t('profiles.signs-since')} <Time p={p} at={first.createdAt} />
          </p>
        ) : null}
        {issuer.endedAt ? (
          <p class="ui">
            {p.t('profiles.ended')} <Time p={p} at={issuer.endedAt} />
          </p>
        ) : null}
        {issuer.kind === 'organization' ? (
          <p>
            <Go href={organizationPath({ handle: issuer.handle ?? issuer.id })}>{p.t('profiles.organization')}</Go>
          </p>
        ) : null}
      </aside>
    </div>
  );
}

/** Never "trusted": what is proven, by what, and what that does not say. */
function Proof({ p, did, isPublic, host, issuer, keys }: IssuerPageProps) {
  return (
    <div class="stack">
      <p>{p.t(isPublic ? 'profiles.domain.say' : 'profiles.key-only.say', { host, name: issuer.name })}</p>
      <p class="caption">{p.t('profiles.proof.not')}</p>
      {did ? <CopyText p={p} text={did} label={p.t('profiles.did')} /> : null}
      {!did || (isPublic && !currentKey(keys)) ? <p class="caption">{p.t('profiles.keys.later')}</p> : null}
    </div>
  );
}

function Machines({ p, address }: { p: Page; address: string }) {
  return (
    <Plate id="machines" title={p.t('profiles.machines')} label={p.t('profiles.machines.label')} small>
      <dl class="charter">
        <div>
          <dt>{p.t('profiles.machines.profile')}</dt>
          <dd class="mono">
            {p.base + address} <span class="caption">(Accept: application/ld+json)</span>
          </dd>
        </div>
        <div>
          <dt>{p.t('profiles.machines.did')}</dt>
          <dd class="mono">
            <a href={`${address}/did.json`}>{`${p.base}${address}/did.json`}</a>
          </dd>
        </div>
        <div>
          <dt>{p.t('profiles.machines.jwks')}</dt>
          <dd class="mono">
            <a href={`${address}/jwks.json`}>{`${p.base}${address}/jwks.json`}</a>
          </dd>
        </div>
      </dl>
    </Plate>
  );
}
