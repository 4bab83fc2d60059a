import { expect, it } from 'vitest';
import { recogniseTable } from './decode-table.ts';
import { BrokenTable, readTable, type TableLine } from './read-table.ts';

const text = 'Name;E-Mail\nÞórdís „Fernhill“;thordis@fernhill.example\n';
const rows: TableLine[] = [
  { line: 1, cells: ['Name', 'E-Mail'] },
  { line: 2, cells: ['Þórdís „Fernhill“', 'thordis@fernhill.example'] },
];

async function read(bytes: Uint8Array): Promise<TableLine[]> {
  const recognised = recogniseTable(bytes);
  if ('notATable' in recognised) throw new Error(recognised.notATable);
  const lines: TableLine[] = [];
  for await (const line of readTable(bytes, recognised.encoding)) lines.push(line);
  return lines;
}

const utf8 = (content: string) => new TextEncoder().encode(content);
const utf16le = (content: string) => Buffer.from(`\uFEFF${content}`, 'utf16le');
const utf16be = (content: string) => utf16le(content).swap16();

it.each([
  ['UTF-8', utf8(text)],
  ['UTF-8 with a byte order mark', utf8(`\uFEFF${text}`)],
  ['UTF-16, little end first', utf16le(text)],
  ['UTF-16, big end first', utf16be(text)],
])('reads %s', async (_name, bytes) => {
  expect(await read(bytes)).toEqual(rows);
});

it('reads what is not UTF-8 as Windows-1252', async () => {
  const bytes = Buffer.from('name,email\nJosu\xe9 \x84Almond\x93 \x80,j@a.example\n', 'latin1');

  expect((await read(bytes))[1]?.cells).toEqual(['Josué „Almond“ €', 'j@a.example']);
});

it('does not cut letters in two where a large file is read in pieces', async () => {
  const name = 'é'.repeat(50);
  const content = `name\n${`${name}\n`.repeat(3000)}`;

  for (const bytes of [utf8(content), utf16be(content)]) {
    const names = new Set((await read(bytes)).slice(1).map(({ cells }) => cells[0]));
    expect(names).toEqual(new Set([name]));
  }
});

it.each([
  [',', 'a,b\n1,2\n'],
  [';', 'a;b\n"1,5";2\n'],
  ['\t', 'a\tb\n1,5\t2\n'],
  ['; said by a first line', 'sep=;\na;b\n1;2\n'],
])('finds the delimiter %s', async (_name, content) => {
  expect((await read(utf8(content)))[1]?.cells).toHaveLength(2);
});

it('counts lines as an editor does: quoted line breaks, empty lines, old and new line ends', async () => {
  const content = 'name,email\r\n"Wen\r\nLanternfield",wen@a.example\r\n\r\nBram,bram@a.example\r\n';

  expect(await read(utf8(content))).toEqual([
    { line: 1, cells: ['name', 'email'] },
    { line: 2, cells: ['Wen\nLanternfield', 'wen@a.example'] },
    { line: 5, cells: ['Bram', 'bram@a.example'] },
  ]);
});

it('keeps formulas as the text they are, and quotes inside of cells', async () => {
  const content = 'name,email\n"=HYPERLINK(""http://evil.example"",""x"")",+1@a.example\n5" nail,b@a.example\n';

  expect((await read(utf8(content))).slice(1).map(({ cells }) => cells)).toEqual([
    ['=HYPERLINK("http://evil.example","x")', '+1@a.example'],
    ['5" nail', 'b@a.example'],
  ]);
});

it('says in which line a quotation mark opens that is never closed', async () => {
  const attempt = read(utf8('name,email\nWen,wen@a.example\n"Bram,bram@a.example\nKaya,kaya@a.example\n'));

  await expect(attempt).rejects.toMatchObject({ problem: 'quoteOpen', line: 3 });
  await expect(attempt).rejects.toBeInstanceOf(BrokenTable);
});

it('gives up on a row that has no end before it fills the memory', async () => {
  const attempt = read(utf8(`name,email\n"${'x'.repeat(500_000)}",wen@a.example\n`));

  await expect(attempt).rejects.toMatchObject({ problem: 'rowTooLong', line: 2 });
});

it.each([
  ['spreadsheet', [0x50, 0x4b, 0x03, 0x04, 0x14]],
  ['oldSpreadsheet', [0xd0, 0xcf, 0x11, 0xe0, 0xa1]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['picture', [0x89, 0x50, 0x4e, 0x47, 0x0d]],
  ['binary', [0x61, 0x2c, 0x62, 0x00, 0x63]],
  ['empty', []],
])('knows a file that is no table: %s', (kind, bytes) => {
  expect(recogniseTable(Uint8Array.from(bytes))).toEqual({ notATable: kind });
});
