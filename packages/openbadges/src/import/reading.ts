import type { BadgeFormat } from '../verify/report.ts';
import type { NothingRead } from './nothing-read.ts';

/** One document found in what somebody brought: the text exactly as it was carried. */
export interface FoundDocument {
  carrier: BadgeFormat['carrier'];
  form: 'json' | 'jws' | 'url';
  text: string;
  /** The parsed value, when the form is JSON. */
  json?: unknown;
  /** The name of the file inside a ZIP or PDF it came from; of a file in a ZIP in a ZIP both, with ` › ` between. */
  fileName?: string;
  /** The bytes of that file, when it came out of a ZIP. */
  fileBytes?: Uint8Array;
  /** Where among several it was: `line 3`, or an RFC 6901 pointer into the JSON that was brought. */
  place?: string;
}

/** At least one document, or one named reason why there is none. */
export type Reading = { ok: true; documents: FoundDocument[] } | NothingRead;
