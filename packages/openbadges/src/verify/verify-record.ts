import { asArray, isObject } from '../model/json.ts';
import { check } from './check.ts';
import type { Check, Report } from './report.ts';
import type { Secured } from './secured.ts';
import { verifyCredential } from './verify-credential.ts';
import { verifyInner } from './verify-inner.ts';
import type { Findings, Task, Work } from './work.ts';

/**
 * A CLR 2.0 record: the record itself, then every credential in it by itself (CLR 2.0 §7). The record is as good as its
 * publisher's signature; what is not valid in it, or about somebody else, is a warning.
 */
export async function verifyRecord(task: Task, secured: Secured, work: Work): Promise<Findings> {
  const findings = await verifyCredential(task, secured, work);
  if (secured.proof.outcome === 'failed') return findings;
  const subject = asArray(secured.document?.credentialSubject).find(isObject);
  const isCovered = secured.proof.outcome === 'passed';
  const credentials = asArray(subject?.verifiableCredential);
  const reports: Report[] = [];
  for (const credential of credentials) {
    const report = await verifyInner(credential, 'credential', work, isCovered);
    if (!report) break;
    reports.push(report);
  }
  findings.inner.push(...reports.map((report) => ({ role: 'credential' as const, report })));
  if (reports.length < credentials.length) {
    const tooMany = check('shape', 'unknown', 'shape.too-many-inner', { count: String(reports.length) });
    return { ...findings, checks: [tooMany, ...findings.checks.slice(1)] };
  }
  return withWarnings(findings, warningsAbout(reports, typeof subject?.id === 'string' ? subject.id : undefined));
}

function warningsAbout(reports: Report[], learner: string | undefined): Check[] {
  const count = String(reports.length);
  const confirmed = reports.filter(({ verdict }) => verdict === 'valid').length;
  const others = reports.map(({ badge }) => badge?.recipient.id).filter((id) => id !== undefined && id !== learner);
  return [
    ...(confirmed < reports.length
      ? [check('shape', 'warning', 'shape.inner-unconfirmed', { count, confirmed: String(confirmed) })]
      : []),
    ...(learner !== undefined && others.length > 0
      ? [check('recipient', 'warning', 'recipient.learner-differs', { learner, subject: others[0] })]
      : []),
  ];
}

/** The first stands in place of a good shape, where nothing else is said about that; the others are notes. */
function withWarnings(findings: Findings, warnings: Check[]): Findings {
  const [shape, ...checks] = findings.checks;
  const [first, ...others] = warnings;
  const takesPlace = shape?.outcome === 'passed' && first?.id === 'shape';
  const told = takesPlace ? others : warnings;
  const notes = [...asArray(findings.technical.notes), ...told];
  return {
    ...findings,
    checks: takesPlace ? [first, ...checks] : findings.checks,
    technical: { ...findings.technical, ...(notes.length > 0 ? { notes } : {}) },
  };
}
