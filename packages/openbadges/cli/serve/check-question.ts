import type { BadgeError } from '../../src/model/badge-error.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { type FoundProblem, type ProblemDetails, problemDetails } from '../../src/verify/problem-details.ts';

/** What a verification is asked for. */
export interface CheckQuestion {
  /** For vectors: whose the key is does not count. */
  isProofOnly: boolean;
  /** The checks asked for besides those that are always made; all of them when there are none named. */
  checks: readonly string[];
  expectedPurpose?: string;
  challenge?: string;
  domain?: string;
}

/** What it came to: good when there are no problems. */
export interface CheckFinding {
  problems: ProblemDetails[];
  /** The credential or presentation; for an envelope, what is in it. */
  document?: JsonObject;
}

/** Whether one of these checks is wanted. */
export function wants({ checks }: CheckQuestion, ...names: string[]): boolean {
  return checks.length === 0 || names.some((name) => checks.includes(name));
}

export function failed(...found: (FoundProblem | BadgeError)[]): CheckFinding {
  return { problems: found.map(problemDetails) };
}
