import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { CommandContext } from '../command.ts';
import { refused } from '../command-error.ts';
import { fileTrouble } from '../file-trouble.ts';
import { printable } from '../printable.ts';

/** One record of a table as it was written. */
export interface TableRecord {
  /** The line of the file on which it begins, counted from 1. */
  line: number;
  cells: string[];
  /** How much of the file was read with it, in bytes. */
  bytes: number;
}

/** Longer than any row that people write, so that a forgotten quotation mark does not swallow a file into memory. */
const longestRecord = 1_000_000;

/**
 * The records of a CSV file (RFC 4180), one at a time: with commas, semicolons or tabs, with or without a byte order
 * mark, with quotation marks also where they should not be. Throws a `CommandError`.
 */
export async function* readTable(name: string, { cwd, stdin }: CommandContext): AsyncGenerator<TableRecord> {
  const source = name === '-' ? stdin : createReadStream(resolve(cwd, name));
  const chunks = source[Symbol.asyncIterator]();
  try {
    const first = await chunks.next();
    const beginning = first.done ? new Uint8Array() : first.value;
    refuseOtherEncodings(beginning, name);
    const delimiter = delimiterOf(new TextDecoder().decode(beginning.subarray(0, 65_536)));
    yield* records(Readable.from(joined(beginning, chunks)), delimiter, name);
  } catch (error) {
    throw fileTrouble(error, 'read', name);
  }
}

async function* joined(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

interface Parsed {
  record: string[];
  info: { lines: number; bytes: number };
}

async function* records(source: Readable, delimiter: string, name: string): AsyncGenerator<TableRecord> {
  const options = { bom: true, info: true, relax_column_count: true, relax_quotes: true, trim: true };
  const parser = source.pipe(parse({ ...options, delimiter, skip_empty_lines: true, max_record_size: longestRecord }));
  let line = 1;
  // csv-parse counts the two characters of a line break inside quotation marks as two lines.
  let counted = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      const text = record.join('');
      counted += text.match(/\r\n/g)?.length ?? 0;
      line = info.lines - counted - (text.match(/\r\n|\r|\n/g)?.length ?? 0);
      yield { line, cells: record, bytes: info.bytes };
    }
  } catch (error) {
    if (error instanceof CsvError) throw brokenTable(error, line, name);
    throw error;
  } finally {
    source.destroy();
  }
}

function brokenTable(error: CsvError, line: number, name: string): unknown {
  const isQuote = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE';
  const what = isQuote
    ? `a quotation mark opens after line ${line} and is not closed`
    : `the rows after line ${line} cannot be read (${error.code})`;
  return refused(
    `${printable(name)}: ${what}.`,
    'The rows before it are done. Correct the file and run the same command again.',
  );
}

function refuseOtherEncodings(start: Uint8Array, name: string): void {
  const isUtf16 = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  if (!isUtf16 && !start.subarray(0, 1000).includes(0)) return;
  throw refused(`${printable(name)} is no CSV file in UTF-8.`, 'In the spreadsheet, save it as “CSV UTF-8”.');
}

/** The one of comma, semicolon and tab that is most often in the first line, outside of quotation marks. */
function delimiterOf(text: string): string {
  const header = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text.replace(/^\uFEFF/, ''))?.[0] ?? '';
  const bare = header.replace(/"(?:[^"]|"")*"/g, '');
  const count = (delimiter: string) => bare.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best));
}
