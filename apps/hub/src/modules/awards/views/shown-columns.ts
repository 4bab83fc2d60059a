import type { BatchRow, Column, ColumnMeaning } from '../batch-model.ts';
import { badColumns, isBad } from './row-words.ts';

export interface ShownColumn {
  column: number;
  numeric: boolean;
}

const first: ColumnMeaning[] = ['name', 'given-name', 'family-name', 'email'];
const then: ColumnMeaning[] = ['kept', 'evidence-url', 'awarded-at', 'activity-start', 'narrative'];
const most = 5;

/** Who it is, what is wrong, and what else there is room for. */
export function shownColumns(columns: Column[], rows: BatchRow[]): ShownColumn[] {
  const of = (meanings: ColumnMeaning[]) =>
    meanings.flatMap((meaning) => columns.flatMap((column, at) => (column.meaning === meaning ? [at] : [])));
  const bad = rows.filter(isBad).flatMap((row) => [...badColumns(columns, row)]);
  const must = new Set([...of(first), ...bad.filter((column) => column >= 0)]);
  const may = of(then).filter((column) => !must.has(column));
  const chosen = [...must, ...may.slice(0, Math.max(0, most - must.size))];
  const inOrder = chosen.sort((a, b) => rank(columns, a) - rank(columns, b) || a - b);
  return inOrder.map((column) => ({ column, numeric: isNumeric(columns[column], rows, column) }));
}

function rank(columns: Column[], at: number): number {
  const place = first.indexOf(columns[at]?.meaning ?? 'kept');
  return place < 0 ? first.length : place;
}

function isNumeric(column: Column | undefined, rows: BatchRow[], at: number): boolean {
  const values = rows.map(({ cells }) => cells[at] ?? '').filter(Boolean);
  return column?.meaning === 'kept' && values.length > 0 && values.every((value) => /^-?[\d.,\s]+%?$/.test(value));
}
