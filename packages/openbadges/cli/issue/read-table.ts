import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import type { CommandContext } from '../command.ts';
import { refused } from '../command-error.ts';
import { fileTrouble } from '../file-trouble.ts';
import { printable } from '../printable.ts';
import { type CsvRecord, csvRecord } from './csv-record.ts';

/** One record of a table as it was written. */
export interface TableRecord {
  /** The line of the file on which it begins, counted from 1. */
  line: number;
  cells: string[];
  /** A quotation mark opens in it and is not closed: its line is passed over. */
  isBroken: boolean;
  /** How much of the file was read with it, in bytes, more or less. */
  bytes: number;
}

/** Longer than any record that people write; what opens a quotation mark for longer has forgotten to close it. */
const longestRecord = 100_000;

/**
 * The records of a CSV file, one at a time: with commas, semicolons or tabs, with or without a byte order mark.
 * Throws a `CommandError` when it cannot be read or is no text in UTF-8.
 */
export async function* readTable(
  name: string,
  { cwd, stdin }: Pick<CommandContext, 'cwd' | 'stdin'>,
): AsyncGenerator<TableRecord> {
  const source = name === '-' ? stdin : createReadStream(resolve(cwd, name));
  try {
    yield* records(piecesOf(source, name));
  } catch (error) {
    throw fileTrouble(error, 'read', name);
  }
}

interface Piece {
  text: string;
  /** Bytes of the file up to its end. */
  bytes: number;
  isLast: boolean;
}

async function* records(pieces: AsyncGenerator<Piece>): AsyncGenerator<TableRecord> {
  let [text, line, delimiter] = ['', 1, ''];
  for await (const piece of pieces) {
    text += piece.text;
    delimiter ||= delimiterOf(text);
    let at = 0;
    while (at < text.length) {
      const record = whole(csvRecord(text, at, delimiter), text, at, piece.isLast);
      if (!record) break;
      const isEmpty = record.cells.length === 1 && record.cells[0] === '' && !record.isQuoteOpen;
      const bytes = Math.max(0, piece.bytes - (text.length - record.end));
      if (!isEmpty) yield { line, cells: record.cells, isBroken: record.isQuoteOpen, bytes };
      line += linesIn(text.slice(at, record.end));
      at = record.end;
    }
    text = text.slice(at);
  }
}

/** The record, or undefined when more text has to be seen first. One that is never closed ends with its first line. */
function whole(record: CsvRecord, text: string, start: number, isLast: boolean): CsvRecord | undefined {
  const isMore = record.touchesEnd && !isLast && text.length - start <= longestRecord;
  if (isMore) return undefined;
  if (!record.isQuoteOpen) return record;
  const lineEnd = /\r\n|\r|\n/g;
  lineEnd.lastIndex = start;
  return { ...record, end: lineEnd.test(text) ? lineEnd.lastIndex : text.length };
}

/** The text in pieces large enough that no record is looked at often. */
async function* piecesOf(source: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Piece> {
  const decoder = new TextDecoder('utf-8');
  let [text, bytes] = ['', 0];
  for await (const chunk of source) {
    if (bytes === 0) refuseOtherEncodings(chunk, name);
    bytes += chunk.length;
    text += decoder.decode(chunk, { stream: true });
    if (text.length < longestRecord / 2) continue;
    yield { text, bytes, isLast: false };
    text = '';
  }
  yield { text: text + decoder.decode(), bytes, isLast: true };
}

function refuseOtherEncodings(start: Uint8Array, name: string): void {
  const isUtf16 = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  if (!isUtf16 && !start.subarray(0, 1000).includes(0)) return;
  throw refused(`${printable(name)} is no CSV file in UTF-8.`, 'In the spreadsheet, save it as “CSV UTF-8”.');
}

/** The one of comma, semicolon and tab that is most often in the first line that says something, outside of quotation marks. */
function delimiterOf(text: string): string {
  const header = /^\s*((?:"(?:[^"]|"")*"|[^"\r\n])*)/.exec(text)?.[1] ?? '';
  const bare = header.replace(/"(?:[^"]|"")*"/g, '');
  const count = (delimiter: string) => bare.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best));
}

function linesIn(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
