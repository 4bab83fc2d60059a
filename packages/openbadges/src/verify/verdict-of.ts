import type { Check, CheckId, Verdict } from './report.ts';

/**
 * The one word for all checks (BADGES "Verdicts", STANDARDS §1.8). What is certain and against the badge comes first;
 * valid is left only when nothing is unknown that matters. A warning about the issuer or an endorsement does not matter.
 */
export function verdictOf(checks: Check[]): Verdict {
  const outcome = (id: CheckId) => checks.find((each) => each.id === id)?.outcome;
  const failed = (id: CheckId) => outcome(id) === 'failed';
  if (failed('proof')) return 'invalid';
  // What nobody is known to have said is not called wrong either.
  if (outcome('proof') === 'unknown' || outcome('shape') === 'unknown') return 'could-not-check';
  if (failed('shape') || failed('key') || failed('recipient')) return 'invalid';
  if (outcome('proof') === 'skipped') return 'could-not-check';
  const code = (id: CheckId) => checks.find((each) => each.id === id)?.code;
  if (failed('status')) return code('status') === 'status.suspended' ? 'suspended' : 'revoked';
  if (failed('dates')) return code('dates') === 'dates.expired' ? 'expired' : 'not-yet-valid';
  const isUnknown = outcome('status') === 'unknown' || outcome('recipient') === 'unknown';
  const settled = outcome('key') === 'passed' && !isUnknown && outcome('dates') === 'passed';
  return settled ? 'valid' : 'could-not-check';
}
