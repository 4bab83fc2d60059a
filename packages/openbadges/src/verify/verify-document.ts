import { decodePayload } from '../import/decode-payload.ts';
import { detectDocument, typesOf } from '../import/detect-document.ts';
import { asArray, isObject, type JsonObject } from '../model/json.ts';
import { check, inOrder } from './check.ts';
import { checkProofs } from './check-proofs.ts';
import { checkToken } from './check-token.ts';
import type { Secured } from './secured.ts';
import { verifyCredential } from './verify-credential.ts';
import { verifyEnveloped } from './verify-enveloped.ts';
import { verifyRecord } from './verify-record.ts';
import type { Findings, Task, Work } from './work.ts';

/** Verifies one document of any kind: what it is decides how. `isCovered`: a signed record around it vouches for it. */
export async function verifyDocument(task: Task, work: Work, isCovered = false): Promise<Findings> {
  const content =
    task.found.form === 'jws' ? decodePayload(task.found.text) : { ok: true as const, json: task.found.json };
  if (!content.ok) return notUnderstood(task, check('shape', 'unknown', content.code));
  const payload = content.json;
  if (!isObject(payload)) return notUnderstood(task, check('shape', 'unknown', 'shape.not-a-badge'));
  const document = task.found.form === 'jws' ? wrappedIn(payload) : payload;
  const { kind, version } = detectDocument(document);
  if (kind === 'not-a-badge') return notUnderstood(task, notABadge(payload));
  if (kind === 'assertion') {
    const { verifyAssertion } = await import('./seldom.ts');
    return verifyAssertion(task, document, version ?? '2.0', work);
  }
  if (kind === 'enveloped') return verifyEnveloped(task, document, work);
  if (kind === 'other-credential' && !claimsAchievement(document)) {
    const types = typesOf(document).filter((type) => type !== 'VerifiableCredential');
    return notYet(task, types.join(', ') || 'VerifiableCredential');
  }
  if (kind === 'presentation') {
    const { verifyPresentation } = await import('./seldom.ts');
    return verifyPresentation(task, document, work);
  }
  const isToken = task.found.form === 'jws';
  const secured = isToken ? await checkToken(task.found.text, work.outside) : await checkProofs(document, work.outside);
  const covered = isCovered ? asCovered(secured) : secured;
  return kind === 'clr' ? verifyRecord(task, covered, work) : verifyCredential(task, covered, work);
}

/** VC 1.1 §6.3.1 wraps what is signed; VC 2.0 does not. */
function wrappedIn(payload: JsonObject): JsonObject {
  if (isObject(payload.vc)) return payload.vc;
  return isObject(payload.vp) ? payload.vp : payload;
}

/** A credential in the words of Open Badges, or with an achievement, wants to be a badge, whatever its type says. */
function claimsAchievement(document: JsonObject): boolean {
  const speaksBadges = asArray(document['@context']).some(
    (context) => typeof context === 'string' && context.includes('/spec/ob/v3p0/'),
  );
  const subjects = asArray(document.credentialSubject).filter(isObject);
  return speaksBadges || subjects.some((subject) => subject.achievement !== undefined);
}

/** CLR 2.0: an older badge goes in as a credential without a signature of its own. */
function asCovered(secured: Secured): Secured {
  if (secured.proof.code !== 'proof.missing') return secured;
  return { ...secured, proof: check('proof', 'unknown', 'proof.covered-by-record') };
}

/** What is no badge, but has a name that can be said. */
function notABadge(payload: JsonObject) {
  if (payload._sd_alg !== undefined) return check('shape', 'unknown', 'shape.not-yet-supported', { kind: 'SD-JWT' });
  const types = typesOf(payload);
  const known = types.find((type) =>
    /^(BadgeClass|Issuer|Profile|Achievement|Endorsement|Clr|RevocationList)$/i.test(type),
  );
  if (known) return check('shape', 'unknown', 'shape.not-yet-supported', { kind: known });
  return check('shape', 'unknown', 'shape.not-a-badge');
}

function notYet(task: Task, kind: string): Findings {
  return notUnderstood(task, check('shape', 'unknown', 'shape.not-yet-supported', { kind }));
}

function notUnderstood({ found, carrier }: Task, shape: ReturnType<typeof check>): Findings {
  return { checks: inOrder([shape]), format: { carrier }, document: found.text, technical: {}, inner: [] };
}
