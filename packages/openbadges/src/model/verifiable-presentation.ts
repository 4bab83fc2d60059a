import { list, taken, url } from './build/fields.ts';
import { invalid } from './build/invalid-reasons.ts';
import { record } from './build/record.ts';
import { openBadgeContexts } from './context-urls.ts';
import { dataModelProblems } from './data-model/data-model-problems.ts';
import { isObject, type JsonObject } from './json.ts';

/** Credentials that their holder shows (VC 2.0 §4.13). */
export interface PresentationInput {
  id?: string;
  /** URL or DID. */
  holder?: string;
  /** Credentials as they were signed; tokens as `envelopedCredential`. */
  verifiableCredential?: JsonObject[];
}

const presentationClass = record<PresentationInput>(['VerifiablePresentation'], {
  id: url,
  holder: url,
  verifiableCredential: list(taken(() => {})),
});

/**
 * A presentation, ready to be signed by its holder. What each credential names as its context stays with it.
 * Throws BadgeError `document.invalid` with `pointer` and `reason` (see `invalidReasons`).
 */
export function verifiablePresentation(input: PresentationInput): JsonObject {
  if (!isObject(input)) invalid('', 'not-an-object');
  const [first, , suite] = openBadgeContexts;
  const document = { '@context': [first, suite], ...presentationClass.read(input, '') };
  const [problem] = dataModelProblems(document, { kind: 'presentation' });
  if (problem) invalid(problem.pointer, 'not-a-credential', { problem: problem.code });
  return document;
}
