import { Button, Form, LinkButton, Plate, State, Table, Time } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { Session } from '../model.ts';

interface Props {
  p: Page;
  sessions: Session[];
  current: string | undefined;
  now: Date;
}

export function SessionsPart({ p, sessions, current, now }: Props) {
  const columns = [
    {
      label: p.t('accounts.sessions.device'),
      head: true,
      cell: (session: Session) => session.device || p.t('accounts.sessions.unknown'),
    },
    {
      label: p.t('accounts.sessions.since'),
      cell: ({ createdAt }: Session) => <Time p={p} at={createdAt} style="datetime" />,
    },
    {
      label: p.t('accounts.sessions.seen'),
      cell: ({ seenAt }: Session) => <Time p={p} at={seenAt} style="datetime" now={now} />,
    },
    {
      label: p.t('accounts.sessions.end'),
      quiet: true,
      cell: (session: Session) => <EndSession p={p} session={session} current={current} />,
    },
  ];
  return (
    <Plate id="sessions" title={p.t('accounts.sessions')} label={p.t('accounts.sessions.label')}>
      <div class="stack sessions">
        <Table caption={p.t('accounts.sessions')} quietCaption columns={columns} rows={sessions} />
        {sessions.length > 1 ? (
          <Form p={p} action="/account/sessions/end-others" class="row">
            <Button look="quiet">{p.t('accounts.sessions.end-others')}</Button>
          </Form>
        ) : null}
      </div>
    </Plate>
  );
}

function EndSession({ p, session, current }: { p: Page; session: Session; current: string | undefined }) {
  if (session.id === current) return <State kind="force">{p.t('accounts.sessions.this')}</State>;
  return (
    <Form p={p} action={`/account/sessions/${session.id}/end`} class="row">
      <LinkButton type="submit">{p.t('accounts.sessions.end')}</LinkButton>
    </Form>
  );
}
