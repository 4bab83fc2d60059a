import {
  Button,
  ConfirmDialog,
  EmptyState,
  Filter,
  Form,
  Layout,
  PageHead,
  Plate,
  State,
  type StateKind,
  TextField,
  Time,
} from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { Affiliation } from '../model.ts';
import type { DirectoryEntry } from '../store.ts';
import { organizationPath } from './paths.ts';

interface Props {
  p: Page;
  affiliations: Affiliation[];
  q: string;
  found: DirectoryEntry[];
}

const dots: Record<Affiliation['state'], StateKind> = {
  asked: 'open',
  active: 'answered',
  ended: 'ended',
  refused: 'parked',
};

export function AffiliationsPage({ p, affiliations, q, found }: Props) {
  return (
    <Layout
      p={p}
      title={p.t('organizations.affiliations.title')}
      current="account"
      crumbs={[{ href: '/account', label: p.t('web.nav.account') }]}
      noIndex
    >
      <PageHead title={p.t('organizations.affiliations.title')} say={p.t('organizations.affiliations.say')} />
      <Plate id="mine" title={p.t('organizations.affiliations.mine')} small>
        {affiliations.length === 0 ? <EmptyState>{p.t('organizations.affiliations.none')}</EmptyState> : null}
        <div class="stack">
          {affiliations.map((affiliation) => (
            <Mine p={p} affiliation={affiliation} />
          ))}
        </div>
      </Plate>
      <Plate
        id="add"
        title={p.t('organizations.affiliations.add')}
        label={p.t('organizations.affiliations.add.label')}
        small
      >
        <div class="stack">
          <Filter p={p} action="/account/affiliations">
            <TextField p={p} name="q" type="search" label={p.t('organizations.search')} value={q} maxlength={100} />
          </Filter>
          {q && found.length === 0 ? <EmptyState>{p.t('organizations.none-found', { q })}</EmptyState> : null}
          {found.map((entry) => (
            <Form p={p} action="/account/affiliations" class="member">
              <input type="hidden" name="organization" value={entry.id} />
              <p class="who__name">
                <a href={organizationPath(entry)} dir="auto">
                  {entry.name}
                </a>
              </p>
              <p>
                <Button look="quiet" small>
                  {p.t('organizations.affiliation.ask')}
                  <span class="sr"> {entry.name}</span>
                </Button>
              </p>
            </Form>
          ))}
        </div>
      </Plate>
    </Layout>
  );
}

function Mine({ p, affiliation }: { p: Page; affiliation: Affiliation }) {
  const { state, startedAt, endedAt, askedAt, reason } = affiliation;
  const goesOn = state === 'asked' || state === 'active';
  return (
    <div class="member">
      <div>
        <p class="who__name">
          <a href={organizationPath({ handle: affiliation.organizationHandle })} dir="auto">
            {affiliation.organizationName}
          </a>
        </p>
        <p class="caption">
          <State kind={dots[state]}>{p.t(`organizations.affiliation.state.${state}`)}</State>{' '}
          <Time p={p} at={endedAt ?? startedAt ?? askedAt} />
        </p>
        {reason ? <p class="small">{reason}</p> : null}
      </div>
      {goesOn ? (
        <ConfirmDialog
          p={p}
          id={`end-${affiliation.id}`}
          label={p.t(`organizations.affiliation.end.${state}`)}
          title={p.t('organizations.affiliation.end.title', { name: affiliation.organizationName })}
          action={`/account/affiliations/${affiliation.id}/end`}
          confirm={p.t(`organizations.affiliation.end.${state}`)}
        >
          <p>{p.t('organizations.affiliation.end.what')}</p>
        </ConfirmDialog>
      ) : null}
    </div>
  );
}
