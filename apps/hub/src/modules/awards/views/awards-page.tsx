import {
  ButtonLink,
  EmptyState,
  Filter,
  Go,
  Layout,
  PageHead,
  Pagination,
  Select,
  Table,
  Tabs,
  TextField,
  Time,
} from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { Achievement } from '../../achievements/index.ts';
import { type Award, type AwardState, awardStates } from '../model.ts';
import { AwardStateMark, stateKey } from './award-state.tsx';
import { forgottenWord } from './forgotten-word.ts';
import { achievementPath, awardPath, awardsPath, codesPath } from './paths.ts';

export interface AwardsPageProps {
  p: Page;
  achievement: Achievement;
  awards: Award[];
  counts: Partial<Record<AwardState, number>>;
  query: { q: string; state: AwardState | ''; batch: string };
  page: number;
  pages: number;
  /** False: letters are kept in the outbox. */
  canSend: boolean;
}

/** Who was awarded this badge, and how far each award came. */
export function AwardsPage(props: AwardsPageProps) {
  const { p, achievement, counts, page, pages } = props;
  const total = sum(counts, awardStates);
  return (
    <Layout
      p={p}
      title={p.t('awards.list.title', { badge: achievement.name })}
      crumbs={[
        { href: `/organizations/${achievement.issuerId}/achievements`, label: p.t('awards.crumb.badges') },
        { href: achievementPath(achievement.id), label: achievement.name },
      ]}
      current="badges"
      noIndex
    >
      <PageHead
        caption={achievement.name}
        title={p.t('awards.list.heading', { count: total })}
        say={
          total > 0
            ? p.t('awards.list.say', { accepted: sum(counts, ['claimed']), waiting: sum(counts, waiting) })
            : undefined
        }
        acts={
          <>
            <ButtonLink href={awardPath(achievement.id)}>{p.t('awards.list.award')}</ButtonLink>
            <Go href={codesPath(achievement.id)}>{p.t('awards.list.codes')}</Go>
          </>
        }
      />
      <div class="sheet stack">
        {isUnasked(props) && total === 0 ? (
          <EmptyState action={<Go href={awardPath(achievement.id)}>{p.t('awards.list.empty.go')}</Go>}>
            {p.t('awards.list.empty')}
          </EmptyState>
        ) : (
          <>
            <StateTabs {...props} total={total} />
            <Search {...props} />
            <AwardTable {...props} />
            <Pagination p={p} page={page} pages={pages} />
          </>
        )}
      </div>
    </Layout>
  );
}

const waiting: AwardState[] = ['scheduled', 'sent', 'opened'];
const sum = (counts: AwardsPageProps['counts'], states: AwardState[]) =>
  states.reduce((all, state) => all + (counts[state] ?? 0), 0);
const isUnasked = ({ query }: AwardsPageProps) => !query.q && !query.state && !query.batch;

/** The address with other answers to the questions of the form. */
function withQuery(
  { achievement, query }: AwardsPageProps,
  change: Partial<AwardsPageProps['query']>,
  path = '',
): string {
  const asked = new URLSearchParams(Object.entries({ ...query, ...change }).filter(([, value]) => value));
  const text = asked.toString();
  return `${awardsPath(achievement.id)}${path}${text ? `?${text}` : ''}`;
}

function StateTabs(props: AwardsPageProps & { total: number }) {
  const { p, counts, query, total, canSend } = props;
  const present = awardStates.filter((state) => counts[state] || state === query.state);
  return (
    <Tabs
      label={p.t('awards.list.by-state')}
      tabs={[
        {
          href: withQuery(props, { state: '' }),
          label: p.t('awards.list.all'),
          count: p.number(total),
          current: !query.state,
        },
        ...present.map((state) => ({
          href: withQuery(props, { state }),
          label: p.t(stateKey(state, canSend)),
          count: p.number(counts[state] ?? 0),
          current: query.state === state,
        })),
      ]}
    />
  );
}

function Search(props: AwardsPageProps) {
  const { p, achievement, query, canSend } = props;
  return (
    <div class="row listtools">
      <Filter p={p} action={awardsPath(achievement.id)}>
        <TextField p={p} name="q" label={p.t('awards.list.search')} type="search" value={query.q} />
        <Select
          p={p}
          name="state"
          label={p.t('awards.list.state')}
          value={query.state}
          options={[
            { value: '', label: p.t('awards.list.all') },
            ...awardStates.map((state) => ({ value: state, label: p.t(stateKey(state, canSend)) })),
          ]}
        />
        {query.batch ? <input type="hidden" name="batch" value={query.batch} /> : null}
      </Filter>
      <a class="go go--down" href={withQuery(props, {}, '.csv')} download>
        {p.t('awards.list.csv')}
      </a>
    </div>
  );
}

function AwardTable(props: AwardsPageProps) {
  const { p, awards, canSend } = props;
  if (awards.length === 0)
    return (
      <EmptyState action={<Go href={awardsPath(props.achievement.id)}>{p.t('awards.list.show-all')}</Go>}>
        {p.t('awards.list.nobody')}
      </EmptyState>
    );
  return (
    <Table
      caption={p.t('awards.list.caption')}
      quietCaption
      rows={awards}
      columns={[
        {
          label: p.t('awards.column.name'),
          head: true,
          cell: (award) => (
            <a href={`/awards/${award.id}`} dir="auto">
              {award.recipientName ?? (award.recipientEmail ? p.t('awards.no-name') : forgottenWord(p, award))}
            </a>
          ),
        },
        { label: p.t('awards.column.email'), cell: (award) => award.recipientEmail ?? p.t('awards.no-address') },
        {
          label: p.t('awards.list.state'),
          cell: (award) => <AwardStateMark p={p} state={award.state} canSend={canSend} />,
        },
        { label: p.t('awards.list.since'), cell: (award) => <Time p={p} at={award.stateChangedAt} /> },
      ]}
    />
  );
}
