import { asArray, type JsonObject } from '../model/json.ts';
import { check, inOrder } from './check.ts';
import { checkProofs } from './check-proofs.ts';
import type { Check, Report, Verdict } from './report.ts';
import { verifyInner } from './verify-inner.ts';
import type { Findings, Task, Work } from './work.ts';

/**
 * A presentation (VC 2.0 §4.13): each credential in it has its own report, and the presentation is as good as the
 * weakest of them. It may be unsigned; a signature by its holder proves no issuer.
 */
export async function verifyPresentation(task: Task, document: JsonObject, work: Work): Promise<Findings> {
  const isSigned = asArray(document.proof).length > 0;
  const secured = isSigned ? await checkProofs(document, work.outside, 'authentication') : undefined;
  const credentials = asArray(document.verifiableCredential);
  const inner: Report['inner'] = [];
  if (secured?.proof.outcome !== 'failed') {
    for (const credential of credentials) {
      const report = await verifyInner(credential, 'credential', work);
      if (report) inner.push({ role: 'credential', report });
    }
  }
  const proof = secured?.proof ?? check('proof', 'passed', 'proof.presentation-unsigned');
  return {
    checks: inOrder(proof.outcome === 'failed' ? [proof] : [...summary(inner, credentials.length), proof]),
    format: { carrier: task.carrier, ...(isSigned ? { security: 'data-integrity' } : {}) },
    document: task.found.text,
    technical: secured?.technical ?? {},
    inner,
  };
}

const worstFirst: Verdict[] = [
  'invalid',
  'revoked',
  'suspended',
  'expired',
  'not-yet-valid',
  'could-not-check',
  'valid',
];

/** The checks of the weakest credential stand for the presentation. */
function summary(inner: Report['inner'], count: number): Check[] {
  if (inner.length < count) return [check('shape', 'unknown', 'shape.too-many-inner', { count: String(inner.length) })];
  const reports = inner.map(({ report }) => report);
  const weakest = worstFirst.map((verdict) => reports.find((report) => report.verdict === verdict)).find(Boolean);
  if (!weakest) return [check('shape', 'unknown', 'shape.not-a-badge')];
  return weakest.checks.filter(({ id, outcome }) => id !== 'proof' || !['passed', 'warning'].includes(outcome));
}
