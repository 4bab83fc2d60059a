import { expect, it } from 'vitest';
import { csvLine } from './write-csv.ts';

it('writes formulas so that no spreadsheet runs them', () => {
  for (const formula of ['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', '\t=1', ' =1'])
    expect(csvLine([formula]).replace(/^"/, '').startsWith("'")).toBe(true);
});

it('quotes what would part cells or rows', () => {
  expect(csvLine(['a', 'b,c', 'd"e', 'f\ng', undefined, 1])).toBe('a,"b,c","d""e","f\ng",,1\r\n');
});
