import { BadgeError } from '../src/model/badge-error.ts';

/** What the library throws on purpose: a named answer, and no finding. */
export function isBadgeFault(error: unknown): error is BadgeError {
  return error instanceof BadgeError;
}
