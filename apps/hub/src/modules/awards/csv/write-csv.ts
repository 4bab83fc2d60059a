/**
 * One line of a table. A cell that a spreadsheet would run as a formula gets an apostrophe before it, so that it stays
 * the text it is.
 */
export function csvLine(cells: (string | number | undefined)[]): string {
  return `${cells.map((cell) => quoted(harmless(String(cell ?? '')))).join(',')}\r\n`;
}

/** Tells spreadsheets that the file is UTF-8. */
export const byteOrderMark = '\uFEFF';

function harmless(cell: string): string {
  return /^\s*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string): string {
  return /[",;\n\r\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
