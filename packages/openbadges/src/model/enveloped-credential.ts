import { compactJws } from './build/fields.ts';
import { credentialsV2 } from './data-model/context-problems.ts';
import type { JsonObject } from './json.ts';

/** A credential that is a token, in the form in which presentations and records hold it (VC 2.0 §4.12.1). */
export function envelopedCredential(jws: string): JsonObject {
  return enveloped('EnvelopedVerifiableCredential', 'vc', jws);
}

/** A presentation that is a token, as a document (VC 2.0 §4.12.2). */
export function envelopedPresentation(jws: string): JsonObject {
  return enveloped('EnvelopedVerifiablePresentation', 'vp', jws);
}

/** Throws BadgeError `document.invalid` for anything but a compact JWS. */
function enveloped(type: string, kind: 'vc' | 'vp', jws: string): JsonObject {
  return { '@context': credentialsV2, id: `data:application/${kind}+jwt,${compactJws.read(jws, '/id')}`, type };
}
