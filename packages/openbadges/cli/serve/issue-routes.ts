import { refuseAliases } from '../../src/canon/refuse-aliases.ts';
import { dataModelProblems } from '../../src/model/data-model/data-model-problems.ts';
import { isUrl } from '../../src/model/is-url.ts';
import { asArray, isObject, type JsonObject } from '../../src/model/json.ts';
import { deriveSdCredential } from '../../src/proof/sd/derive-sd-credential.ts';
import { problemDetails } from '../../src/verify/problem-details.ts';
import { checkCredential } from './check-credential.ts';
import type { CheckQuestion } from './check-question.ts';
import { HttpRefusal } from './http-refusal.ts';
import { instantOf, malformed, objectIn, optionsOf, textsIn, withText } from './request-body.ts';
import type { Route } from './route.ts';
import { type ProofWishes, secureCredential } from './secure-credential.ts';
import { servedContexts } from './serve-tools.ts';
import type { ServeWorld } from './serve-world.ts';
import { isPurpose } from './status-routes.ts';
import type { VcIssuer } from './vc-issuer.ts';

/** `POST /credentials/issue` */
export const issueRoute: Route = async ({ request, issuer }, world) => {
  const body = await request.json();
  const options = optionsOf(body);
  const wishes = wishesOf(options, world);
  const named = withIssuer(objectIn(body, 'credential'), issuer);
  refuseBroken(named, 'credential');
  await refuseWrongProofs(named, world);
  const credential = withStatus(named, options, issuer, world);
  const verifiableCredential = await secureCredential(credential, issuer, wishes, world.tools);
  return { status: 201, body: { verifiableCredential } };
};

/** `POST /presentations` and `/presentations/prove` */
export const proveRoute: Route = async ({ request, issuer }, world) => {
  const body = await request.json();
  const presentation = objectIn(body, 'presentation');
  const holder = presentation.holder ?? issuer.did;
  refuseBroken({ ...presentation, holder }, 'presentation');
  const wishes: ProofWishes = { proofPurpose: 'authentication', ...wishesOf(optionsOf(body), world) };
  const signer: VcIssuer =
    issuer.form === 'selective-disclosure' ? { ...issuer, form: 'proof-set', suites: ['ecdsa-rdfc-2019'] } : issuer;
  const verifiablePresentation = await secureCredential({ ...presentation, holder }, signer, wishes, world.tools);
  return { status: 201, body: { verifiablePresentation } };
};

/** `POST /credentials/derive` */
export const deriveRoute: Route = async ({ request }, world) => {
  const body = await request.json();
  const selectivePointers = textsIn(optionsOf(body), 'selectivePointers') ?? [];
  const credential = objectIn(body, 'verifiableCredential');
  return {
    status: 201,
    body: { verifiableCredential: await deriveSdCredential(credential, { selectivePointers }, world.tools) },
  };
};

/** The issuer's own DID where none is named or another one; what is no issuer at all stays, and is refused. */
function withIssuer(credential: JsonObject, { did, needsIssuer }: VcIssuer): JsonObject {
  const { issuer } = credential;
  if (issuer === undefined) return needsIssuer ? credential : { ...credential, issuer: did };
  if (isUrl(issuer)) return { ...credential, issuer: did };
  return isObject(issuer) && isUrl(issuer.id) ? { ...credential, issuer: { ...issuer, id: did } } : credential;
}

function withStatus(
  credential: JsonObject,
  options: JsonObject,
  issuer: VcIssuer,
  { statuses }: ServeWorld,
): JsonObject {
  const asked = asArray(options.credentialStatus)
    .filter(isObject)
    .map(({ statusPurpose }) => statusPurpose);
  const wanted = asked.length > 0 ? asked : issuer.givesStatus ? ['revocation', 'suspension', 'message'] : [];
  if (wanted.length === 0 || credential.credentialStatus !== undefined) return credential;
  if (!wanted.every(isPurpose)) throw malformed('A statusPurpose is not known here.', '/options/credentialStatus');
  const id = options.credentialId ?? credential.id;
  const entries = statuses.place(issuer, wanted, typeof id === 'string' ? id : undefined);
  return { ...credential, credentialStatus: entries.length === 1 ? entries[0] : entries };
}

function refuseBroken(document: JsonObject, kind: 'credential' | 'presentation'): void {
  const broken = dataModelProblems(document, { kind, contexts: servedContexts });
  if (broken.length > 0) throw new HttpRefusal(400, broken.map(problemDetails));
  // What no verifier here would take is not issued either.
  refuseAliases(document, servedContexts);
}

/** A proof that is there already is kept, so it has to hold for what will be issued. */
async function refuseWrongProofs(credential: JsonObject, world: ServeWorld): Promise<void> {
  if (credential.proof === undefined) return;
  const question: CheckQuestion = { isProofOnly: true, checks: ['proof'] };
  const { problems } = await checkCredential(credential, question, world.outside());
  if (problems.length > 0) throw new HttpRefusal(400, problems);
}

function wishesOf(options: JsonObject, { clock }: ServeWorld): ProofWishes {
  const { challenge, domain, proofId, previousProof, expires, created } = options;
  const before = typeof previousProof === 'string' ? previousProof : textsIn(options, 'previousProof');
  const pointers = textsIn(options, 'mandatoryPointers');
  return {
    created: instantOf(created, 'created') ?? clock(),
    ...withText('challenge', challenge),
    ...withText('domain', domain),
    ...withText('id', proofId),
    ...(expires === undefined ? {} : { expires: instantOf(expires, 'expires') }),
    ...(before === undefined ? {} : { previousProof: before }),
    ...(pointers === undefined ? {} : { mandatoryPointers: pointers }),
  };
}
