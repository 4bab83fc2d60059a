import {
  ButtonLink,
  EmptyState,
  Filter,
  Layout,
  OrgMark,
  PageHead,
  Pagination,
  Plate,
  TextField,
} from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { DirectoryEntry } from '../store.ts';
import { firstWords } from './first-words.ts';
import { organizationPath } from './paths.ts';

interface Props {
  p: Page;
  q: string;
  entries: DirectoryEntry[];
  total: number;
  page: number;
  pages: number;
  logo: (entry: DirectoryEntry) => string | undefined;
}

export function DirectoryPage({ p, q, entries, total, page, pages, logo }: Props) {
  const label = q ? p.t('organizations.found', { count: total, q }) : p.t('organizations.count', { count: total });
  return (
    <Layout p={p} title={p.t('organizations.title')} description={p.t('organizations.say')} current="organizations">
      <PageHead
        title={p.t('organizations.title')}
        say={p.t('organizations.say')}
        acts={<ButtonLink href="/organizations/new">{p.t('organizations.new')}</ButtonLink>}
      />
      <Plate id="directory" title={p.t('organizations.directory')} label={label} more={<Search p={p} q={q} />}>
        {entries.length === 0 ? (
          <NothingHere p={p} q={q} />
        ) : (
          <ul class="orgs">
            {entries.map((entry) => (
              <Entry entry={entry} logo={logo(entry)} />
            ))}
          </ul>
        )}
        <Pagination p={p} page={page} pages={pages} />
      </Plate>
    </Layout>
  );
}

function Search({ p, q }: { p: Page; q: string }) {
  return (
    <Filter p={p} action="/organizations">
      <TextField p={p} name="q" type="search" label={p.t('organizations.search')} value={q} maxlength={100} />
    </Filter>
  );
}

function NothingHere({ p, q }: { p: Page; q: string }) {
  if (q) {
    return (
      <EmptyState
        action={
          <a class="go" href="/organizations">
            {p.t('organizations.all')}
          </a>
        }
      >
        {p.t('organizations.none-found', { q })}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      action={
        <a class="go" href="/organizations/new">
          {p.t('organizations.new')}
        </a>
      }
    >
      {p.t('organizations.none')}
    </EmptyState>
  );
}

function Entry({ entry, logo }: { entry: DirectoryEntry; logo: string | undefined }) {
  return (
    <li>
      <OrgMark id={entry.id} logo={logo} size="l" />
      <div>
        <p class="who__name">
          <a href={organizationPath(entry)} dir="auto">
            {entry.name}
          </a>
        </p>
        {entry.location ? <p class="caption">{entry.location}</p> : null}
        <p class="small" dir="auto">
          {firstWords(entry.summary)}
        </p>
      </div>
    </li>
  );
}
