import {
  ButtonLink,
  EmptyState,
  Filter,
  Go,
  Layout,
  PageHead,
  Pagination,
  Plate,
  Plinth,
  Select,
  Shelf,
  TextField,
  Time,
} from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { Claim } from '../open-claim.ts';
import { type ShelfEntry, type ShelfQuery, shelfOrders, standings } from '../shelf-model.ts';
import { pictureOrEmpty } from './badge-picture.tsx';
import { StandingSaid } from './standing-said.tsx';

export interface BackpackPageProps {
  p: Page;
  /** All that is held. */
  count: number;
  /** Those of this page, after searching. */
  entries: ShelfEntry[];
  found: number;
  page: number;
  pages: number;
  query: ShelfQuery;
  issuers: { key: string; name: string }[];
  waiting: Claim[];
  collections: number;
  removed: number;
}

export function BackpackPage(props: BackpackPageProps) {
  const { p, count, waiting, collections } = props;
  return (
    <Layout p={p} title={p.t('backpack.title')} current="backpack" noIndex>
      <PageHead
        title={p.t('backpack.title')}
        say={p.t('backpack.say', { count })}
        acts={
          <>
            <ButtonLink href="/backpack/import">{p.t('backpack.import')}</ButtonLink>
            <Go href="/backpack/collections">{p.t('backpack.collections.go', { count: collections })}</Go>
            <Go href="/c">{p.t('backpack.code.go')}</Go>
          </>
        }
      />
      {waiting.length > 0 ? <Waiting p={p} waiting={waiting} /> : null}
      <Plate
        id="badges"
        title={p.t('backpack.badges')}
        label={p.t('backpack.badges.label')}
        more={count > 0 ? <More {...props} /> : null}
      >
        {count === 0 ? <Nothing p={p} /> : <Held {...props} />}
      </Plate>
    </Layout>
  );
}

function Waiting({ p, waiting }: Pick<BackpackPageProps, 'p' | 'waiting'>) {
  return (
    <Plate
      id="waiting"
      title={p.t('backpack.waiting', { count: waiting.length })}
      label={p.t('backpack.waiting.label')}
    >
      <Shelf>
        {waiting.map(({ award, achievement, issuer }) => (
          <Plinth
            href={`/backpack/waiting/${award.id}`}
            image={pictureOrEmpty(`/achievements/${achievement.id}/image.svg`)}
            name={<span dir="auto">{achievement.name}</span>}
          >
            {issuer.name}, <Time p={p} at={award.awardedAt} />
          </Plinth>
        ))}
      </Shelf>
    </Plate>
  );
}

function More({ p, removed }: BackpackPageProps) {
  return (
    <>
      <Go href="/backpack/export">{p.t('backpack.export')}</Go>
      {removed > 0 ? <Go href="/backpack/removed">{p.t('backpack.removed.go', { count: removed })}</Go> : null}
    </>
  );
}

function Nothing({ p }: { p: Page }) {
  return (
    <EmptyState action={<ButtonLink href="/backpack/import">{p.t('backpack.empty.bring')}</ButtonLink>}>
      {p.t('backpack.empty')}
    </EmptyState>
  );
}

function Held(props: BackpackPageProps) {
  const { p, count, entries, found, page, pages } = props;
  return (
    <div class="stack bp">
      {count > 4 ? <Search {...props} /> : null}
      <p class="caption" role="status">
        {found === count ? p.t('backpack.count', { count }) : p.t('backpack.found', { count: found })}
      </p>
      {entries.length > 0 ? (
        <Shelf label={p.t('backpack.badges')}>
          {entries.map((entry) => (
            <Stand p={p} entry={entry} />
          ))}
        </Shelf>
      ) : (
        <EmptyState action={<Go href="/backpack">{p.t('backpack.show-all')}</Go>}>
          {p.t('backpack.found-none')}
        </EmptyState>
      )}
      <Pagination p={p} page={page} pages={pages} />
    </div>
  );
}

function Stand({ p, entry }: { p: Page; entry: ShelfEntry }) {
  const { id, name, issuer, awardedAt, picture, standing, visibility } = entry;
  return (
    <Plinth href={`/backpack/${id}`} image={pictureOrEmpty(picture)} name={<span dir="auto">{name}</span>}>
      {issuer || p.t('backpack.issuer-unreached')}
      {awardedAt && !Number.isNaN(Date.parse(awardedAt)) ? (
        <>
          , <Time p={p} at={awardedAt} />
        </>
      ) : null}
      <br />
      {standing === 'good' ? null : (
        <>
          <StandingSaid p={p} standing={standing} checked={false} />.{' '}
        </>
      )}
      {p.t(`backpack.visibility.${visibility}`)}
    </Plinth>
  );
}

function Search({ p, query, issuers }: BackpackPageProps) {
  const any = { value: '', label: p.t('backpack.filter.any') };
  return (
    <Filter p={p} action="/backpack">
      <TextField p={p} name="search" type="search" label={p.t('backpack.filter.search')} value={query.search} />
      <Select
        p={p}
        name="issuer"
        label={p.t('backpack.filter.issuer')}
        value={query.issuer}
        options={[
          any,
          ...issuers.map(({ key, name }) => ({ value: key, label: name || p.t('backpack.issuer-unreached') })),
        ]}
      />
      <Select
        p={p}
        name="standing"
        label={p.t('backpack.filter.standing')}
        value={query.standing}
        options={[any, ...standings.map((value) => ({ value, label: p.t(`backpack.standing.${value}`) }))]}
      />
      <Select
        p={p}
        name="order"
        label={p.t('backpack.filter.order')}
        value={query.order}
        options={shelfOrders.map((value) => ({ value, label: p.t(`backpack.order.${value}`) }))}
      />
    </Filter>
  );
}
