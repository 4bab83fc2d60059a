import type { App } from '../../../kernel/app.ts';
import { Button, DropZone, Form, Go, Ledger, LedgerItem, Plate, Time } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { FieldErrors } from '../../../web/parse.ts';
import type { FormValues } from '../../../web/read-form.ts';
import type { Achievement } from '../../achievements/index.ts';
import { type Batch, mostRows } from '../batch-model.ts';
import { NotPublicWarning } from './not-public.tsx';
import { OnePersonForm } from './one-person-form.tsx';
import { awardPath, batchPath, codesPath, progressPath } from './paths.ts';
import { Wizard } from './wizard.tsx';

export interface RecipientsPageProps {
  p: Page;
  app: Pick<App, 'urls' | 'config'>;
  achievement: Achievement;
  batches: Batch[];
  fileErrors?: FieldErrors;
  oneErrors?: FieldErrors;
  values?: FormValues;
}

/** Step 1: a file of people, or one person. */
export function RecipientsPage({ p, app, achievement, batches, fileErrors, oneErrors, values }: RecipientsPageProps) {
  const base = awardPath(achievement.id);
  return (
    <Wizard
      p={p}
      achievement={achievement}
      step={0}
      title={p.t('awards.recipients.title', { badge: achievement.name })}
      caption={p.t('awards.recipients.caption', { badge: achievement.name })}
      heading={p.t('awards.recipients.heading')}
    >
      <div class="stack plates">
        <NotPublicWarning p={p} isPublic={app.urls.isPublic} />
        <Plate inside id="many" title={p.t('awards.many.title')} label={p.t('awards.many.label')}>
          <Form p={p} action={`${base}/file`} multipart>
            <DropZone
              p={p}
              name="file"
              label={p.t('awards.many.drop')}
              hint={p.t('awards.many.hint', { limit: mostRows })}
              accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
              errors={fileErrors}
            />
            <p class="row">
              <Button>{p.t('awards.many.look')}</Button>
              <a class="go go--down" href={`${base}/template.csv`} download>
                {p.t('awards.many.template')}
              </a>
            </p>
            <p class="caption">{p.t('awards.many.encodings')}</p>
          </Form>
        </Plate>
        <Plate inside id="one" title={p.t('awards.one.title')} label={p.t('awards.one.label')}>
          <OnePersonForm
            p={p}
            achievement={achievement}
            errors={oneErrors}
            values={values}
            undo={app.config.undoSeconds}
          />
        </Plate>
        <Plate inside id="codes" small title={p.t('awards.by-code.title')} label={p.t('awards.by-code.label')}>
          <Go href={codesPath(achievement.id)}>{p.t('awards.by-code.go')}</Go>
        </Plate>
        {batches.length ? <Batches p={p} batches={batches} /> : null}
      </div>
    </Wizard>
  );
}

function Batches({ p, batches }: { p: Page; batches: Batch[] }) {
  return (
    <Plate inside id="files" small title={p.t('awards.files.title')} label={p.t('awards.files.label')}>
      <Ledger label={p.t('awards.files.title')}>
        {batches.map((batch) => (
          <LedgerItem
            no={p.number(batch.total)}
            title={batch.name}
            href={['checking', 'preview'].includes(batch.state) ? batchPath(batch.id) : progressPath(batch.id)}
            caption={p.t(`awards.batch.state.${batch.state}`)}
            side={<Time p={p} at={batch.createdAt} style="datetime" />}
          />
        ))}
      </Ledger>
    </Plate>
  );
}
