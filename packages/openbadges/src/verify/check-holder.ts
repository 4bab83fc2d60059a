import { idOf } from '../import/plain-text.ts';
import type { JsonObject } from '../model/json.ts';
import { controllerOf } from '../proof/key-of-method.ts';
import { check } from './check.ts';
import { proveKey } from './prove-key.ts';
import type { Check, Report } from './report.ts';
import type { Secured } from './secured.ts';
import type { Work } from './work.ts';

interface Holder {
  proof: Check;
  /** Whether the badges are the holder's; only when a verifier asked for a presentation made for it. */
  recipient?: Check;
  note?: Check;
}

/**
 * Whether the presentation was signed by the one it names as its holder, and whether the credentials in it are about
 * that one (VC 2.0 §4.13, OID4VP 1.0 §14.1). Without a challenge a presentation can be anybody's copy: then this is a
 * note and decides nothing.
 */
export async function checkHolder(
  presentation: JsonObject,
  secured: Secured,
  inner: Report['inner'],
  { environment, outside, depth }: Work,
): Promise<Holder> {
  const { proof, signers, security } = secured;
  if (proof.outcome !== 'passed') return { proof };
  const isAsked = depth === 0 && environment.presentation?.challenge !== undefined;
  const [signer] = signers;
  const holder = idOf(presentation.holder) ?? (signer?.method && controllerOf(signer.method)) ?? '';
  const isProven = await signedByHolder(holder, secured, outside);
  if (!isProven) {
    const code = 'proof.holder-unproven';
    return { proof: check('proof', isAsked ? 'unknown' : 'warning', code, { holder, suite: security }) };
  }
  const subjects = inner.map(({ report }) => report.badge?.recipient.id);
  const isBound = subjects.length > 0 && subjects.every((subject) => subject === holder);
  if (isAsked && !environment.recipient?.length) return { proof, recipient: binding(isBound, subjects, holder) };
  const other = subjects.find((subject) => subject !== undefined && subject !== holder);
  return other === undefined
    ? { proof }
    : { proof, note: check('recipient', 'warning', 'recipient.holder-differs', { holder, subject: other }) };
}

function binding(isBound: boolean, subjects: (string | undefined)[], holder: string): Check {
  if (isBound) return check('recipient', 'passed', 'recipient.is-holder', { holder });
  const other = subjects.find((subject) => subject !== undefined && subject !== holder);
  if (other !== undefined) return check('recipient', 'failed', 'recipient.holder-differs', { holder, subject: other });
  return check('recipient', 'unknown', 'recipient.nothing-to-compare');
}

async function signedByHolder(holder: string, { signers, security }: Secured, outside: Work['outside']) {
  for (const signer of signers) {
    const claim = { issuer: holder, ...signer, isToken: security === 'vc-jwt', purpose: 'authentication' as const };
    if ((await proveKey(claim, outside)).outcome === 'passed') return true;
  }
  return false;
}
