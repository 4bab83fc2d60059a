import type { Page } from '../../../web/page.ts';
import type { BatchRow, Column, RowProblem } from '../batch-model.ts';

/** What a column is called on the page: known ones by their meaning, others as in the file. */
export function columnName(p: Page, column: Column | undefined): string {
  if (!column) return '';
  return column.meaning === 'kept' || column.meaning === 'ignored'
    ? column.header
    : p.t(`awards.column.${column.meaning}`);
}

export function problemSentence(p: Page, columns: Column[], problem: RowProblem): string {
  const column = problem.column === undefined ? undefined : columns[problem.column];
  return p.t(`awards.problem.${problem.code}`, { column: columnName(p, column), limit: problem.limit ?? 0 });
}

/** All sentences about a row, each once, with what was probably meant. */
export function rowSentences(p: Page, columns: Column[], row: BatchRow): { text: string; suggestion?: string }[] {
  const sentences = row.problems.map((problem) => ({
    text: problemSentence(p, columns, problem),
    suggestion: problem.suggestion,
  }));
  if (row.duplicateOf !== undefined)
    sentences.push({ text: p.t('awards.problem.duplicate', { line: row.duplicateOf }), suggestion: undefined });
  return sentences;
}

export const isBad = (row: BatchRow) =>
  (row.problems.length > 0 || row.duplicateOf !== undefined) && !row.leftOut && row.awardId === undefined;

/** The columns that can be mended in a row. */
export function badColumns(columns: Column[], row: BatchRow): Set<number> {
  const bad = new Set(row.problems.flatMap(({ column }) => (column === undefined ? [] : [column])));
  if (row.duplicateOf !== undefined) bad.add(columns.findIndex(({ meaning }) => meaning === 'email'));
  return bad;
}
