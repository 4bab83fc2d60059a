import type { JsonObject } from '../../src/model/json.ts';
import type { Route } from './route.ts';
import type { ServeWorld } from './serve-world.ts';
import { suitesConfig } from './suites-config.ts';

/** `GET /`: who issues here, and what is answered where; as text, or as JSON to who asks for that. */
export const explainRoute: Route = ({ request }, world) => {
  const body = explanation(world);
  return /json/.test(request.accept) ? { status: 200, body } : { status: 200, body: explanationText(world) };
};

/** `GET /localConfig.cjs` */
export const suitesConfigRoute: Route = (_, world) => ({
  status: 200,
  body: suitesConfig(world),
  headers: { 'content-type': 'text/javascript; charset=utf-8' },
});

function explanation({ origin, issuers, isTestMode }: ServeWorld): JsonObject {
  return {
    issuers: issuers.map(({ name, suite, keyType, did, verificationMethod }) => ({
      name,
      suite,
      keyType,
      did,
      verificationMethod,
      issue: `${origin}/issuers/${name}/credentials/issue`,
      prove: `${origin}/issuers/${name}/presentations`,
    })),
    verifyCredential: `${origin}/credentials/verify`,
    verifyPresentation: `${origin}/presentations/verify`,
    derive: `${origin}/credentials/derive`,
    setStatus: `${origin}/credentials/status`,
    statusLists: `${origin}/status-lists`,
    challenges: `${origin}/challenges`,
    identifiers: `${origin}/1.0/identifiers`,
    didKeyIdentifiers: `${origin}/did-key/1.0/identifiers`,
    ...(isTestMode ? { proofOnly: `${origin}/proof-only/credentials/verify` } : {}),
    suites: `${origin}/localConfig.cjs`,
  };
}

/** What is told at the start and at `/`. */
export function explanationText(world: ServeWorld): string {
  const { issuers, origin, isTestMode } = world;
  const widest = Math.max(...issuers.map(({ name }) => name.length));
  const lines = issuers.map(({ name, did }) => `  ${name.padEnd(widest)}  ${did}`);
  return `A VC-API server for conformance suites, at ${origin}

POST /issuers/<name>/credentials/issue    {credential, options}
POST /issuers/<name>/presentations        {presentation, options}
POST /credentials/verify                  {verifiableCredential, options}
POST /presentations/verify                {verifiablePresentation, options}
POST /credentials/derive                  {verifiableCredential, options: {selectivePointers}}
POST /credentials/status                  {credentialId, credentialStatus, status}
POST /status-lists                        {statusPurpose}
GET  /status-lists/<name>
POST /challenges
GET  /1.0/identifiers/<DID or DID URL>
GET  /localConfig.cjs                     for the suites of the W3C
${isTestMode ? 'POST /proof-only/credentials/verify       whoever holds the key, for published vectors\n' : ''}
Without /issuers/<name> the first issuer is meant; /<suite>/<key>, as in /ecdsa-rdfc-2019/P-256, works too.

Issuers:
${lines.join('\n')}
`;
}
