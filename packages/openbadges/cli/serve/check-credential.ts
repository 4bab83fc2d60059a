import { idOf } from '../../src/import/plain-text.ts';
import { dataModelProblems } from '../../src/model/data-model/data-model-problems.ts';
import { asArray, type JsonObject } from '../../src/model/json.ts';
import { verifyProofs } from '../../src/proof/verify-proofs.ts';
import { checkDates, validityOf } from '../../src/verify/check-dates.ts';
import { keyBehind } from '../../src/verify/check-proofs.ts';
import { checkStatus } from '../../src/verify/check-status.ts';
import { checkToken } from '../../src/verify/check-token.ts';
import type { Outside } from '../../src/verify/outside.ts';
import { problemDetails } from '../../src/verify/problem-details.ts';
import { proveSigners } from '../../src/verify/prove-signers.ts';
import type { Check } from '../../src/verify/report.ts';
import type { Secured } from '../../src/verify/secured.ts';
import { checkByForm } from './check-by-form.ts';
import { type CheckFinding, type CheckQuestion, failed, wants } from './check-question.ts';
import { servedContexts } from './serve-tools.ts';

/**
 * Verifies any credential, not badges alone, as strictly as the standards allow (VC 2.0 §7.1): every rule of the data
 * model, every proof, the issuer's key, and where asked dates and status. A finding, never an exception for the input.
 */
export async function checkCredential(
  input: unknown,
  question: CheckQuestion,
  outside: Outside,
): Promise<CheckFinding> {
  return checkByForm(input, 'credential', {
    token: (text) => checkTokenText(text, question, outside),
    embedded: (document) => checkEmbedded(document, question, outside),
  });
}

async function checkTokenText(token: string, question: CheckQuestion, outside: Outside): Promise<CheckFinding> {
  const secured = await checkToken(token, outside);
  const { document, proof } = secured;
  if (!document || !isGood(proof)) return failed(proof);
  const broken = dataModelProblems(document, { kind: 'credential', contexts: servedContexts });
  return broken.length > 0 ? failed(...broken) : checkRest(document, secured, question, outside);
}

/** Data Integrity §4.6: all proofs have to hold, not one of them. */
async function checkEmbedded(document: JsonObject, question: CheckQuestion, outside: Outside): Promise<CheckFinding> {
  const { expectedPurpose, challenge, domain } = question;
  const resolveKey = (method: string) => keyBehind(method, outside);
  const wishes = { expectedPurpose, challenge, domain, resolveKey, now: outside.now };
  const { proofs, code } = await verifyProofs(document, wishes, outside.tools);
  const wrong = proofs.filter(({ outcome }) => outcome !== 'passed');
  if (proofs.length === 0) return failed({ code, pointer: '/proof' });
  if (wrong.length > 0) return failed(...wrong);
  const signers = proofs.flatMap(({ key, verificationMethod: method }) => (key ? [{ key, method }] : []));
  return checkRest(document, { signers, security: 'data-integrity' }, question, outside);
}

type Signed = Pick<Secured, 'signers' | 'security'>;

async function checkRest(
  document: JsonObject,
  signed: Signed,
  question: CheckQuestion,
  outside: Outside,
): Promise<CheckFinding> {
  const issuer = idOf(document.issuer) ?? '';
  const { from, until } = validityOf(document);
  const found: Check[] = [];
  if (!question.isProofOnly) found.push((await proveSigners(issuer, signed, outside)).key);
  if (wants(question, 'dates', 'validity', 'expiration')) found.push(checkDates(from, until, outside.now));
  if (wants(question, 'credentialStatus', 'status') && asArray(document.credentialStatus).length > 0) {
    found.push(await checkStatus({ document, issuer, signers: signed.signers }, outside));
  }
  const problems = found.filter((each) => each.outcome !== 'passed' && each.outcome !== 'skipped').map(problemDetails);
  return { problems, document };
}

function isGood({ outcome }: Check): boolean {
  return outcome === 'passed' || outcome === 'warning';
}
