import { string } from '../import/plain-text.ts';
import type { JsonObject } from '../model/json.ts';
import { check } from './check.ts';
import type { Check } from './report.ts';

/** Valid from and until (VC 2.0 §4.9, VC 1.1 §4.6). Malformed dates are a matter of the shape. */
export function checkDates(from: string | undefined, until: string | undefined, now: Date): Check {
  if (until !== undefined && Date.parse(until) < now.getTime()) {
    return check('dates', 'failed', 'dates.expired', { date: until });
  }
  if (from !== undefined && Date.parse(from) > now.getTime()) {
    return check('dates', 'failed', 'dates.not-yet', { date: from });
  }
  return check('dates', 'passed', 'dates.current', { from, until });
}

export function validityOf(document: JsonObject): { from?: string; until?: string } {
  return {
    from: string(document.validFrom) ?? string(document.issuanceDate),
    until: string(document.validUntil) ?? string(document.expirationDate),
  };
}
