import type { BadgeView, Report } from 'openbadges';
import type { KeptReport } from './model.ts';
import { isTampered } from './summary.ts';

/** What can be said about a check in the reader's language. */
export type Say = (
  check: Report['checks'][number],
  report: KeptReport | Report,
) => { sentence: string; remedy?: string };

/** A report for programs. Of a document that was changed nothing is repeated. */
export function reportAnswer(report: KeptReport | Report, say: Say): ReportAnswer {
  const isHidden = isTampered(report);
  return {
    verdict: report.verdict,
    checks: report.checks.map((check) => {
      const { id, outcome, code, pointer } = check;
      return { id, outcome, code, ...say(check, report), ...(pointer === undefined ? {} : { pointer }) };
    }),
    format: report.format,
    ...(report.badge && !isHidden ? { badge: report.badge } : {}),
    ...(report.identity && !isHidden ? { identity: report.identity } : {}),
    checkedAt: report.checkedAt,
    ...(report.lastSeen ? { lastSeen: report.lastSeen } : {}),
    requests: report.requests,
    inner: report.inner.map(({ role, report: inner }) => ({ role, report: reportAnswer(inner, say) })),
  };
}

export interface ReportAnswer {
  verdict: Report['verdict'];
  checks: Omit<Report['checks'][number], 'values'>[];
  format: Report['format'];
  badge?: BadgeView;
  identity?: Report['identity'];
  checkedAt: string;
  lastSeen?: Report['lastSeen'];
  requests: Report['requests'];
  inner: { role: Report['inner'][number]['role']; report: ReportAnswer }[];
}
