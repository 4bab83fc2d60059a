import { asArray, type JsonObject } from '../../src/model/json.ts';
import { problemDetails } from '../../src/verify/problem-details.ts';
import { checkCredential } from './check-credential.ts';
import { checkPresentation } from './check-presentation.ts';
import type { CheckFinding, CheckQuestion } from './check-question.ts';
import { optionsOf, withText } from './request-body.ts';
import type { Route } from './route.ts';
import type { ServerAnswer } from './server-answer.ts';

/** `POST /credentials/verify` */
export const verifyCredentialRoute: Route = async ({ request, isProofOnly }, world) => {
  const body = await request.json();
  const question = { ...questionOf(body), isProofOnly };
  const finding = await checkCredential(body.verifiableCredential, question, world.outside());
  return verdict(finding, 'credential', body);
};

/** `POST /presentations/verify` */
export const verifyPresentationRoute: Route = async ({ request, isProofOnly }, world) => {
  const body = await request.json();
  const question = { ...questionOf(body), isProofOnly };
  const finding = await checkPresentation(body.verifiablePresentation, question, world.outside());
  const isRepeated =
    finding.problems.length === 0 && question.challenge !== undefined && !world.challenges.use(question.challenge);
  const repeated = { code: 'proof.challenge-mismatch', sentence: 'The challenge was used before.' };
  return verdict(isRepeated ? { problems: [problemDetails(repeated)] } : finding, 'presentation', body);
};

function verdict({ problems, document }: CheckFinding, name: string, body: JsonObject): ServerAnswer {
  const verified = problems.length === 0;
  const { returnCredential = true, returnPresentation = true } = optionsOf(body);
  const isWanted = name === 'credential' ? returnCredential !== false : returnPresentation !== false;
  return {
    status: verified ? 200 : 400,
    body: {
      verified,
      ...(verified && document && isWanted ? { [name]: document } : {}),
      results: [{ verified }],
      problemDetails: problems.map((problem) => ({ ...problem, status: 400 })),
      ...(verified ? {} : { errors: problems.map(({ detail }) => detail) }),
    },
  };
}

function questionOf(body: JsonObject): Omit<CheckQuestion, 'isProofOnly'> {
  const { checks, challenge, domain, expectedProofPurpose } = optionsOf(body);
  return {
    checks: asArray(checks).map(String),
    ...withText('challenge', challenge),
    ...withText('domain', domain),
    ...withText('expectedPurpose', expectedProofPurpose),
  };
}
