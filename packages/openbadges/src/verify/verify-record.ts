import { asArray, isObject } from '../model/json.ts';
import { check } from './check.ts';
import type { Secured } from './secured.ts';
import { verifyCredential } from './verify-credential.ts';
import { verifyInner } from './verify-inner.ts';
import type { Findings, Task, Work } from './work.ts';

/** A CLR 2.0 record: the record itself, then every credential in it by itself (CLR 2.0 §7). */
export async function verifyRecord(task: Task, secured: Secured, work: Work): Promise<Findings> {
  const findings = await verifyCredential(task, secured, work);
  if (secured.proof.outcome === 'failed') return findings;
  const subject = asArray(secured.document?.credentialSubject).find(isObject);
  const isCovered = secured.proof.outcome === 'passed';
  const credentials = asArray(subject?.verifiableCredential);
  let seen = 0;
  for (const credential of credentials) {
    const report = await verifyInner(credential, 'credential', work, isCovered);
    if (!report) break;
    findings.inner.push({ role: 'credential', report });
    seen += 1;
  }
  if (seen < credentials.length) {
    const tooMany = check('shape', 'unknown', 'shape.too-many-inner', { count: String(seen) });
    return { ...findings, checks: [tooMany, ...findings.checks.slice(1)] };
  }
  return findings;
}
