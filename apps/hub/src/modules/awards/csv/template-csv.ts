import type { Achievement } from '../../achievements/index.ts';
import { exampleAddress } from './address-trouble.ts';
import { byteOrderMark, csvLine } from './write-csv.ts';

/** A file to fill in: every column that is understood, and one made-up person who shows how. */
export function templateCsv(achievement: Pick<Achievement, 'evidenceWanted' | 'evidenceRequired'>): string {
  const wantsEvidence = achievement.evidenceRequired || achievement.evidenceWanted !== '';
  const columns: [string, string][] = [
    ['name', 'Wen Lanternfield'],
    ['email', exampleAddress],
    ['narrative', ''],
    ...(wantsEvidence
      ? ([
          ['evidence_url', 'https://example.org/what-wen-made'],
          ['evidence_name', ''],
          ['evidence_description', ''],
        ] satisfies [string, string][])
      : []),
    ['activity_start', '2026-01-10'],
    ['activity_end', '2026-02-28'],
    ['awarded_at', ''],
    ['valid_until', ''],
    ['message', ''],
  ];
  return byteOrderMark + csvLine(columns.map(([name]) => name)) + csvLine(columns.map(([, example]) => example));
}
