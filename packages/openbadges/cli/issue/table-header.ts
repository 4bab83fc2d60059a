import { wrongUse } from '../command-error.ts';
import { nearest } from '../nearest.ts';
import { printable } from '../printable.ts';
import { holesOf, type Row } from './template-holes.ts';

/** What stands for the e-mail address of a recipient, in lower case. */
const emailNames = ['email', 'e-mail', 'mail', 'email address', 'e-mail address'];
const idNames = ['id', 'did'];

/** The columns of a table and what they are for. */
export interface TableHeader {
  columns: string[];
  /** The columns that say who a row is about; undefined where there is none. */
  email: string | undefined;
  id: string | undefined;
  name: string | undefined;
  /** Every column that comes into the badge. */
  used: string[];
}

/** Reads the first line of a table. Throws a `CommandError` that names every column that is missing or there twice. */
export function tableHeader(cells: readonly string[], template: unknown, needsRecipient: boolean): TableHeader {
  const columns = cells.map((cell) => cell.trim().toLowerCase());
  const twice = columns.find((name, at) => name !== '' && columns.indexOf(name) !== at);
  if (twice !== undefined)
    throw wrongUse(`The column ${printable(twice)} is there twice.`, 'Rename or remove one of them.');
  const holes = holesOf(template);
  refuseMissing(
    [...holes].filter((name) => !columns.includes(name)),
    columns,
  );
  const email = columns.find((name) => emailNames.includes(name));
  const id = columns.find((name) => idNames.includes(name));
  const name = columns.find((each) => each === 'name');
  if (needsRecipient && email === undefined && id === undefined) {
    throw wrongUse(
      'No column says who the badges are for.',
      `The first line must name a column email (or id). It names: ${listOf(columns)}.`,
    );
  }
  const recipient = needsRecipient ? [email, id, name].filter((each) => each !== undefined) : [];
  return { columns, email, id, name, used: [...new Set([...holes, ...recipient])].sort() };
}

function refuseMissing(missing: string[], columns: string[]): void {
  if (missing.length === 0) return;
  const holes = missing.map((name) => `{{${printable(name)}}}`).join(', ');
  const meant = missing.map((name) => nearest(name, columns)).filter((name) => name !== undefined);
  const suggestion = meant.length > 0 ? ` Did you mean {{${printable(meant[0] as string)}}}?` : '';
  const what = missing.length === 1 ? 'a column' : 'columns';
  throw wrongUse(
    `The template asks for ${what} that the table does not have: ${holes}.`,
    `The table has: ${listOf(columns)}.${suggestion}`,
  );
}

function listOf(columns: string[]): string {
  return columns
    .map((name) => printable(name) || '(empty)')
    .join(', ')
    .slice(0, 500);
}

/** The cells of a record by column. Throws a sentence when there are more or fewer than columns. */
export function rowOf(header: TableHeader, cells: readonly string[]): Row {
  return new Map(header.columns.map((name, at) => [name, (cells[at] ?? '').trim()]));
}
