import type { BadgeVersion, BadgeView, CheckId, Outcome, Report, Verdict } from '../../src/verify/report.ts';
import { exitCodes } from '../exit-codes.ts';

export type AnswerVerdict = 'valid' | 'invalid' | 'revoked' | 'suspended' | 'expired' | 'notYetValid' | 'unknown';

/** What `verify --json` prints about one badge. What is not known is null. */
export interface Answer {
  verdict: AnswerVerdict;
  version: BadgeVersion | null;
  checks: AnswerCheck[];
  issuer: BadgeView['issuer'] | null;
  achievement: { id?: string; name: string; type?: string } | null;
  recipient: BadgeView['recipient'] | null;
  validFrom: string | null;
  validUntil: string | null;
}

export interface AnswerCheck {
  id: CheckId;
  outcome: Outcome;
  code?: string;
  message: string;
  pointer?: string;
}

/** Where there certainly is no badge there is nothing to check: such a file is not valid, and not "could not check". */
const noBadge = new Set([
  'import.picture-without-badge',
  'import.other-picture',
  'import.damaged-picture',
  'import.container-without-badge',
  'import.broken-json',
  'import.empty',
  'import.web-page',
  'import.not-understood',
  'shape.not-a-badge',
]);

export function holdsNoBadge({ checks }: Pick<Report, 'checks'>): boolean {
  return checks.some(({ id, code }) => id === 'shape' && noBadge.has(code));
}

const verdicts: Record<Verdict, AnswerVerdict> = {
  valid: 'valid',
  invalid: 'invalid',
  revoked: 'revoked',
  suspended: 'suspended',
  expired: 'expired',
  'not-yet-valid': 'notYetValid',
  'could-not-check': 'unknown',
};

export function answerOf(report: Report): Answer {
  const { badge } = report;
  return {
    verdict: report.verdict === 'could-not-check' && holdsNoBadge(report) ? 'invalid' : verdicts[report.verdict],
    version: report.format.version ?? null,
    checks: report.checks.map(({ id, outcome, code, sentence, pointer }) => ({
      id,
      outcome,
      code,
      message: sentence,
      ...(pointer === undefined ? {} : { pointer }),
    })),
    issuer: badge?.issuer ?? null,
    achievement: badge ? achievementOf(badge) : null,
    recipient: badge?.recipient ?? null,
    validFrom: badge?.validFrom ?? null,
    validUntil: badge?.validUntil ?? null,
  };
}

function achievementOf({ achievementId, name, achievementType }: BadgeView): NonNullable<Answer['achievement']> {
  return {
    ...(achievementId === undefined ? {} : { id: achievementId }),
    name,
    ...(achievementType === undefined ? {} : { type: achievementType }),
  };
}

export function exitCodeOf(verdict: AnswerVerdict): number {
  if (verdict === 'valid') return exitCodes.good;
  return verdict === 'unknown' ? exitCodes.unknown : exitCodes.no;
}

/** Of several badges the worst counts: one that is not valid before one that could not be checked. */
export function worst(codes: readonly number[]): number {
  if (codes.includes(exitCodes.no)) return exitCodes.no;
  return codes.includes(exitCodes.unknown) ? exitCodes.unknown : exitCodes.good;
}
