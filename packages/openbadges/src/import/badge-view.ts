import { isObject } from '../model/json.ts';
import type { BadgeView } from '../verify/report.ts';
import { detectDocument } from './detect-document.ts';
import { type LinkedDocuments, viewOfAssertion } from './view-of-assertion.ts';
import { viewOfCredential } from './view-of-credential.ts';

/**
 * One view of a badge of any version, for showing it; undefined when the document is none.
 * It says nothing about whether the badge is genuine. `linked` are the documents a 1.x or 2.0 badge points to.
 */
export function badgeView(document: unknown, linked?: LinkedDocuments, language?: string): BadgeView | undefined {
  const { kind, version } = detectDocument(document);
  if (!isObject(document) || kind === 'not-a-badge' || kind === 'presentation' || kind === 'enveloped')
    return undefined;
  if (kind === 'assertion') return viewOfAssertion(document, version ?? '2.0', linked, language);
  return viewOfCredential(document, language);
}
