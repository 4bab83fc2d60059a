import { expect, it } from 'vitest';
import { visualRuns } from './visual-runs.ts';

it.each([
  ['Mireille Tanagra', ['Mireille Tanagra']],
  ['مريم الخطيب', ['مريم الخطيب']],
  ['بطاقة 2026', ['2026', ' ', 'بطاقة']],
  ['١٢ فبراير', ['فبراير', ' ', '١', '٢']],
  ['Badge בית end', ['Badge', ' ', 'בית', ' ', 'end']],
  ['Badge (בית)', ['Badge', ' (', 'בית', ')']],
  ['שלום (hello)', ['(', 'hello', ') ', 'שלום']],
])('the runs of “%s” stand as they are read', (text, runs) => {
  expect(visualRuns(text)).toEqual(runs);
});
