import { asArray, isObject } from '../model/json.ts';
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
  for (const credential of asArray(subject?.verifiableCredential)) {
    const report = await verifyInner(credential, 'credential', work, isCovered);
    if (report) findings.inner.push({ role: 'credential', report });
  }
  return findings;
}
