import { deepest, mostValues } from './bound-document.ts';

/** What one walk over a document tells before anything else touches it. */
export interface Survey {
  /** Deeper or larger than any badge, or not to be walked safely. */
  isUnbounded: boolean;
  /** There are keys or contexts in it that could say a known thing under another name: see `refuseAliases`. */
  isUnusual: boolean;
}

/** Contexts in a document, over all levels: each is work, and a record of a hundred credentials has three hundred. */
const mostContexts = 512;

/** Looks once at every key of a parsed document, within the bounds of `boundDocument`. */
export function surveyDocument(document: unknown): Survey {
  const survey = { isUnbounded: false, isUnusual: false, values: 0, contexts: 0 };
  visit(document, 0, survey);
  return survey;
}

function visit(value: unknown, depth: number, survey: Survey & { values: number; contexts: number }): void {
  survey.values += 1;
  if (depth > deepest || survey.values > mostValues) survey.isUnbounded = true;
  if (typeof value !== 'object' || value === null || survey.isUnbounded) return;
  if (Array.isArray(value)) {
    for (const item of value) visit(item, depth + 1, survey);
    return;
  }
  for (const key in value) {
    // jsonld loses a member of this name when it copies a document: it would be there and not be signed.
    if (key === '__proto__') survey.isUnbounded = true;
    const inner = (value as Record<string, unknown>)[key];
    if (key.charCodeAt(0) === 0x40 ? key !== '@context' || !namesContexts(inner) : key.includes(':')) {
      survey.isUnusual = true;
    }
    if (key === '@context') survey.contexts += Array.isArray(inner) ? inner.length : 1;
    if (survey.contexts > mostContexts) survey.isUnbounded = true;
    visit(inner, depth + 1, survey);
  }
}

/** Contexts by their addresses, and nothing inline. */
function namesContexts(contexts: unknown): boolean {
  return (
    typeof contexts === 'string' || (Array.isArray(contexts) && contexts.every((each) => typeof each === 'string'))
  );
}
