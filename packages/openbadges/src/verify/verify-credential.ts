import { type DetectedDocument, detectDocument } from '../import/detect-document.ts';
import { idOf } from '../import/plain-text.ts';
import { viewOfCredential } from '../import/view-of-credential.ts';
import { credentialIdentity } from '../model/credential-identity.ts';
import type { JsonObject } from '../model/json.ts';
import { check, inOrder } from './check.ts';
import { checkDates, validityOf } from './check-dates.ts';
import { checkEndorsements } from './check-endorsements.ts';
import { checkForm } from './check-form.ts';
import { checkIssuer } from './check-issuer.ts';
import { checkRecipient } from './check-recipient.ts';
import { checkStatus } from './check-status.ts';
import { proveSigners, withoutReplacement } from './prove-signers.ts';
import { refreshCredential } from './refresh-credential.ts';
import type { Check, Report } from './report.ts';
import type { Secured } from './secured.ts';
import type { Findings, Task, Work } from './work.ts';

/**
 * Verifies an Open Badges 3.0 credential, an endorsement, or any credential that carries achievements (OB 3.0 §8).
 * `secured` is what came of its signature.
 */
export async function verifyCredential(task: Task, secured: Secured, work: Work): Promise<Findings> {
  const document = secured.document ?? {};
  const proof = await withoutReplacement(document, secured, work.outside);
  const isProven = proof.outcome === 'passed' || proof.outcome === 'warning';
  const refreshed = isProven ? await refreshCredential(secured, work) : undefined;
  if (!refreshed?.newer) return findingsOf(task, secured, proof, refreshed ? [refreshed.note] : [], work);
  const { newer } = refreshed;
  const found = { form: newer.security === 'vc-jwt' ? 'jws' : 'json', text: newer.text } as const;
  const findings = await findingsOf({ ...task, found }, newer, newer.proof, [refreshed.note], work);
  findings.technical.original = task.found.text;
  return findings;
}

async function findingsOf(
  task: Task,
  secured: Secured,
  proof: Check,
  refreshNotes: Check[],
  work: Work,
): Promise<Findings> {
  const document = secured.document ?? {};
  const detected = detectDocument(document);
  const shape = await checkForm(document, detected, secured, proof, work.outside);
  const notes = [...shape.findings, ...refreshNotes];
  const findings: Findings = {
    checks: inOrder([shape.check, proof]),
    format: formatOf(task, detected, secured),
    document: task.found.text,
    technical: { ...secured.technical, ...(notes.length > 0 ? { notes } : {}) },
    inner: [],
  };
  if (proof.outcome === 'failed') return findings;
  findings.badge = viewOfCredential(document);
  findings.identity = credentialIdentity(document);
  // Without a signature that holds, and without the right form, the rest would be asked about what nobody said.
  if (proof.outcome === 'unknown' || shape.check.outcome === 'failed') return findings;
  const { checks, inner, trust } = await deeperChecks(document, detected, secured, work);
  if (trust) findings.technical.trust = trust;
  return { ...findings, checks: inOrder([shape.check, proof, ...checks]), inner };
}

async function deeperChecks(document: JsonObject, detected: DetectedDocument, secured: Secured, work: Work) {
  const { outside, environment } = work;
  const issuer = idOf(document.issuer) ?? '';
  const { key, signers } = await proveSigners(issuer, secured, outside);
  const { from, until } = validityOf(document);
  const view = viewOfCredential(document);
  const endorsements = await checkEndorsements(document, work);
  const standing = await checkIssuer(issuer, key.outcome === 'passed', environment.trust, outside);
  const checks: Check[] = [
    key,
    await checkStatus({ document, issuer, signers }, outside),
    checkDates(from, until, outside.now),
    detected.kind === 'endorsement'
      ? check('recipient', 'skipped', 'recipient.not-asked')
      : checkRecipient(view.recipient, environment.recipient),
    standing.check,
    endorsements.check,
  ];
  return { checks, inner: endorsements.inner, trust: standing.trust };
}

function formatOf({ carrier }: Task, { version, envelope }: DetectedDocument, { security }: Secured): Report['format'] {
  return { carrier, security, ...(version ? { version } : {}), ...(envelope ? { envelope } : {}) };
}
