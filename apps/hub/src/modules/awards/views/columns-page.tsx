import { Button, ErrorSummary, Form, Go, Select, Table } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { FieldErrors } from '../../../web/parse.ts';
import type { Achievement } from '../../achievements/index.ts';
import { type Batch, type BatchRow, type ColumnMeaning, columnMeanings } from '../batch-model.ts';
import { batchPath } from './paths.ts';
import { Wizard } from './wizard.tsx';

export interface ColumnsPageProps {
  p: Page;
  achievement: Achievement;
  batch: Batch;
  /** The first rows, to see what is in a column. */
  rows: BatchRow[];
  meanings?: ColumnMeaning[];
  errors?: FieldErrors;
}

/** What each column of the file means. */
export function ColumnsPage({ p, achievement, batch, rows, meanings, errors }: ColumnsPageProps) {
  const options = columnMeanings.map((meaning) => ({ value: meaning, label: p.t(`awards.column.${meaning}`) }));
  const columns = batch.columns.map((column, at) => ({ ...column, at }));
  return (
    <Wizard
      p={p}
      achievement={achievement}
      step={1}
      title={p.t('awards.match.title')}
      caption={p.t('awards.preview.caption', {
        file: batch.name,
        rows: batch.total,
        when: p.date(batch.createdAt, 'datetime'),
      })}
      heading={p.t('awards.match.title')}
    >
      <Form p={p} action={`${batchPath(batch.id)}/columns`} class="stack">
        <ErrorSummary p={p} errors={errors} />
        <Table
          caption={p.t('awards.match.caption')}
          rows={columns}
          columns={[
            { label: p.t('awards.match.column'), head: true, cell: ({ header }) => header },
            {
              label: p.t('awards.match.example'),
              cell: ({ at }) => (
                <span dir="auto">
                  {rows
                    .map(({ cells }) => cells[at])
                    .filter(Boolean)
                    .slice(0, 2)
                    .join(' · ')
                    .slice(0, 80) || p.t('awards.none')}
                </span>
              ),
            },
            {
              label: p.t('awards.match.means'),
              cell: ({ at, header, meaning }) => (
                <Select
                  p={p}
                  name="meaning"
                  id={`f-meaning-${at}`}
                  label={p.t('awards.match.means-of', { column: header })}
                  quietLabel
                  options={options}
                  value={meanings?.[at] ?? meaning}
                />
              ),
            },
          ]}
        />
        <p class="row">
          <Button>{p.t('awards.match.look')}</Button>
          <Go href={batchPath(batch.id)}>{p.t('awards.match.leave')}</Go>
        </p>
      </Form>
    </Wizard>
  );
}
