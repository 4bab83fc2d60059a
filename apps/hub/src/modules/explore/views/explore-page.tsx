import {
  ButtonLink,
  EmptyState,
  Filter,
  Go,
  Layout,
  PageHead,
  Pagination,
  Plate,
  Select,
  TextField,
} from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import { issuerListPath, typeName } from '../../achievements/index.ts';
import type { Issuer } from '../../profiles/index.ts';
import { type BadgeQuery, type FoundBadge, type FoundIssuer, mostCounted, sorts } from '../model.ts';
import { BadgeShelf } from './badge-shelf.tsx';

type Asked = Omit<BadgeQuery, 'size' | 'isMember'>;

interface Props {
  p: Page;
  asked: Asked;
  badges: FoundBadge[];
  total: number;
  size: number;
  choices: { types: string[]; langs: string[]; tags: string[] };
  issuer: Issuer | undefined;
  /** Issuers whose name has the words that are looked for. */
  named: FoundIssuer[];
}

export function ExplorePage(props: Props) {
  const { p, asked, badges, total, size, issuer } = props;
  const title = issuer ? p.t('explore.of', { issuer: issuer.name }) : p.t('explore.title');
  const pages = Math.ceil(Math.min(total, mostCounted) / size);
  return (
    <Layout p={p} title={title} description={p.t('explore.say')} current="badges" alternates={alternatesOf(issuer)}>
      <PageHead title={title} say={p.t('explore.say')} acts={<Make p={p} issuer={issuer} />} />
      <div class="sheet explore__ask">
        <Search {...props} />
        <Tags {...props} />
      </div>
      <Plate id="found" title={countOf(p, total)} label={saysWhat(props)} more={<Away {...props} />} small>
        {badges.length === 0 ? <Nothing {...props} /> : <BadgeShelf p={p} badges={badges} />}
        <Pagination p={p} page={asked.page} pages={pages} />
      </Plate>
      <Named {...props} />
    </Layout>
  );
}

/** For those who issue. */
function Make({ p, issuer }: Pick<Props, 'p' | 'issuer'>) {
  const mayIssue = p.actor.issuesFor.length > 0 || p.actor.isSteward;
  if (!mayIssue) return null;
  if (issuer && p.actor.issuesFor.includes(issuer.id)) {
    return <Go href={issuerListPath(issuer)}>{p.t('explore.shelf.work')}</Go>;
  }
  return (
    <ButtonLink href="/achievements/new" look="quiet" small>
      {p.t('achievements.new')}
    </ButtonLink>
  );
}

function alternatesOf(issuer: Issuer | undefined) {
  if (!issuer) return [];
  const list = `/issuers/${issuer.id}/achievements`;
  return [
    { type: 'application/ld+json', href: list },
    { type: 'application/atom+xml', href: `${list}.atom`, title: issuer.name },
  ];
}

function countOf(p: Page, total: number): string {
  return total > mostCounted
    ? p.t('explore.more-than', { count: mostCounted })
    : p.t('explore.count', { count: total });
}

function Search({ p, asked, choices, issuer }: Props) {
  const any = { value: '', label: p.t('explore.any') };
  const language = new Intl.DisplayNames([p.locale], { type: 'language' });
  return (
    <Filter p={p} action="/explore">
      <div class="grow">
        <TextField p={p} name="q" type="search" label={p.t('explore.search')} value={asked.q} maxlength={100} />
      </div>
      {choices.types.length > 1 ? (
        <Select
          p={p}
          name="type"
          label={p.t('explore.type')}
          value={asked.type ?? ''}
          options={[any, ...choices.types.map((value) => ({ value, label: typeName(p, value) }))]}
        />
      ) : null}
      {choices.langs.length > 1 ? (
        <Select
          p={p}
          name="lang"
          label={p.t('explore.lang')}
          value={asked.lang ?? ''}
          options={[any, ...choices.langs.map((value) => ({ value, label: language.of(value) ?? value }))]}
        />
      ) : null}
      <Select
        p={p}
        name="sort"
        label={p.t('explore.sort')}
        value={asked.sort}
        options={sorts.map((value) => ({ value, label: p.t(`explore.sort.${value}`) }))}
      />
      {asked.tag ? <input type="hidden" name="tag" value={asked.tag} /> : null}
      {issuer ? <input type="hidden" name="issuer" value={issuer.id} /> : null}
    </Filter>
  );
}

function Tags({ p, choices, asked }: Props) {
  if (choices.tags.length === 0) return null;
  return (
    <nav class="row" aria-label={p.t('explore.tags')}>
      {choices.tags.map((tag) => (
        <a
          class="tag"
          href={`/explore?${new URLSearchParams({ tag })}`}
          aria-current={tag === asked.tag ? 'true' : undefined}
        >
          {tag}
        </a>
      ))}
    </nav>
  );
}

/** What the list is narrowed to, in words. */
function saysWhat({ p, asked, issuer }: Props): string | undefined {
  const says = [
    asked.q.trim() && p.t('explore.with-words', { words: asked.q.trim() }),
    asked.tag && p.t('explore.with-tag', { tag: asked.tag }),
    issuer && p.t('explore.from', { issuer: issuer.name }),
  ];
  return says.filter(Boolean).join(' ') || undefined;
}

function Away({ p, asked }: Props) {
  const isNarrowed = asked.q || asked.tag || asked.issuer || asked.type || asked.lang;
  return isNarrowed ? (
    <Go href="/explore">{p.t('explore.all')}</Go>
  ) : (
    <Go href="/explore/issuers">{p.t('explore.issuers')}</Go>
  );
}

function Nothing({ p, asked }: Props) {
  if (asked.q || asked.tag || asked.type || asked.lang) {
    return <EmptyState action={<Go href="/explore">{p.t('explore.all')}</Go>}>{p.t('explore.none-found')}</EmptyState>;
  }
  return (
    <EmptyState action={<Go href="/achievements/new">{p.t('explore.make')}</Go>}>{p.t('explore.none')}</EmptyState>
  );
}

function Named({ p, named }: Props) {
  if (named.length === 0) return null;
  return (
    <Plate id="named" title={p.t('explore.named')} small>
      <ul class="donors">
        {named.map(({ id, name }) => (
          <li>
            <a href={`/explore?issuer=${id}`} dir="auto">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </Plate>
  );
}
