import {
  Button,
  EmptyState,
  Filter,
  Form,
  Layout,
  PageHead,
  Pagination,
  Plate,
  Select,
  State,
  type StateKind,
  Table,
  TextField,
  Time,
} from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { LetterState, PostedLetter } from '../outbox-store.ts';

export const letterStates: LetterState[] = ['waiting', 'sent', 'kept', 'failed', 'withdrawn'];
const dots: Record<LetterState, StateKind> = {
  waiting: 'talk',
  sent: 'answered',
  kept: 'parked',
  failed: 'open',
  withdrawn: 'ended',
};

export function LetterStateDot({ p, state }: { p: Page; state: LetterState }) {
  return <State kind={dots[state]}>{p.t(`accounts.outbox.state.${state}`)}</State>;
}

export interface OutboxPageProps {
  p: Page;
  letters: PostedLetter[];
  total: number;
  page: number;
  pages: number;
  canSend: boolean;
  query: { state?: string; q?: string };
}

export function OutboxPage(props: OutboxPageProps) {
  const { p, canSend, total } = props;
  const crumbs = [{ href: '/steward', label: p.t('accounts.steward') }];
  return (
    <Layout p={p} title={p.t('accounts.outbox')} current="alliance" crumbs={crumbs} noIndex>
      <PageHead
        title={p.t('accounts.outbox')}
        caption={p.t('accounts.outbox.count', { count: total })}
        say={p.t(canSend ? 'accounts.outbox.say' : 'accounts.outbox.kept-here')}
        acts={canSend ? <TestLetter p={p} /> : undefined}
      />
      <Plate id="letters" title={p.t('accounts.outbox.letters')} label={p.t('accounts.outbox.label')} sticky>
        <div class="stack">
          <OutboxFilter {...props} />
          <Letters {...props} />
          <Pagination p={p} page={props.page} pages={props.pages} />
        </div>
      </Plate>
    </Layout>
  );
}

function TestLetter({ p }: { p: Page }) {
  return (
    <Form p={p} action="/outbox/test" class="row">
      <Button look="quiet">{p.t('accounts.outbox.test')}</Button>
    </Form>
  );
}

function OutboxFilter({ p, query }: OutboxPageProps) {
  const states = letterStates.map((value) => ({ value, label: p.t(`accounts.outbox.state.${value}`) }));
  return (
    <Filter p={p} action="/outbox">
      <TextField p={p} name="q" type="search" label={p.t('accounts.outbox.search')} value={query.q} />
      <Select
        p={p}
        name="state"
        label={p.t('accounts.outbox.state')}
        options={[{ value: '', label: p.t('accounts.outbox.all') }, ...states]}
        value={query.state}
      />
    </Filter>
  );
}

function Letters({ p, letters, query }: OutboxPageProps) {
  if (letters.length === 0)
    return (
      <EmptyState>{p.t(query.q || query.state ? 'accounts.outbox.none-found' : 'accounts.outbox.none')}</EmptyState>
    );
  const columns = [
    {
      label: p.t('accounts.outbox.subject'),
      head: true,
      cell: ({ id, subject }: PostedLetter) => <a href={`/outbox/${id}`}>{subject}</a>,
    },
    { label: p.t('accounts.outbox.to'), cell: ({ to }: PostedLetter) => <bdi>{to}</bdi> },
    { label: p.t('accounts.outbox.state'), cell: ({ state }: PostedLetter) => <LetterStateDot p={p} state={state} /> },
    {
      label: p.t('accounts.outbox.when'),
      cell: ({ sentAt, sendAt }: PostedLetter) => <Time p={p} at={sentAt ?? sendAt} style="datetime" />,
    },
  ];
  return <Table caption={p.t('accounts.outbox.letters')} quietCaption columns={columns} rows={letters} />;
}
