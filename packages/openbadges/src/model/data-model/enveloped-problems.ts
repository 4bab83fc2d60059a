import { asArray, type JsonObject } from '../json.ts';
import { credentialsV2 } from './context-problems.ts';
import type { FoundProblems } from './found-problems.ts';

export type Enveloped = 'EnvelopedVerifiableCredential' | 'EnvelopedVerifiablePresentation';

/** RFC 2397, with a media type that names how the document is secured; the token itself is not read here. */
const dataUrl = /^data:application\/[\w.+-]+(?:;[\w.+=-]+)*,[\w.~%+/=-]+$/;

/** A `data:` URL with a token in it, whatever the document around it calls itself. */
export function isTokenUrl(value: unknown): boolean {
  return typeof value === 'string' && /^data:application\/[\w.+-]*jwt[;,]/.test(value.slice(0, 60));
}

/** VC 2.0 §4.12.1, §4.12.2 (Enveloped Verifiable Credentials and Presentations). */
export function envelopedProblems(document: JsonObject, expected: Enveloped, found: FoundProblems) {
  const contexts = asArray(document['@context']);
  if (contexts.length === 0) found.add('model.context-missing', '/@context', { expected: credentialsV2 });
  else if (!contexts.includes(credentialsV2))
    found.add('model.context-order', '/@context', { expected: credentialsV2 });
  if (!asArray(document.type).includes(expected)) found.add('model.envelope-type', '/type', { expected });
  if (typeof document.id !== 'string' || !dataUrl.test(document.id)) {
    found.add('model.envelope-malformed', '/id', { expected });
  }
}
