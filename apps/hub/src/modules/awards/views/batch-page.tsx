import type { App } from '../../../kernel/app.ts';
import {
  Button,
  CannotNow,
  Checkbox,
  DateTimeField,
  ErrorSummary,
  Form,
  Go,
  Pagination,
  Progress,
  Tabs,
  TextArea,
  WarnLine,
} from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { FieldErrors } from '../../../web/parse.ts';
import type { FormValues } from '../../../web/read-form.ts';
import type { Achievement } from '../../achievements/index.ts';
import type { Batch, BatchCounts, BatchRow } from '../batch-model.ts';
import { BatchRows } from './batch-rows.tsx';
import { GoingOut, type GoingOutProps } from './going-out.tsx';
import { NotPublicWarning } from './not-public.tsx';
import { awardPath, batchPath } from './paths.ts';
import { Wizard } from './wizard.tsx';

export type RowView = 'context' | 'bad' | 'all';

export interface BatchPageProps {
  p: Page;
  app: Pick<App, 'urls' | 'config'>;
  achievement: Achievement;
  batch: Batch;
  counts: BatchCounts;
  /** Rows with problems, for the list at the top; not more than ten. */
  bad: BatchRow[];
  rows: BatchRow[];
  /** Where the pages of rows leave something out: rows after the row of the same index. */
  gaps?: number[];
  view: RowView;
  page: number;
  pages: number;
  going?: GoingOutProps;
  errors?: FieldErrors;
  values?: FormValues;
}

/** Step 2: what the file says, what is wrong with it, and the button. */
export function BatchPage(props: BatchPageProps) {
  const { p, app, achievement, batch, counts } = props;
  const heading = p.t('awards.preview.heading', { ready: counts.ready, bad: counts.bad });
  return (
    <Wizard
      p={p}
      achievement={achievement}
      step={1}
      title={heading}
      caption={p.t('awards.preview.caption', {
        file: batch.name,
        rows: batch.total,
        when: p.date(batch.createdAt, 'datetime'),
      })}
      heading={heading}
    >
      <div class="cv__g">
        <section aria-labelledby="rows" class="stack">
          <h2 id="rows" class="sr">
            {p.t('awards.preview.rows')}
          </h2>
          <Mistakes {...props} />
          <RowTabs {...props} />
          <BatchRows {...props} />
          <Pagination p={p} page={props.page} pages={props.pages} />
          <SendForm {...props} />
        </section>
        <div class="stack cv__aside">
          {props.going ? <GoingOut {...props.going} /> : null}
          <NotPublicWarning p={p} isPublic={app.urls.isPublic} />
          {batch.encoding === 'windows-1252' ? (
            <WarnLine title={p.t('awards.preview.guessed')}>{p.t('awards.preview.guessed.why')}</WarnLine>
          ) : null}
        </div>
      </div>
    </Wizard>
  );
}

function Mistakes({ p, batch, counts, bad }: BatchPageProps) {
  if (counts.bad === 0) return null;
  const more = counts.bad - bad.length;
  return (
    <section class="summary" aria-labelledby="mend">
      <p class="ui">
        <strong id="mend">{p.t('awards.preview.mend', { bad: counts.bad, ready: counts.ready })}</strong>
      </p>
      <p class="ui summary__links">
        {bad.map((row) => (
          <a href={`${batchPath(batch.id)}?show=bad#r${row.line}`}>
            {p.t('awards.preview.bad-row', { line: row.line, what: whatIsWrong(p, batch, row) })}
          </a>
        ))}
        {more > 0 ? (
          <a href={`${batchPath(batch.id)}?show=bad`}>{p.t('awards.preview.bad-more', { count: more })}</a>
        ) : null}
      </p>
    </section>
  );
}

