import { dataModelProblems } from '../../src/model/data-model/data-model-problems.ts';
import { asArray, isObject, type JsonObject } from '../../src/model/json.ts';

/** Why a document may not be, or cannot have been, secured by VC-JOSE-COSE; null when nothing is wrong. */
export function whyNotSecured(document: JsonObject, kind: 'vc' | 'vp'): string | null {
  // VC-JOSE-COSE §3.1.1: where the document is the payload, nothing may wrap another one.
  if (document.vc !== undefined || document.vp !== undefined) return 'jwt.claims-mismatch';
  const { iss, issuer } = document;
  const named = isObject(issuer) ? issuer.id : issuer;
  if (iss !== undefined && named !== undefined && iss !== named) return 'jwt.claims-mismatch';
  const problems = dataModelProblems(document, { kind: kind === 'vp' ? 'presentation' : 'credential' });
  // What is inside is not opened here: it may be secured in ways that are not understood.
  const [problem] = problems.filter(({ pointer }) => kind === 'vc' || !pointer.startsWith('/verifiableCredential'));
  if (problem) return problem.code;
  return kind === 'vp' && !asArray(document.verifiableCredential).every(isSecured) ? 'proof.missing' : null;
}

/** VC-JOSE-COSE §3.1.2: credentials in it are enveloped, in whichever of the three ways. */
function isSecured(credential: unknown): boolean {
  if (!isObject(credential) || !asArray(credential.type).includes('EnvelopedVerifiableCredential')) return false;
  return typeof credential.id === 'string' && /^data:application\/vc\+(jwt|sd-jwt|cose)[;,]./.test(credential.id);
}
