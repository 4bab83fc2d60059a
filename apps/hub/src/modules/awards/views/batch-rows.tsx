import { Form, VerdictIcon } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { Batch, BatchRow } from '../batch-model.ts';
import { batchPath } from './paths.ts';
import { badColumns, columnName, isBad, rowSentences } from './row-words.ts';
import { shownColumns } from './shown-columns.ts';

interface BatchRowsProps {
  p: Page;
  batch: Batch;
  rows: BatchRow[];
  gaps?: number[];
}

/** The rows as the file has them; bad ones are mended where they stand. Each is a small form. */
export function BatchRows({ p, batch, rows, gaps }: BatchRowsProps) {
  if (rows.length === 0) return <p class="wall-text">{p.t('awards.rows.none')}</p>;
  const shown = shownColumns(batch.columns, rows);
  const width = shown.length + 1;
  return (
    <table class="table table--fold csv">
      <caption class="caption">
        {matchingSentence(p, batch)} <a href={`${batchPath(batch.id)}/columns`}>{p.t('awards.rows.match-again')}</a>
      </caption>
      <thead>
        <tr>
          <th scope="col">{p.t('awards.rows.row')}</th>
          {shown.map(({ column, numeric }) => (
            <th scope="col" class={numeric ? 'n' : undefined}>
              {columnName(p, batch.columns[column])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <>
            <Cells p={p} batch={batch} row={row} shown={shown} />
            {isBad(row) ? <Mending p={p} batch={batch} row={row} width={width} /> : null}
            {row.leftOut && !row.awardId ? <TakeIn p={p} batch={batch} row={row} width={width} /> : null}
            {gaps?.[at] ? (
              <tr class="gap">
                <td colspan={width}>
                  <span>{p.t('awards.rows.gap', { count: gaps[at] })}</span>
                </td>
              </tr>
            ) : null}
          </>
        ))}
      </tbody>
    </table>
  );
}

/** "E-mail" became Address: said where a name was not the usual one. */
function matchingSentence(p: Page, batch: Batch): string {
  const renamed = batch.columns
    .filter(({ meaning }) => meaning !== 'kept' && meaning !== 'ignored')
    .map((column) => ({ header: column.header, name: columnName(p, column) }))
    .filter(({ header, name }) => header.toLowerCase() !== name.toLowerCase())
    .slice(0, 4)
    .map((pair) => p.t('awards.rows.became', pair));
  const kept = batch.columns.filter(({ meaning }) => meaning === 'kept').map(({ header }) => header);
  return [
    p.t('awards.rows.matched'),
    renamed.length ? `${new Intl.ListFormat(p.locale).format(renamed)}.` : '',
    kept.length
      ? p.t('awards.rows.kept', {
          columns: new Intl.ListFormat(p.locale).format(kept.slice(0, 6).map((header) => `“${header}”`)),
        })
      : '',
  ]
    .filter(Boolean)
    .join(' ');
}

interface RowProps {
  p: Page;
  batch: Batch;
  row: BatchRow;
}

function Cells({ p, batch, row, shown }: RowProps & { shown: ReturnType<typeof shownColumns> }) {
  const bad = isBad(row) ? badColumns(batch.columns, row) : new Set<number>();
  const state = row.leftOut ? 'out' : isBad(row) ? 'bad' : undefined;
  return (
    <tr class={state} id={`r${row.line}`}>
      <th scope="row" data-l={p.t('awards.rows.row')}>
        {row.line}
      </th>
      {shown.map(({ column, numeric }) => {
        const label = columnName(p, batch.columns[column]);
        return (
          <td data-l={label} class={numeric ? 'n' : undefined}>
            {bad.has(column) ? (
              <MendField p={p} row={row} column={column} label={label} />
            ) : (
              <span class="cell" dir="auto">
                {short(row.cells[column] ?? '')}
              </span>
            )}
          </td>
        );
      })}
    </tr>
  );
}

function MendField({ p, row, column, label }: { p: Page; row: BatchRow; column: number; label: string }) {
  const id = `c${row.line}-${column}`;
  return (
    <div class="field field--bad">
      <label class="sr" for={id}>
        {p.t('awards.rows.cell', { column: label, line: row.line })}
      </label>
      <input
        class="input"
        id={id}
        name={`c${column}`}
        form={`mend-${row.line}`}
        value={row.cells[column] ?? ''}
        aria-invalid="true"
        aria-describedby={`e${row.line}`}
        dir="auto"
      />
    </div>
  );
}

function Mending({ p, batch, row, width }: RowProps & { width: number }) {
  const sentences = rowSentences(p, batch.columns, row);
  const canBeMended = badColumns(batch.columns, row).size > 0;
  return (
    <tr class="badwhy">
      <td colspan={width}>
        <Form p={p} action={`${batchPath(batch.id)}/rows/${row.line}`} id={`mend-${row.line}`} class="bw">
          <div class="error" id={`e${row.line}`}>
            <VerdictIcon tone="no" />
            <span>
              {sentences.map(({ text, suggestion }) => (
                <>
                  {text}{' '}
                  {suggestion ? (
                    <>
                      {p.t('awards.rows.meant')} <b dir="ltr">{suggestion}</b>?{' '}
                    </>
                  ) : null}
                </>
              ))}
            </span>
          </div>
          <p class="row">
            <input type="hidden" name="back" value={backTo(p)} />
            {canBeMended ? (
              <button class="linkish" type="submit" name="act" value="mend">
                {p.t('awards.rows.check-again')}
              </button>
            ) : null}
            {sentences.some(({ suggestion }) => suggestion) ? (
              <button class="linkish" type="submit" name="act" value="use">
                {p.t('awards.rows.use-that')}
              </button>
            ) : null}
            <button class="linkish" type="submit" name="act" value="leave-out">
              {p.t('awards.rows.leave-out')}
            </button>
          </p>
        </Form>
      </td>
    </tr>
  );
}

function TakeIn({ p, batch, row, width }: RowProps & { width: number }) {
  return (
    <tr class="outwhy">
      <td colspan={width}>
        <Form p={p} action={`${batchPath(batch.id)}/rows/${row.line}`} class="bw">
          <span class="caption">{p.t('awards.rows.is-out')}</span>
          <input type="hidden" name="back" value={backTo(p)} />
          <button class="linkish" type="submit" name="act" value="take-in">
            {p.t('awards.rows.take-in')}
          </button>
        </Form>
      </td>
    </tr>
  );
}

function backTo(p: Page): string {
  const url = new URL(p.url);
  return url.pathname + url.search;
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
