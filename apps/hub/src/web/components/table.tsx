import type { Child } from 'hono/jsx';
import { classes } from './classes.ts';

export interface Column<Row> {
  label: string;
  cell: (row: Row, index: number) => Child;
  /** Right-aligned, tabular figures. */
  numeric?: boolean;
  /** The cell that names the row. */
  head?: boolean;
  /** The label is for those who do not see (a column of actions). */
  quiet?: boolean;
}

export interface TableProps<Row> {
  caption: Child;
  quietCaption?: boolean;
  columns: Column<Row>[];
  rows: Row[];
  class?: string;
  rowId?: (row: Row) => string | undefined;
}

/** On a phone each row becomes labels and values. */
export function Table<Row>({ caption, quietCaption, columns, rows, class: more, rowId }: TableProps<Row>) {
  return (
    <table class={classes('table table--fold', more)}>
      <caption class={quietCaption ? 'sr' : 'caption'}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ label, numeric, quiet }) => (
            <th scope="col" class={numeric ? 'n' : undefined}>
              {quiet ? <span class="sr">{label}</span> : label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr id={rowId?.(row)}>{columns.map((column) => cellOf(column, row, index))}</tr>
        ))}
      </tbody>
    </table>
  );
}

function cellOf<Row>(column: Column<Row>, row: Row, index: number) {
  const inside = column.cell(row, index);
  const name = column.numeric ? 'n' : undefined;
  const label = column.quiet ? '' : column.label;
  if (!column.head) {
    return (
      <td class={name} data-l={label}>
        <span>{inside}</span>
      </td>
    );
  }
  return (
    <th scope="row" class={name} data-l={label}>
      <span>{inside}</span>
    </th>
  );
}