/** "the address", "Hours and the evidence": the columns that are to be mended. */
function whatIsWrong(p: Page, batch: Batch, row: BatchRow): string {
  const names = row.problems.map(({ column, code }) => {
    const meaning = column === undefined ? undefined : batch.columns[column]?.meaning;
    return p.t(`awards.what.${code === 'too-long' && meaning === 'kept' ? 'kept' : (meaning ?? code)}`);
  });
  if (row.duplicateOf !== undefined) names.push(p.t('awards.what.duplicate'));
  return new Intl.ListFormat(p.locale, { type: 'conjunction' }).format(new Set(names));
}

function RowTabs({ p, batch, counts, view }: BatchPageProps) {
  const tab = (id: RowView, label: string) => ({
    href: id === 'context' ? batchPath(batch.id) : `${batchPath(batch.id)}?show=${id}`,
    label,
    current: id === view,
  });
  return (
    <Tabs
      label={p.t('awards.preview.which')}
      tabs={[
        tab('context', p.t('awards.preview.context')),
        tab('bad', p.t('awards.preview.only-bad', { bad: counts.bad })),
        tab('all', p.t('awards.preview.all', { rows: batch.total })),
      ]}
    />
  );
}

function SendForm({ p, app, batch, counts, errors, values, achievement }: BatchPageProps) {
  const path = batchPath(batch.id);
  return (
    <Form p={p} action={`${path}/send`} class="send" label={p.t('awards.send.title')}>
      <fieldset class="stack">
        <legend class="legend">{p.t('awards.send.title')}</legend>
        <ErrorSummary p={p} errors={errors} />
        <TextArea
          p={p}
          name="message"
          label={p.t('awards.field.message')}
          hint={p.t('awards.send.message.hint')}
          rows={3}
          optional
          lang={achievement.lang}
          value={batch.message}
          values={values}
          errors={errors}
        />
        <DateTimeField p={p} name="sendAt" label={p.t('awards.send.hold')} optional values={values} errors={errors} />
        {counts.awardedBefore > 0 ? (
          <Checkbox
            p={p}
            name="leaveOut"
            label={p.t('awards.send.leave-out', { count: counts.awardedBefore })}
            values={values}
          />
        ) : null}
      </fieldset>
      <div class="stack">
        <p class="row sendrow">
          {counts.ready > 0 ? (
            <Button>{p.t('awards.send.award', { count: counts.ready })}</Button>
          ) : (
            <CannotNow>{p.t('awards.send.nobody')}</CannotNow>
          )}
          <Go href={awardPath(batch.achievementId)} back>
            {p.t('awards.send.back')}
          </Go>
        </p>
        <p class="caption">
          {p.t('awards.send.what-happens', { count: counts.ready, seconds: app.config.undoSeconds })}
        </p>
        <p class="row">
          <Button look="quiet" small formaction={`${path}/proof`}>
            {p.t('awards.send.proof')}
          </Button>
          {batch.state === 'preview' ? (
            <button class="linkish" type="submit" formaction={`${path}/drop`}>
              {p.t('awards.send.drop')}
            </button>
          ) : null}
        </p>
      </div>
    </Form>
  );
}

/** While a long file is looked through. */
export function CheckingPage({ p, achievement, batch }: { p: Page; achievement: Achievement; batch: Batch }) {
  const heading = p.t('awards.checking.heading');
  return (
    <Wizard
      p={p}
      achievement={achievement}
      step={1}
      title={heading}
      caption={p.t('awards.preview.caption', {
        file: batch.name,
        rows: batch.total,
        when: p.date(batch.createdAt, 'datetime'),
      })}
      heading={heading}
    >
      <div class="narrow">
        <Progress
          p={p}
          src={`${batchPath(batch.id)}/events`}
          done={batch.checked}
          total={batch.total}
          label={batch.name}
          say={p.t('awards.checking.say')}
        />
        <p>
          <Go href={batchPath(batch.id)}>{p.t('awards.checking.go')}</Go>
        </p>
      </div>
    </Wizard>
  );
}
