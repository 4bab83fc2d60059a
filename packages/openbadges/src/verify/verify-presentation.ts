import { asArray, type JsonObject } from '../model/json.ts';
import { check, inOrder } from './check.ts';
import { checkHolder } from './check-holder.ts';
import { checkPresentationToken } from './check-presentation-token.ts';
import { checkProofs } from './check-proofs.ts';
import type { Environment } from './environment.ts';
import type { Check, Report, Verdict } from './report.ts';
import type { Secured } from './secured.ts';
import { verifyInner } from './verify-inner.ts';
import type { Findings, Task, Work } from './work.ts';

/**
 * A presentation (VC 2.0 §4.13): each credential in it has its own report, and the presentation is as good as the
 * weakest of them. It may be unsigned unless a challenge or a domain is asked for; a signature by its holder proves no
 * issuer, and is asked for the holder's own key.
 */
export async function verifyPresentation(task: Task, document: JsonObject, work: Work): Promise<Findings> {
  const secured = await securedBy(task, document, work);
  const presentation = secured?.document ?? document;
  const credentials = asArray(presentation.verifiableCredential);
  const inner: Report['inner'] = [];
  if (secured?.proof.outcome !== 'failed') {
    for (const credential of credentials) {
      const report = await verifyInner(credential, 'credential', work);
      if (report) inner.push({ role: 'credential', report });
    }
  }
  const holder = secured && (await checkHolder(presentation, secured, inner, work));
  const proof = holder?.proof ?? check('proof', 'passed', 'proof.presentation-unsigned');
  const notes = holder?.note ? [holder.note] : [];
  const checks = proof.outcome === 'failed' ? [proof] : [...summary(inner, credentials.length), proof];
  return {
    checks: inOrder(holder?.recipient && proof.outcome !== 'failed' ? [holder.recipient, ...checks] : checks),
    format: { carrier: task.carrier, ...(secured ? { security: secured.security } : {}) },
    document: task.found.text,
    technical: { ...secured?.technical, ...(notes.length > 0 ? { notes } : {}) },
    inner,
  };
}

/** What the verifier asked for is asked of the outermost presentation, not of one inside it. */
function wishesOf({ environment, depth }: Work): NonNullable<Environment['presentation']> {
  return depth === 0 ? (environment.presentation ?? {}) : {};
}

async function securedBy(task: Task, document: JsonObject, work: Work): Promise<Secured | undefined> {
  const wishes = wishesOf(work);
  if (task.found.form === 'jws') return checkPresentationToken(task.found.text, wishes, work.outside);
  const isAsked = wishes.challenge !== undefined || wishes.domain !== undefined;
  if (asArray(document.proof).length === 0 && !isAsked) return undefined;
  return checkProofs(document, work.outside, { expectedPurpose: 'authentication', ...wishes });
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
