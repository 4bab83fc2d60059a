import { idOf } from '../../src/import/plain-text.ts';
import { dataModelProblems } from '../../src/model/data-model/data-model-problems.ts';
import { asArray, isObject, type JsonObject } from '../../src/model/json.ts';
import { verifyProofs } from '../../src/proof/verify-proofs.ts';
import { verifyVpJwt } from '../../src/proof/verify-vp-jwt.ts';
import { keyBehind } from '../../src/verify/check-proofs.ts';
import type { Outside } from '../../src/verify/outside.ts';
import { type ProblemDetails, problemDetails } from '../../src/verify/problem-details.ts';
import { proveKey } from '../../src/verify/prove-key.ts';
import type { Secured } from '../../src/verify/secured.ts';
import { checkByForm } from './check-by-form.ts';
import { checkCredential } from './check-credential.ts';
import { type CheckFinding, type CheckQuestion, failed } from './check-question.ts';
import { isEnvelope } from './envelope-token.ts';
import { servedContexts } from './serve-tools.ts';

/** More than anybody presents at once; each costs a verification. */
const mostCredentials = 100;

/** Verifies a presentation and every credential in it (VC 2.0 §4.13, §7.1). It may be unsigned where nothing was asked. */
export async function checkPresentation(
  input: unknown,
  question: CheckQuestion,
  outside: Outside,
): Promise<CheckFinding> {
  return checkByForm(input, 'presentation', {
    token: (text) => checkTokenText(text, question, outside),
    embedded: (document) => checkEmbedded(document, question, outside),
  });
}

async function checkTokenText(token: string, question: CheckQuestion, outside: Outside): Promise<CheckFinding> {
  const { challenge, domain } = question;
  const resolveKey = (method: string) => keyBehind(method, outside);
  const result = await verifyVpJwt(token, { resolveKey, challenge, domain }, outside.tools);
  const { outcome, presentation, key, verificationMethod: method } = result;
  if (outcome !== 'passed' || !presentation) return failed(result);
  const broken = dataModelProblems(presentation, { kind: 'presentation', contexts: servedContexts });
  if (broken.length > 0) return failed(...broken);
  return checkInside(presentation, key ? [{ key, method }] : [], question, outside);
}

async function checkEmbedded(document: JsonObject, question: CheckQuestion, outside: Outside): Promise<CheckFinding> {
  const { expectedPurpose = 'authentication', challenge, domain, isProofOnly } = question;
  if (document.proof === undefined) {
    const isAnswer = challenge === undefined && domain === undefined;
    // Who was asked to sign a challenge and did not has not answered.
    return isAnswer || isProofOnly
      ? checkInside(document, [], question, outside)
      : failed({ code: 'proof.missing', pointer: '/proof' });
  }
  const resolveKey = (method: string) => keyBehind(method, outside);
  const wishes = { expectedPurpose, challenge, domain, resolveKey, now: outside.now };
  const { proofs, code } = await verifyProofs(document, wishes, outside.tools);
  const wrong = proofs.filter(({ outcome }) => outcome !== 'passed');
  if (proofs.length === 0) return failed({ code, pointer: '/proof' });
  if (wrong.length > 0) return failed(...wrong);
  const signers = proofs.flatMap(({ key, verificationMethod: method }) => (key ? [{ key, method }] : []));
  return checkInside(document, signers, question, outside);
}

type Signers = Secured['signers'];

async function checkInside(
  document: JsonObject,
  signers: Signers,
  question: CheckQuestion,
  outside: Outside,
): Promise<CheckFinding> {
  const holder = idOf(document.holder);
  const problems: ProblemDetails[] = [];
  if (holder !== undefined && signers.length > 0 && !question.isProofOnly)
    problems.push(...(await holderKey(holder, signers, outside)));
  const credentials = asArray(document.verifiableCredential);
  if (credentials.length > mostCredentials) return failed({ code: 'shape.too-many-inner', values: { count: '0' } });
  const isHolderProven = holder !== undefined && signers.length > 0 && problems.length === 0;
  // A purpose, challenge or domain is the presentation's; the credentials were signed for no one in particular.
  const inner: CheckQuestion = { isProofOnly: question.isProofOnly, checks: question.checks };
  for (const [at, credential] of credentials.entries()) {
    const isTheirOwn = isHolderProven && isObject(credential) && idOf(credential.issuer) === holder;
    if (isUnsigned(credential) && (question.isProofOnly || isTheirOwn)) continue;
    const { problems: found } = await checkCredential(credential, inner, outside);
    const place = Array.isArray(document.verifiableCredential)
      ? `/verifiableCredential/${at}`
      : '/verifiableCredential';
    problems.push(...found.map((problem) => ({ ...problem, pointer: place + (problem.pointer ?? '') })));
  }
  return { problems, document };
}

function isUnsigned(credential: unknown): boolean {
  return isObject(credential) && credential.proof === undefined && !isEnvelope(credential);
}

async function holderKey(issuer: string, signers: Signers, outside: Outside): Promise<ProblemDetails[]> {
  for (const signer of signers) {
    const claim = await proveKey({ issuer, ...signer, isToken: false, purpose: 'authentication' }, outside);
    if (claim.outcome === 'passed') return [];
  }
  return [problemDetails({ code: 'proof.holder-unproven', values: { holder: issuer }, pointer: '/holder' })];
}
