import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CommandLine } from '../testing/command-line.ts';
import { readTable } from './read-table.ts';

const line = new CommandLine();
beforeAll(() => line.key());
afterAll(() => line.remove());

async function cellsOf(text: string): Promise<string[][]> {
  const rows: string[][] = [];
  async function* stdin() {
    // Pieces that end in the middle of rows, marks and characters.
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
  }
  for await (const { cells } of readTable('-', { cwd: line.folder, stdin: stdin() } as never)) rows.push(cells);
  return rows;
}

const cell = fc
  .string({
    unit: fc.constantFrom('a', 'ß', '名', '👩', '"', ',', ';', '\t', '\n', '\r\n', ' ', "'", '{', '\u0001'),
    maxLength: 12,
  })
  .map((text) => text.trim());

it.each([',', ';', '\t'])('whatever is in the cells, a table with %j is read as it was written', async (delimiter) => {
  const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 });

  await fc.assert(
    fc.asyncProperty(table, fc.constantFrom('\n', '\r\n'), async (rows, lineEnd) => {
      const all = [['email', 'name', 'more'], ...rows];
      const quoted = all.map((cells) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(delimiter));

      expect(await cellsOf(quoted.join(lineEnd))).toEqual(all);
    }),
    { numRuns: 200 },
  );
});

it('the line of a row is where an editor shows it, after empty lines and cells of several lines', async () => {
  const lineOf = async (text: string) => {
    line.write('lines.csv', text);
    const found: [string, number][] = [];
    for await (const { cells, line: at } of readTable('lines.csv', { cwd: line.folder } as never))
      found.push([cells[0] as string, at]);
    return found;
  };

  for (const end of ['\n', '\r\n', '\r']) {
    const text = ['a,b', '', '1,"x', 'y', 'z"', '2,y', '', '', '3,"q', '"', '4,z'].join(end);
    expect(await lineOf(text)).toEqual([
      ['a', 1],
      ['1', 3],
      ['2', 6],
      ['3', 9],
      ['4', 11],
    ]);
  }
});

it('bytes that are no text end in a sentence or in rows, and never otherwise', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      line.write('bytes.csv', bytes);
      line.write('template.json', { achievement: { name: '{{a}}', description: 'b', criteria: { narrative: 'c' } } });

      const { code } = await line.run([
        'issue',
        'template.json',
        'bytes.csv',
        '--key',
        'key.json',
        '--out',
        'out',
        '--check',
      ]);

      expect([1, 64]).toContain(code);
    }),
    { numRuns: 200 },
  );
});
