import { type DetectedDocument, detectDocument } from '../import/detect-document.ts';
import { idOf, string } from '../import/plain-text.ts';
import { viewOfCredential } from '../import/view-of-credential.ts';
import { credentialIdentity } from '../model/credential-identity.ts';
import { asArray, isObject, type JsonObject } from '../model/json.ts';
import { check, inOrder } from './check.ts';
import { checkDates, validityOf } from './check-dates.ts';
import { checkEndorsements } from './check-endorsements.ts';
import { checkIssuer } from './check-issuer.ts';
import { checkRecipient } from './check-recipient.ts';
import { checkShape } from './check-shape.ts';
import { checkStatus } from './check-status.ts';
import { proveKey } from './prove-key.ts';
import type { Check, Report } from './report.ts';
import type { Secured } from './secured.ts';
import type { Findings, Task, Work } from './work.ts';

/**
 * Verifies an Open Badges 3.0 credential, an endorsement, or any credential that carries achievements (OB 3.0 §8).
 * `secured` is what came of its signature.
 */
export async function verifyCredential(task: Task, secured: Secured, work: Work): Promise<Findings> {
  const document = secured.document ?? {};
  const detected = detectDocument(document);
  const proof = secured.proof.outcome === 'passed' ? await withoutReplacement(document, secured, work) : secured.proof;
  const shape = checkShape(document, detected, secured.security === 'vc-jwt' || proof.outcome === 'passed');
  const notes = [...shape.findings, ...refreshNote(document)];
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
  const { checks, inner } = await deeperChecks(document, detected, secured, work);
  return { ...findings, checks: inOrder([shape.check, proof, ...checks]), inner };
}

async function deeperChecks(document: JsonObject, detected: DetectedDocument, secured: Secured, work: Work) {
  const { outside, environment } = work;
  const issuer = idOf(document.issuer) ?? '';
  const { key, signers } = await proveSigners(issuer, secured, work);
  const { from, until } = validityOf(document);
  const view = viewOfCredential(document);
  const endorsements = await checkEndorsements(document, work);
  const checks: Check[] = [
    key,
    await checkStatus({ document, issuer, signers }, outside),
    checkDates(from, until, outside.now),
    detected.kind === 'endorsement'
      ? check('recipient', 'skipped', 'recipient.not-asked')
      : checkRecipient(view.recipient, environment.recipient),
    checkIssuer(issuer, key.outcome === 'passed', environment.trust),
    endorsements.check,
  ];
  return { checks, inner: endorsements.inner };
}

/**
 * Whoever changes a document can sign it anew beside the issuer's signature, which is then wrong. Only a signature
 * that the issuer is known to have made outweighs a wrong one.
 */
async function withoutReplacement(document: JsonObject, secured: Secured, work: Work): Promise<Check> {
  if (!secured.tampered) return secured.proof;
  const { key } = await proveSigners(idOf(document.issuer) ?? '', secured, work);
  return key.outcome === 'passed' ? secured.proof : secured.tampered;
}

/** The first signer whose key the issuer lists; all of them when none is, with what was wrong about the first. */
async function proveSigners(issuer: string, { signers, security }: Secured, { outside }: Work) {
  let first: Check | undefined;
  for (const signer of signers) {
    const key = await proveKey({ issuer, ...signer, isToken: security === 'vc-jwt' }, outside);
    if (key.outcome === 'passed') return { key, signers: [signer] };
    first ??= key;
  }
  return { key: first ?? check('key', 'unknown', 'key.not-listed', { issuer }), signers };
}

function formatOf({ carrier }: Task, { version, envelope }: DetectedDocument, { security }: Secured): Report['format'] {
  return { carrier, security, ...(version ? { version } : {}), ...(envelope ? { envelope } : {}) };
}

/** OB 3.0 §8.3: said, not followed; a newer document is another document. */
function refreshNote(document: JsonObject): Check[] {
  const url = asArray(document.refreshService)
    .filter(isObject)
    .map(({ id }) => string(id))[0];
  return url === undefined ? [] : [check('status', 'skipped', 'status.refresh-offered', { url }, '/refreshService')];
}
