import type { BadgeErrorCode } from '../model/badge-error.ts';
import type { JsonObject } from '../model/json.ts';
import type { TemplateOptions } from '../proof/credential-template.ts';
import type { IssueOptions } from '../proof/issue-credential.ts';
import type { ProofsResult } from '../proof/proof-result.ts';
import type { VerifyOptions } from '../proof/verify-proofs.ts';

/** What a thread has to know once for all rows of a call. */
export type ProofJob =
  | { kind: 'issue'; pkcs8: Uint8Array; options: Omit<IssueOptions, 'key'> }
  | {
      kind: 'fill';
      pkcs8: Uint8Array;
      options: Omit<TemplateOptions, 'key'>;
      example: JsonObject;
      pointers: readonly string[];
    }
  | { kind: 'verify'; options: Omit<VerifyOptions, 'resolveKey'> };

/** To a thread: a job comes once, before its first rows. Rows are documents as JSON text. */
export type ThreadOrder =
  | { job: number; define: ProofJob }
  | { job: number; rows: readonly string[] }
  | { job: number; forget: true };

/** From a thread, one for each row: what came of it, or the BadgeError that was thrown. */
export type RowAnswer =
  | { ok: true; value: string | ProofsResult }
  | { ok: false; code: BadgeErrorCode; values: Record<string, string>; cause?: unknown };
