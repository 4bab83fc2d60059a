/** What was found from one place of a text on. */
export interface CsvRecord {
  cells: string[];
  /** Where the next record begins. */
  end: number;
  /** The text ended before a line end: with more text it may be another record. */
  touchesEnd: boolean;
  /** The text ended inside quotation marks. */
  isQuoteOpen: boolean;
}

/**
 * Reads one record of a CSV text (RFC 4180), leniently: spaces around cells do not count, and quotation marks that are
 * not around a whole cell are part of it.
 */
export function csvRecord(text: string, start: number, delimiter: string): CsvRecord {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    const cell = csvCell(text, at, delimiter);
    cells.push(cell.text);
    at = cell.end;
    if (cell.isQuoteOpen) return { cells, end: at, touchesEnd: true, isQuoteOpen: true };
    if (text[at] !== delimiter) break;
    at += 1;
  }
  // A carriage return at the very end may be half of a line end.
  const touchesEnd = at >= text.length || (text[at] === '\r' && at + 1 >= text.length);
  const end = text.startsWith('\r\n', at) ? at + 2 : at + 1;
  return { cells, end: Math.min(end, text.length), touchesEnd, isQuoteOpen: false };
}

interface Cell {
  text: string;
  /** The place of the delimiter or line end behind it. */
  end: number;
  isQuoteOpen: boolean;
}

function csvCell(text: string, start: number, delimiter: string): Cell {
  const first = skipSpaces(text, start, delimiter);
  if (text[first] === '"') {
    const quoted = quotedCell(text, first);
    if (!quoted) return { text: '', end: text.length, isQuoteOpen: true };
    const behind = skipSpaces(text, quoted.end, delimiter);
    if (behind >= text.length || isEnd(text[behind], delimiter))
      return { text: quoted.text, end: behind, isQuoteOpen: false };
  }
  let end = first;
  while (end < text.length && !isEnd(text[end], delimiter)) end += 1;
  return { text: text.slice(first, end).trim(), end, isQuoteOpen: false };
}

/** Undefined when the closing mark is missing. */
function quotedCell(text: string, start: number): { text: string; end: number } | undefined {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"')
      return {
        text: text
          .slice(start + 1, at)
          .replaceAll('""', '"')
          .trim(),
        end: at + 1,
      };
  }
  return undefined;
}

function skipSpaces(text: string, start: number, delimiter: string): number {
  let at = start;
  while (text[at] === ' ' || text[at] === '\u00a0' || (text[at] === '\t' && delimiter !== '\t')) at += 1;
  return at;
}

function isEnd(character: string | undefined, delimiter: string): boolean {
  return character === delimiter || character === '\n' || character === '\r';
}
