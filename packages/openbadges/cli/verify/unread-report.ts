import { checkIds, notReached } from '../../src/verify/check.ts';
import type { Check, Report } from '../../src/verify/report.ts';

/** The report about a file that could not even be read. */
export function unreadReport(sentence: string, remedy: string | undefined, now: Date): Report {
  const shape: Check = {
    id: 'shape',
    outcome: 'unknown',
    code: 'file.unreadable',
    values: {},
    sentence,
    ...(remedy === undefined ? {} : { remedy }),
  };
  const checkedAt = now.toISOString();
  return {
    verdict: 'could-not-check',
    checks: checkIds.map((id) => (id === 'shape' ? shape : notReached(id))),
    format: { carrier: 'json' },
    checkedAt,
    requests: [],
    snapshot: { takenAt: checkedAt, entries: [] },
    technical: {},
    inner: [],
  };
}
