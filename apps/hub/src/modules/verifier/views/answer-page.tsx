import { Button, ErrorSummary, Form, Layout, TextField, Verdict } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { FieldErrors } from '../../../web/parse.ts';
import type { Verification } from '../model.ts';
import { isTampered } from '../summary.ts';
import { type AnswerWords, answerWords } from './answer-words.ts';
import { BadgeObject } from './badge-object.tsx';
import { CheckList } from './check-list.tsx';
import { InnerReports } from './inner-reports.tsx';
import { TechnicalDetails } from './technical-details.tsx';

export interface AnswerPageProps {
  p: Page;
  verification: Verification;
  documentSha256?: string;
  /** Has no backpack to go back to. */
  isVisitor: boolean;
  errors?: FieldErrors;
}

/** One badge, one answer, in plain words first and in full below. */
export function AnswerPage(props: AnswerPageProps) {
  const { p, verification, errors } = props;
  const { report, batch, brought } = verification;
  const words = answerWords(p, report);
  const crumbs = [
    ...(brought.backpack && !props.isVisitor
      ? [{ href: `/backpack/${brought.backpack}`, label: p.t('verifier.backpack.back') }]
      : [{ href: '/verify', label: p.t('verifier.crumb') }]),
    ...(batch ? [{ href: `/verify/${batch}`, label: p.t('verifier.batch.back') }] : []),
  ];
  return (
    <Layout p={p} title={words.word} crumbs={crumbs} current="verify" noIndex>
      <div class="sheet vres">
        <ErrorSummary p={p} errors={errors} />
        <div class="vgrid">
          <BadgeObject p={p} verification={verification} />
          <div class="stack vmain">
            <Answer p={p} verification={verification} words={words} />
            {isTampered(report) || isUnread(report) ? null : <CheckList p={p} report={report} />}
            {report.badge && verification.brought.text ? <Compare {...props} /> : null}
            <Further p={p} technical={report.technical} />
            <InnerReports p={p} inner={report.inner} />
            <TechnicalDetails {...props} />
            <Keep p={p} verification={verification} />
          </div>
        </div>
      </div>
    </Layout>
  );
}

/** Nothing was found in it, so there is nothing to list. */
function isUnread({ checks }: Verification['report']): boolean {
  return checks[0]?.outcome === 'unknown' && checks.slice(1).every(({ outcome }) => outcome === 'skipped');
}

function Answer({ p, verification, words }: { p: Page; verification: Verification; words: AnswerWords }) {
  const { tone, word, say, todo, because } = words;
  const { id, report, brought } = verification;
  return (
    <Verdict tone={tone} id="answer" word={word} say={say} heading="h1">
      {because ? <p class="ui">{because}</p> : null}
      {todo ? (
        <p class="ui">
          <strong>{p.t('verifier.what-to-do')}</strong> {todo}
        </p>
      ) : null}
      {report.verdict === 'could-not-check' ? (
        <div class="lastseen">
          {report.lastSeen ? <LastSeen p={p} lastSeen={report.lastSeen} /> : null}
          {brought.text ? (
            <Form p={p} action={`/verify/${id}`} class="row">
              <Button small>{p.t('verifier.try-again')}</Button>
            </Form>
          ) : null}
        </div>
      ) : null}
    </Verdict>
  );
}

function LastSeen({ p, lastSeen }: { p: Page; lastSeen: NonNullable<Verification['report']['lastSeen']> }) {
  const verdict = p.t(`verifier.verdict.${lastSeen.verdict}`);
  return (
    <p class="ui">
      <strong>{p.t('verifier.last-seen')}</strong>{' '}
      {p.t('verifier.last-seen.say', { verdict, date: p.date(lastSeen.takenAt, 'datetime') })}
    </p>
  );
}

function Compare({ p, verification, errors }: AnswerPageProps) {
  return (
    <Form p={p} action={`/verify/${verification.id}`} class="rcpt">
      <TextField
        p={p}
        name="recipient"
        label={p.t('verifier.whose')}
        hint={p.t('verifier.recipient.short-hint')}
        errors={errors}
        autocomplete="off"
        inputmode="email"
      />
      <Button look="quiet" name="compare" value="1">
        {p.t('verifier.compare')}
      </Button>
    </Form>
  );
}

function Further({ p, technical }: { p: Page; technical: Record<string, unknown> }) {
  const count = technical.furtherDocuments;
  return typeof count === 'number' ? <p class="caption">{p.t('verifier.further', { count })}</p> : null;
}

function Keep({ p, verification: { id, report, expiresAt, brought } }: { p: Page; verification: Verification }) {
  return (
    <div class="stack vkeep">
      <p class="caption">
        {p.t('verifier.asked-at', { date: p.date(report.checkedAt, 'datetime') })}{' '}
        <span class="print-only">{p.url}</span>
      </p>
      <p class="caption no-print">{p.t('verifier.kept-until', { date: p.date(expiresAt, 'datetime') })}</p>
      <div class="row no-print">
        {brought.text && report.verdict !== 'could-not-check' ? (
          <Form p={p} action={`/verify/${id}`} class="row">
            <Button look="quiet">{p.t('verifier.again')}</Button>
          </Form>
        ) : null}
        <a class="go" href="/verify">
          {p.t('verifier.another')}
        </a>
      </div>
    </div>
  );
}
