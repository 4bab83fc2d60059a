import type { BadgeFormat } from '../verify/report.ts';

/** One document found in what somebody brought: the text exactly as it was carried. */
export interface FoundDocument {
  carrier: BadgeFormat['carrier'];
  form: 'json' | 'jws' | 'url';
  text: string;
  /** The parsed value, when the form is JSON. */
  json?: unknown;
  /** The name of the file inside a ZIP or PDF it came from. */
  fileName?: string;
  /** The bytes of that file, when it came out of a ZIP. */
  fileBytes?: Uint8Array;
}

export type ReadingProblem =
  | 'import.picture-without-badge'
  | 'import.damaged-picture'
  | 'import.badge-too-large'
  | 'import.svg-with-entities'
  | 'import.too-large'
  | 'import.too-deep'
  | 'import.broken-json'
  | 'import.web-page'
  | 'import.container-without-badge'
  | 'import.container-not-read'
  | 'import.empty'
  | 'import.not-understood';

/** At least one document, or one named reason why there is none. */
export type Reading =
  | { ok: true; documents: FoundDocument[] }
  | { ok: false; code: ReadingProblem; values: Record<string, string> };

export function problem(code: ReadingProblem, values: Record<string, string> = {}): Reading {
  return { ok: false, code, values };
}
