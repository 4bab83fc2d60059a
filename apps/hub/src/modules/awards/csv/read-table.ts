import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { composeText } from '../../../kernel/compose-text.ts';
import type { TableEncoding } from '../batch-model.ts';
import { decodeTable } from './decode-table.ts';
import { findDelimiter } from './find-delimiter.ts';

export interface TableLine {
  /** Where the row begins, as an editor counts. */
  line: number;
  cells: string[];
}

/** The table cannot be parted into rows from here on. */
export class BrokenTable extends Error {
  override name = 'BrokenTable';
  readonly problem: 'quoteOpen' | 'rowTooLong';
  readonly line: number;

  constructor(problem: 'quoteOpen' | 'rowTooLong', line: number, cause: unknown) {
    super(problem, { cause });
    this.problem = problem;
    this.line = line;
  }
}

const longestRow = 200_000;

/** The rows of a table one by one; empty lines are passed over. */
export async function* readTable(bytes: Uint8Array, encoding: TableEncoding): AsyncGenerator<TableLine> {
  const [start = ''] = decodeTable(bytes.subarray(0, 64 * 1024), encoding);
  // Excel says its delimiter in a line of its own
  const said = /^sep=(.)\r?\n/i.exec(start);
  const skipped = said ? 1 : 0;
  let seen = 0;
  const text = withoutStart(oneLineEnd(decodeTable(bytes, encoding)), said?.[0].replace('\r', '').length ?? 0);
  const parser = Readable.from(text).pipe(
    parse({
      delimiter: said?.[1] ?? findDelimiter(start),
      record_delimiter: '\n',
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: longestRow,
      // told at once; the iteration below forgets rows in hand when the next one breaks
      on_record: (record, { lines }) => {
        seen = lines;
        return record;
      },
    }),
  );
  try {
    for await (const { info, record } of parser as AsyncIterable<{ info: { lines: number }; record: string[] }>) {
      yield { line: info.lines - breaksIn(record) + skipped, cells: record.map(cleanCell) };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const problem = error.code === 'CSV_MAX_RECORD_SIZE' ? 'rowTooLong' : 'quoteOpen';
    throw new BrokenTable(problem, seen + 1 + skipped, error);
  }
}

/** Every line ends with \n, as the counting of lines needs it. */
function* oneLineEnd(pieces: Iterable<string>): Generator<string> {
  let held = '';
  for (const piece of pieces) {
    const text = held + piece;
    held = text.endsWith('\r') ? '\r' : '';
    yield text.slice(0, text.length - held.length).replace(/\r\n?/g, '\n');
  }
  if (held) yield '\n';
}

function* withoutStart(pieces: Iterable<string>, length: number): Generator<string> {
  let left = length;
  for (const piece of pieces) {
    const rest = piece.slice(left);
    left = Math.max(0, left - piece.length);
    if (rest) yield rest;
  }
}

function breaksIn(cells: string[]): number {
  let breaks = 0;
  for (const cell of cells) breaks += cell.match(/\n/g)?.length ?? 0;
  return breaks;
}

/** Composed, trimmed, without control characters; PostgreSQL takes no NUL. */
function cleanCell(cell: string): string {
  return composeText(cell.replace(/[^\P{Cc}\n\t]|\uFEFF/gu, '')).trim();
}
